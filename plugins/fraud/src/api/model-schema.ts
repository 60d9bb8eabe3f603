import type { DocumentNode } from 'graphql';
import { gql } from 'graphql-tag';

/** Trained models: their cards, and what people do with them. */
export const modelSchema: DocumentNode = gql`
    "In place: it scores. Rejected: it was not better. Retired: it was in place before."
    enum EfiFraudModelState {
        IN_PLACE
        REJECTED
        RETIRED
    }

    enum EfiFraudModelKind {
        LOGISTIC
        TREES
    }

    "A figure with the range that holds it with 95 % confidence"
    type EfiFraudEstimate {
        value: Float!
        from: Float!
        to: Float!
    }

    "Payments of a span of time whose outcome is known"
    type EfiFraudSample {
        from: DateTime!
        to: DateTime!
        attempts: Int!
        frauds: Int!
    }

    type EfiFraudPerformance {
        "Area under the precision-recall curve, 0 to 1: the share of fraud is what chance reaches"
        prAuc: EfiFraudEstimate!
        "Share of the frauds that are caught while 1 % of the good orders are stopped"
        recallAt1: EfiFraudEstimate!
        "Mean squared distance of the probability from what was: the lower, the better"
        brier: EfiFraudEstimate!
        "Mean distance of said from was over the bins of the calibration"
        calibrationError: EfiFraudEstimate!
    }

    "Payments whose probability lay between two bounds"
    type EfiFraudCalibrationBin {
        from: Float!
        to: Float!
        attempts: Int!
        "Mean probability, and the share that was fraud: on the diagonal of a plot where they are the same"
        said: Float!
        was: Float!
    }

    type EfiFraudDrift {
        feature: String!
        "In the language of the request"
        label: String!
        "Population stability index: below 0.1 stable, above 0.25 another population"
        psi: Float!
    }

    "Good orders of one group that would be stopped, at the threshold that stops 1 % of all good orders"
    type EfiFraudFalsePositives {
        "A country's code, or: guest, under 7 days, 7 to 90 days, 90 days and more; – where it is not known"
        group: String!
        goodOrders: Int!
        stopped: Int!
        rate: EfiFraudEstimate!
        "Whether the group differs from all others by more than chance explains"
        differs: Boolean!
    }

    "What a model learned from, and what it can do. Holds no personal data"
    type EfiFraudModelCard {
        kind: EfiFraudModelKind!
        learnedFrom: EfiFraudSample!
        "All of it later than what it learned from"
        measuredOn: EfiFraudSample!
        "How old a payment was at least, in days, before no complaint counted as good"
        labelDelayDays: Int!
        model: EfiFraudPerformance!
        rulesAlone: EfiFraudPerformance!
        "The model that was in place then, on the same payments; null when there was none"
        inPlace: EfiFraudPerformance
        "What a coin reaches"
        chancePrAuc: Float!
        chanceRecallAt1: Float!
        "By how much the PR-AUC is higher; the model is better where the whole range is above 0"
        overRules: EfiFraudEstimate!
        overInPlace: EfiFraudEstimate
        calibration: [EfiFraudCalibrationBin!]!
        "Of what it was measured on from what it learned from, the most moved first"
        drift: [EfiFraudDrift!]!
        byCountry: [EfiFraudFalsePositives!]!
        byAccountAge: [EfiFraudFalsePositives!]!
    }

    type EfiFraudModel {
        id: ID!
        createdAt: DateTime!
        state: EfiFraudModelState!
        "Why it is in its state: what the comparison said, or what a person wrote"
        reason: String!
        "The administrator who decided; null when the comparison did"
        decidedBy: String
        decidedAt: DateTime!
        "Whether its numbers are kept, so that it can be put in place"
        isKept: Boolean!
        card: EfiFraudModelCard!
    }

    type EfiFraudModelRefusedError implements ErrorResult {
        errorCode: ErrorCode!
        message: String!
    }

    union PutEfiFraudModelInPlaceResult = EfiFraudModel | EfiFraudModelRefusedError

    extend type Query {
        "The newest first, at most 100"
        efiFraudModels(take: Int! = 20): [EfiFraudModel!]!
        """
        The training that was asked for last, as long as the job queue remembers it: its progress in percent, and as its
        result { trained, reason, modelId, promoted }, where a reason without a model says what was missing
        """
        efiFraudTraining: Job
    }

    extend type Mutation {
        "Trains in the worker"
        trainEfiFraudModel: Job!
        "Ends the training that runs or waits. Null when there is none"
        cancelEfiFraudTraining: Job
        "Puts an older model, or one that was rejected, in place by hand"
        putEfiFraudModelInPlace(id: ID!, reason: String!): PutEfiFraudModelInPlaceResult!
    }
`;
