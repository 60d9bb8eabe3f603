import type { DocumentNode } from 'graphql';
import { gql } from 'graphql-tag';
import { modelSchema } from './model-schema';

const decisions = gql`
    enum EfiFraudVerdict {
        ALLOW
        STEP_UP
        REVIEW
        BLOCK
    }

    type EfiFraudFactor {
        code: String!
        "What it added to the logarithm of the odds of fraud"
        weight: Float!
        "In the language of the request"
        text: String!
    }

    type EfiFraudFeature {
        name: String!
        "In the language of the request"
        label: String!
        "Null when it is not known"
        value: Float
    }

    type EfiFraudNote {
        id: ID!
        createdAt: DateTime!
        kind: String!
        text: String!
        author: String!
    }

    type EfiFraudLink {
        decision: EfiFraudDecision!
        "What they have in common: device, address, card, email"
        by: [String!]!
    }

    "A decision about one attempt to pay, with what it was based on"
    type EfiFraudDecision {
        id: ID!
        createdAt: DateTime!
        orderId: ID!
        orderCode: String!
        amount: Money!
        currency: String!
        "0 to 99; null when it could not be scored"
        score: Int
        "scored, listed, late or failed"
        basis: String!
        "What the policy says"
        verdict: EfiFraudVerdict!
        "What was done: ALLOW in shadow mode"
        applied: EfiFraudVerdict!
        factors: [EfiFraudFactor!]!
        features: [EfiFraudFeature!]!
        billingCountry: String
        shippingCountry: String
        networkCountry: String
        cardCountry: String
        outcome: String
        label: String
        labelledBy: String
        reviewState: String
        reviewDueAt: DateTime
        "Whether a second person has to accept it"
        needsSecondPerson: Boolean!
        decidedAt: DateTime
        appealedAt: DateTime
        appealDecidedAt: DateTime
        notes: [EfiFraudNote!]!
        links: [EfiFraudLink!]!
        replay: EfiFraudReplay!
    }

    "The same decision, made again from what was stored with it"
    type EfiFraudReplay {
        score: Int
        verdict: EfiFraudVerdict!
        isSame: Boolean!
    }

    type EfiFraudDecisionList {
        items: [EfiFraudDecision!]!
        totalItems: Int!
    }

    enum EfiFraudDecisionFilter {
        "Reviews that wait for a person, the most urgent first"
        OPEN
        "Appeals that wait for a person"
        APPEALS
        DECIDED
        ALL
    }

    type EfiFraudReviewRefusedError implements ErrorResult {
        errorCode: ErrorCode!
        message: String!
    }

    type EfiFraudReviewDecided {
        decision: EfiFraudDecision!
        "What could not be done with the money; the order's page can do it"
        problem: String
    }

    union EfiFraudReviewResult = EfiFraudReviewDecided | EfiFraudReviewRefusedError

    extend type Query {
        efiFraudDecisions(
            filter: EfiFraudDecisionFilter!
            skip: Int = 0
            take: Int = 25
        ): EfiFraudDecisionList!
        efiFraudDecision(id: ID!): EfiFraudDecision
    }

    extend type Mutation {
        "Lets the order go on, and takes its money if it is to be taken by itself"
        acceptEfiFraudReview(id: ID!, text: String! = ""): EfiFraudReviewResult!
        "Cancels the order, and lets go of its money or pays it back"
        rejectEfiFraudReview(id: ID!, text: String! = ""): EfiFraudReviewResult!
        "Writes the question to the order's history, where the customer sees it, and publishes it for a mail"
        askEfiFraudCustomer(id: ID!, question: String!): EfiFraudReviewResult!
        noteEfiFraudDecision(id: ID!, text: String!): EfiFraudReviewResult!
        "Null when there is no such appeal to decide"
        decideEfiFraudAppeal(id: ID!, isGranted: Boolean!, answer: String!): EfiFraudDecision
    }
`;

const settings = gql`
    type EfiFraudRule {
        id: ID!
        createdAt: DateTime!
        code: String!
        version: Int!
        "In the language of the request"
        name: String!
        "In CEL, over the features"
        expression: String!
        "Added to the logarithm of the odds of fraud"
        points: Float!
        "The mildest verdict once it fires"
        atLeast: EfiFraudVerdict
        enabled: Boolean!
    }

    input SaveEfiFraudRuleInput {
        "Lower case with hyphens. That of a rule makes its next version"
        code: String!
        name: String!
        expression: String!
        "-10 to 10"
        points: Float!
        atLeast: EfiFraudVerdict
        enabled: Boolean!
    }

    type EfiFraudRuleInvalidError implements ErrorResult {
        errorCode: ErrorCode!
        message: String!
    }

    type EfiFraudTally {
        good: Int!
        fraud: Int!
        unlabelled: Int!
    }

    type EfiFraudBackTest {
        orders: EfiFraudTally!
        fired: EfiFraudTally!
        "Orders of which it could not say"
        unknown: Int!
        precision: Float
        recall: Float
    }

    union SaveEfiFraudRuleResult = EfiFraudRule | EfiFraudRuleInvalidError
    union EfiFraudBackTestResult = EfiFraudBackTest | EfiFraudRuleInvalidError

    type EfiFraudPolicy {
        stepUpFrom: Int!
        reviewFrom: Int!
        blockFrom: Int!
        shadow: Boolean!
        unscoredAllowUpTo: Money!
        unscoredAbove: EfiFraudVerdict!
        fourEyesAbove: Money
        reviewHours: Int!
    }

    "Scores are 1 to 100, where 100 means never, and in order; amounts are in the minor unit"
    input EfiFraudPolicyInput {
        stepUpFrom: Int!
        reviewFrom: Int!
        blockFrom: Int!
        shadow: Boolean!
        unscoredAllowUpTo: Money!
        unscoredAbove: EfiFraudVerdict!
        fourEyesAbove: Money
        reviewHours: Int!
    }

    type EfiFraudPolicyInvalidError implements ErrorResult {
        errorCode: ErrorCode!
        message: String!
    }

    union SetEfiFraudPolicyResult = EfiFraudPolicy | EfiFraudPolicyInvalidError

    type EfiFraudPolicyPreview {
        verdict: EfiFraudVerdict!
        orders: EfiFraudTally!
    }

    enum EfiFraudListKind {
        EMAIL
        CUSTOMER
        DEVICE
        NETWORK
    }

    enum EfiFraudListVerdict {
        ALLOW
        BLOCK
    }

    type EfiFraudListEntry {
        id: ID!
        createdAt: DateTime!
        kind: String!
        "Enough to know it again; the value itself is not kept"
        hint: String!
        verdict: EfiFraudListVerdict!
        note: String!
        expiresAt: DateTime
    }

    input AddEfiFraudListEntryInput {
        kind: EfiFraudListKind!
        value: String!
        verdict: EfiFraudListVerdict!
        note: String! = ""
        expiresAt: DateTime
    }

    type EfiFraudGroupRates {
        group: String!
        orders: Int!
        blockRate: Float!
        reviewRate: Float!
        falsePositiveRate: Float
    }

    type EfiFraudFairness {
        byCountry: [EfiFraudGroupRates!]!
        byAccountAge: [EfiFraudGroupRates!]!
    }

    extend type Query {
        efiFraudRules: [EfiFraudRule!]!
        "What a rule would have done to the orders of the last days"
        efiFraudBackTest(expression: String!, days: Int! = 90): EfiFraudBackTestResult!
        efiFraudPolicy: EfiFraudPolicy!
        "What thresholds would have done to the orders of the last days"
        efiFraudPolicyPreview(
            stepUpFrom: Int!
            reviewFrom: Int!
            blockFrom: Int!
            days: Int! = 90
        ): [EfiFraudPolicyPreview!]!
        efiFraudListEntries: [EfiFraudListEntry!]!
        efiFraudFairness(days: Int! = 90): EfiFraudFairness!
        "All features that a rule can look at"
        efiFraudFeatures: [EfiFraudFeature!]!
    }

    extend type Mutation {
        saveEfiFraudRule(input: SaveEfiFraudRuleInput!): SaveEfiFraudRuleResult!
        setEfiFraudPolicy(input: EfiFraudPolicyInput!): SetEfiFraudPolicyResult!
        addEfiFraudListEntry(input: AddEfiFraudListEntryInput!): EfiFraudListEntry!
        removeEfiFraudListEntry(id: ID!): Boolean!
        "Cuts everything that is kept of a customer off from them. Returns how many decisions there were"
        eraseEfiFraudData(customerId: ID!): Int!
    }
`;

export const adminSchema: DocumentNode = gql`
    ${decisions}
    ${settings}
    ${modelSchema}
`;
