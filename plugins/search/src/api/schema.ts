import { gql } from 'graphql-tag';

/** With the names of `@vendure-community/elasticsearch-plugin`, so that a document does for either. */
export const schema = gql`
    extend type SearchResponse {
        "What the results cost"
        prices: SearchResponsePriceData!
        "The term that was searched for in place of one that is spelt wrong; null when it was the given one"
        efiCorrectedTerm: String
    }

    extend type SearchResult {
        inStock: Boolean!
    }

    type SearchResponsePriceData {
        range: PriceRange!
        rangeWithTax: PriceRange!
        "How many results cost how much, in steps of equal width"
        buckets: [PriceRangeBucket!]!
        bucketsWithTax: [PriceRangeBucket!]!
    }

    type PriceRangeBucket {
        "The price below which these are, in minor units"
        to: Int!
        count: Int!
    }

    extend input SearchInput {
        "Variants whose price without tax is in the range, bounds included"
        priceRange: PriceRangeInput
        "Variants whose price with tax is in the range, bounds included"
        priceRangeWithTax: PriceRangeInput
        "With groupByProduct: products of which any variant is in stock"
        inStock: Boolean
    }

    "In minor units"
    input PriceRangeInput {
        min: Int!
        max: Int!
    }
`;

export const suggestionsSchema = gql`
    extend type Query {
        "What a shopper may look for who has typed this much; from three characters. take is from 1 to 20, of each kind"
        efiSearchSuggestions(term: String!, take: Int! = 5): EfiSearchSuggestions!
    }

    type EfiSearchSuggestions {
        products: [SearchResult!]!
        "Whose name has all words"
        collections: [Collection!]!
        "The term as it is probably meant; null when it is found as it is"
        correctedTerm: String
    }
`;
