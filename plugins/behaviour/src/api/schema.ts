import { parse } from 'graphql';

export const shopSchema = parse(`
    "What a shopper may agree to."
    enum EfiConsentPurpose {
        PREFERENCES
        ANALYTICS
        MARKETING
        PERSONALISATION
        PROFILING
    }

    type EfiConsent {
        "What holds from now on. Global Privacy Control (Sec-GPC: 1) leaves none."
        purposes: [EfiConsentPurpose!]!
    }

    input EfiProductViewedInput {
        productId: ID!
    }

    input EfiSearchedInput {
        "At most 100 characters."
        term: String!
        resultCount: Int!
    }

    input EfiRecommendationShownInput {
        recommendationId: String!
        "1 to 24, in the order in which they are shown."
        productIds: [ID!]!
    }

    input EfiRecommendationClickedInput {
        recommendationId: String!
        productId: ID!
    }

    "Something that the shopper did: exactly one of the fields. Carts and orders the server sees by itself."
    input EfiBehaviourInput {
        productViewed: EfiProductViewedInput
        searched: EfiSearchedInput
        recommendationShown: EfiRecommendationShownInput
        recommendationClicked: EfiRecommendationClickedInput
    }

    extend type Mutation {
        """
        Takes up to 20 acts in. What is kept of them is up to what the header efi-consent declares. Returns how many
        were taken: those of machines, and those beyond what a visit can do in a minute, are not.
        """
        recordEfiBehaviour(input: [EfiBehaviourInput!]!): Int!
        """
        What the shopper agrees to from now on. What they no longer agree to ends at once, and what was kept because
        of it is deleted.
        """
        declareEfiConsent(purposes: [EfiConsentPurpose!]!): EfiConsent!
    }
`);

export const adminSchema = parse(`
    "The acts of a kind on a day, in UTC."
    type EfiBehaviourDayCount {
        "Such as 2026-03-01."
        day: String!
        "Such as product-viewed."
        type: String!
        "Acts of which more was kept than this count."
        consented: Int!
        "Acts of which nothing but this count was kept."
        withoutConsent: Int!
    }

    extend type Query {
        "How many acts of shoppers the active channel had, the newest day first. 1 to 400 days."
        efiBehaviourCounts(days: Int = 30): [EfiBehaviourDayCount!]!
    }
`);
