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
        "In the language asked for, else in that of the request"
        text(languageCode: LanguageCode): String!
    }

    enum EfiFraudUnit {
        COUNT
        DAYS
        "0 or 1"
        FLAG
        "0 to 1"
        SHARE
        "How many robust standard deviations away from the median"
        DEVIATIONS
        "0 to 23, in UTC"
        HOUR
        "0 the same, 1 another street, 2 another postal code, 3 another country"
        STEPS
        "Natural logarithm of 1 and the amount in the currency's major unit"
        LOGARITHM
    }

    type EfiFraudFeature {
        name: String!
        "In the language asked for, else in that of the request"
        label(languageCode: LanguageCode): String!
        unit: EfiFraudUnit!
        "Null when it is not known"
        value: Float
    }

    type EfiFraudNote {
        id: ID!
        createdAt: DateTime!
        kind: String!
        text: String!
        "What the administrator signs in with, or customer"
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
        "Whether accepting takes the money"
        isCapturedAtOnce: Boolean!
        "How the channel decided at that time"
        policy: EfiFraudPolicy!
        "Whether a second person has to accept it"
        needsSecondPerson: Boolean!
        "Who has accepted it already, when a second person has to"
        acceptedOnceBy: String
        decidedBy: String
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
        "Let through in shadow mode, though the policy says otherwise"
        SHADOW
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
            "Of this order only"
            orderId: ID
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
        "In the language asked for, else in that of the request"
        name(languageCode: LanguageCode): String!
        "In CEL, over the features"
        expression: String!
        "Added to the logarithm of the odds of fraud"
        points: Float!
        "The mildest verdict once it fires"
        atLeast: EfiFraudVerdict
        enabled: Boolean!
        "What the administrator signs in with; null when it came with the plugin"
        createdBy: String
        "Null as long as it is the present version"
        retiredAt: DateTime
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
        "The present version first"
        efiFraudRuleVersions(code: String!): [EfiFraudRule!]!
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
