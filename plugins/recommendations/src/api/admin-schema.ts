import type { DocumentNode } from 'graphql';
import { gql } from 'graphql-tag';
import { listSchema } from './shop-schema';

const modelSchema = gql`
    "In place: it answers. Rejected: it was not better. Retired: it was in place before."
    enum EfiRecommendationModelState {
        IN_PLACE
        REJECTED
        RETIRED
    }

    "How well one way of recommending does on the latest orders, which were held back. Shares from 0 to 1."
    type EfiRecommendationScore {
        "model, model with events, model without events, popularity or random"
        name: String!
        precision: Float!
        "Hits out of what ten places could hold"
        recall: Float!
        "The right thing on top counts most; with 95 % confidence from ndcgFrom to ndcgTo"
        ndcg: Float!
        ndcgFrom: Float!
        ndcgTo: Float!
        "Of the products that are recommended to anybody"
        coverage: Float!
        "Of the places that go to the tenth of the products that sells most"
        popularityBias: Float!
    }

    type EfiRecommendationModel {
        id: ID!
        createdAt: DateTime!
        state: EfiRecommendationModelState!
        "Why it is in its state"
        reason: String!
        "The administrator who decided; null when the comparison did"
        decidedBy: String
        decidedAt: DateTime!
        "Whether its bytes are kept, so that it can be put in place"
        isKept: Boolean!
        "The window of the orders that it learned from"
        from: DateTime!
        to: DateTime!
        orders: Int!
        lines: Int!
        "Views and carts with consent"
        events: Int!
        "Whether the model learned from them: only when it is no worse for it"
        usesEvents: Boolean!
        products: Int!
        "Whose orders are linked with each other, since they agreed to it"
        people: Int!
        "Since when baskets were held back to measure, and how many were"
        heldBackSince: DateTime!
        measuredOn: Int!
        scores: [EfiRecommendationScore!]!
        "How far the last 30 days' sales lie from those before: 0 the same products, 1 none in common"
        drift: Float!
        seconds: Float!
        bytes: Int!
    }
`;

const ruleSchema = gql`
    enum EfiRecommendationRuleAction {
        "Gives a product its place, in each list where it can be bought"
        PIN
        "Raises"
        BOOST
        "Puts at the end"
        BURY
        "Leaves out"
        EXCLUDE
        "Raises the more is earned on a product. Has no effect where the cost is not known."
        MARGIN
        "Bounds how many products of one category a list has, as long as there are others to fill it"
        DIVERSIFY
    }

    enum EfiRecommendationRuleTarget {
        PRODUCT
        COLLECTION
        FACET_VALUE
        "With MARGIN and DIVERSIFY only"
        EVERYTHING
    }

    "A word of the active channel's merchandisers on what is recommended. In force within five seconds."
    type EfiRecommendationRule {
        id: ID!
        createdAt: DateTime!
        updatedAt: DateTime!
        action: EfiRecommendationRuleAction!
        target: EfiRecommendationRuleTarget!
        "Null: everything"
        targetId: ID
        "Of the product, collection or facet value; null when it is gone"
        targetName: String
        "Null: all"
        placement: EfiRecommendationPlacement
        "PIN: the place, from 1. BOOST: the factor, above 1 and at most 10; MARGIN: that of a product without cost. DIVERSIFY: the most of one category."
        amount: Float!
        startsAt: DateTime
        endsAt: DateTime
        enabled: Boolean!
    }

    input EfiRecommendationRuleInput {
        action: EfiRecommendationRuleAction!
        target: EfiRecommendationRuleTarget!
        "Left out with EVERYTHING"
        targetId: ID
        placement: EfiRecommendationPlacement
        amount: Float
        startsAt: DateTime
        endsAt: DateTime
        enabled: Boolean
    }
`;

const outcomeSchema = gql`
    "A share of the lists with 95 % confidence: Wilson's interval"
    type EfiRecommendationRate {
        lists: Int!
        value: Float!
        from: Float!
        to: Float!
    }

    type EfiRecommendationInterval {
        from: Float!
        to: Float!
    }

    "What lists achieved, by placement and model"
    type EfiRecommendationOutcome {
        placement: EfiRecommendationPlacement!
        "Zero: popularity alone"
        modelId: ID!
        "Lists that were shown to people who agreed to be counted"
        shown: Int!
        clicked: EfiRecommendationRate!
        inCart: EfiRecommendationRate!
        bought: EfiRecommendationRate!
        "Lists and clicks of everybody else: numbers only"
        anonymousShown: Int!
        anonymousClicks: Int!
    }

    enum EfiRecommendationArm {
        IN_PLACE
        CHALLENGER
    }

    type EfiRecommendationArmOutcome {
        arm: EfiRecommendationArm!
        shown: Int!
        clicked: EfiRecommendationRate!
        inCart: EfiRecommendationRate!
        bought: EfiRecommendationRate!
    }

    "Shows a share of the shoppers a challenger. Each of them stays on one side."
    type EfiRecommendationExperiment {
        id: ID!
        placement: EfiRecommendationPlacement
        "Null: popularity alone"
        challengerId: ID
        share: Float!
        startedAt: DateTime!
        startedBy: String!
        endedAt: DateTime
        arms: [EfiRecommendationArmOutcome!]!
        "Challenger less model in place, with 95 % confidence (Newcombe). A difference where 0 is not in it."
        clickedDifference: EfiRecommendationInterval!
        boughtDifference: EfiRecommendationInterval!
    }

    input StartEfiRecommendationExperimentInput {
        "All placements, when it is left out"
        placement: EfiRecommendationPlacement
        "Popularity, when it is left out"
        challengerId: ID
        "Above 0 and below 1"
        share: Float!
    }
`;

const previewSchema = gql`
    "Why a list did not come from what a person bought"
    enum EfiRecommendationImpersonal {
        "The placement is about a product, a cart, an order or the channel, or popularity is compared"
        NOT_PERSONAL
        NOBODY
        NO_CONSENT
        SWITCHED_OFF
        NOTHING_BOUGHT
        "Reading it took too long"
        LATE
    }

    extend type EfiRecommendationList {
        "Zero: popularity alone"
        modelId: ID!
        "Null when the list is personal"
        impersonal: EfiRecommendationImpersonal
    }

    extend type EfiRecommendation {
        "The model's, comparable within the list only"
        score: Float!
        "Its place before rules, from 1; null for what a rule or chance put there"
        modelRank: Int
        "Rules that had a say on its place"
        ruleIds: [ID!]!
        "A rule by margin had no effect on it, since its cost is not known"
        isCostMissing: Boolean!
    }
`;

export const adminSchema: DocumentNode = gql`
    ${listSchema}
    ${modelSchema}
    ${ruleSchema}
    ${outcomeSchema}
    ${previewSchema}

    input EfiRecommendationPreviewInput {
        placement: EfiRecommendationPlacement!
        productId: ID
        customerId: ID
        orderCode: String
        take: Int
        minPrice: Money
        maxPrice: Money
    }

    extend type Query {
        "What a customer would see, or anybody. A customer who did not agree sees what everybody sees."
        efiRecommendationPreview(input: EfiRecommendationPreviewInput!): EfiRecommendationList!
        "The latest first"
        efiRecommendationModels(take: Int): [EfiRecommendationModel!]!
        "The training that was asked for last, as long as the job queue remembers it"
        efiRecommendationTraining: Job
        efiRecommendationRules: [EfiRecommendationRule!]!
        "In the active channel since a moment, 30 days ago when it is left out"
        efiRecommendationOutcomes(since: DateTime): [EfiRecommendationOutcome!]!
        "The latest first"
        efiRecommendationExperiments: [EfiRecommendationExperiment!]!
    }

    extend type Mutation {
        "Trains in the worker. The job tells the progress; to cancel it cancels the training."
        trainEfiRecommendations: Job!
        "Ends the training that runs or waits"
        cancelEfiRecommendationTraining: Job!
        "Puts an older model, or one that was rejected, in place by hand"
        promoteEfiRecommendationModel(id: ID!, reason: String!): EfiRecommendationModel!
        createEfiRecommendationRule(input: EfiRecommendationRuleInput!): EfiRecommendationRule!
        updateEfiRecommendationRule(id: ID!, input: EfiRecommendationRuleInput!): EfiRecommendationRule!
        deleteEfiRecommendationRule(id: ID!): Boolean!
        startEfiRecommendationExperiment(
            input: StartEfiRecommendationExperimentInput!
        ): EfiRecommendationExperiment!
        endEfiRecommendationExperiment(id: ID!): EfiRecommendationExperiment!
    }
`;
