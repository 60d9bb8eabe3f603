import { gql } from 'graphql-tag';

/** With the names of `@vendure-community/elasticsearch-plugin`, so that a document does for either. */
export const schema = gql`
    extend type SearchResponse {
        "What the results cost"
        prices: SearchResponsePriceData!
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
