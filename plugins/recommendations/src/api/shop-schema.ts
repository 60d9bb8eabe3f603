import type { DocumentNode } from 'graphql';
import { gql } from 'graphql-tag';

/** Of the Shop API and the Admin API. */
export const listSchema: DocumentNode = gql`
    "Where recommendations are shown, which decides what they are about"
    enum EfiRecommendationPlacement {
        "Like the product"
        SIMILAR
        "Bought in one basket with the product"
        BOUGHT_TOGETHER
        "From what the person bought; what sells now for those who don't want that or are not known"
        FOR_YOU
        "What sells now in the channel"
        TRENDING
        "Goes with what is in the cart"
        COMPLETE_THE_CART
        "Goes with what was just ordered"
        AFTER_PURCHASE
        "For you, in a mail"
        EMAIL
    }

    enum EfiRecommendationReasonCode {
        SIMILAR
        BOUGHT_TOGETHER
        BECAUSE_YOU_BOUGHT
        IN_YOUR_CART
        POPULAR
        NEW
        "Chosen by the shop"
        PICKED
    }

    "Why a product is recommended: with BECAUSE_YOU_BOUGHT, SIMILAR and the like also by which product"
    type EfiRecommendationReason {
        code: EfiRecommendationReasonCode!
        productId: ID
        productName: String
    }

    "A product as it is shown in a list, with the fields of a SearchResult"
    type EfiRecommendedProduct {
        productId: ID!
        productName: String!
        slug: String!
        productAsset: SearchResultAsset
        price: SearchResultPrice!
        priceWithTax: SearchResultPrice!
        currencyCode: CurrencyCode!
        inStock: Boolean!
    }

    type EfiRecommendation {
        "From 1"
        rank: Int!
        reason: EfiRecommendationReason!
        product: EfiRecommendedProduct!
    }

    type EfiRecommendationList {
        "Goes with each event about the list; at most 100 letters, digits, dots, dashes and underscores"
        recommendationId: String!
        "Whether what the person bought was used"
        personal: Boolean!
        items: [EfiRecommendation!]!
    }
`;

export const shopSchema: DocumentNode = gql`
    ${listSchema}

    input EfiRecommendationsInput {
        placement: EfiRecommendationPlacement!
        "With SIMILAR and BOUGHT_TOGETHER"
        productId: ID
        "With AFTER_PURCHASE"
        orderCode: String
        "From 1 to 24; 8 when it is left out"
        take: Int
        "Products that a guest has hidden, at most 100; those of signed-in people are known"
        exclude: [ID!]
        "Of the cheapest variant, as the channel's prices are entered"
        minPrice: Money
        maxPrice: Money
    }

    type EfiHiddenProduct {
        productId: ID!
        productName: String!
    }

    type EfiRecommendationPreferences {
        "Whether recommendations may come from what the person bought, if they consent at all"
        personal: Boolean!
        "The latest first"
        hidden: [EfiHiddenProduct!]!
    }

    extend type Query {
        """
        What to show at a placement. Everything in it can be bought in the channel at this moment. Empty when there is
        nothing to recommend or the shop is in trouble; never an error because of that.
        """
        efiRecommendations(input: EfiRecommendationsInput!): EfiRecommendationList!
        "Of the signed-in customer"
        efiRecommendationPreferences: EfiRecommendationPreferences!
    }

    extend type Mutation {
        "Never recommends the product to the signed-in customer again"
        hideEfiRecommendation(productId: ID!): EfiRecommendationPreferences!
        "Takes back what was hidden"
        showEfiRecommendation(productId: ID!): EfiRecommendationPreferences!
        "Off holds whatever the consent says, until it is switched on again"
        setEfiPersonalRecommendations(enabled: Boolean!): EfiRecommendationPreferences!
    }
`;
