import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';

/** With the range that holds it with 95 % confidence. */
export interface Estimate {
    readonly value: number;
    readonly from: number;
    readonly to: number;
}

interface Sample {
    readonly from: string;
    readonly to: string;
    readonly attempts: number;
    readonly frauds: number;
}

interface Performance {
    readonly prAuc: Estimate;
    readonly recallAt1: Estimate;
    readonly brier: Estimate;
    readonly calibrationError: Estimate;
}

export interface CalibrationBin {
    readonly attempts: number;
    readonly said: number;
    readonly was: number;
}

export interface FalsePositives {
    readonly group: string;
    readonly goodOrders: number;
    readonly stopped: number;
    readonly rate: Estimate;
    readonly differs: boolean;
}

export interface ModelCard {
    readonly kind: 'LOGISTIC' | 'TREES';
    readonly learnedFrom: Sample;
    readonly measuredOn: Sample;
    readonly labelDelayDays: number;
    readonly model: Performance;
    readonly rulesAlone: Performance;
    readonly inPlace: Performance | null;
    readonly chancePrAuc: number;
    readonly chanceRecallAt1: number;
    readonly calibration: readonly CalibrationBin[];
    readonly drift: readonly { readonly feature: string; readonly label: string; readonly psi: number }[];
    readonly byCountry: readonly FalsePositives[];
    readonly byAccountAge: readonly FalsePositives[];
}

export interface Model {
    readonly id: string;
    readonly createdAt: string;
    readonly state: 'IN_PLACE' | 'REJECTED' | 'RETIRED';
    readonly reason: string;
    readonly decidedBy: string | null;
    readonly decidedAt: string;
    readonly isKept: boolean;
    readonly card: ModelCard;
}

const ESTIMATE = '{ value from to }';
const PERFORMANCE = `{
    prAuc ${ESTIMATE} recallAt1 ${ESTIMATE} brier ${ESTIMATE} calibrationError ${ESTIMATE}
}`;
const SAMPLE = '{ from to attempts frauds }';
const GROUPS = `{ group goodOrders stopped rate ${ESTIMATE} differs }`;

export const modelsQuery: TypedDocumentNode<
    { efiFraudModels: readonly Model[] },
    Record<string, never>
> = gql`
    query EfiFraudModels {
        efiFraudModels {
            id
            createdAt
            state
            reason
            decidedBy
            decidedAt
            isKept
            card {
                kind
                learnedFrom ${SAMPLE}
                measuredOn ${SAMPLE}
                labelDelayDays
                model ${PERFORMANCE}
                rulesAlone ${PERFORMANCE}
                inPlace ${PERFORMANCE}
                chancePrAuc
                chanceRecallAt1
                calibration { attempts said was }
                drift { feature label psi }
                byCountry ${GROUPS}
                byAccountAge ${GROUPS}
            }
        }
    }
`;

export interface Training {
    readonly id: string;
    readonly state: string;
    readonly progress: number;
    readonly isSettled: boolean;
    readonly settledAt: string | null;
    readonly error: string | null;
    readonly result: {
        readonly trained?: boolean;
        readonly promoted?: boolean;
        readonly reason?: string;
    } | null;
}

export const trainingQuery: TypedDocumentNode<
    { efiFraudTraining: Training | null },
    Record<string, never>
> = gql`
    query EfiFraudTraining {
        efiFraudTraining {
            id
            state
            progress
            isSettled
            settledAt
            error
            result
        }
    }
`;

export const trainMutation: TypedDocumentNode<
    { trainEfiFraudModel: { id: string } },
    Record<string, never>
> = gql`
    mutation TrainEfiFraudModel {
        trainEfiFraudModel {
            id
        }
    }
`;

export const cancelTrainingMutation: TypedDocumentNode<
    { cancelEfiFraudTraining: { id: string } | null },
    Record<string, never>
> = gql`
    mutation CancelEfiFraudTraining {
        cancelEfiFraudTraining {
            id
        }
    }
`;

export const putInPlaceMutation: TypedDocumentNode<
    {
        putEfiFraudModelInPlace:
            | { readonly __typename: 'EfiFraudModel' }
            | { readonly __typename: 'EfiFraudModelRefusedError'; readonly message: string };
    },
    { id: string; reason: string }
> = gql`
    mutation PutEfiFraudModelInPlace($id: ID!, $reason: String!) {
        putEfiFraudModelInPlace(id: $id, reason: $reason) {
            __typename
            ... on ErrorResult {
                message
            }
        }
    }
`;

interface GroupRates {
    readonly group: string;
    readonly orders: number;
    readonly blockRate: number;
    readonly reviewRate: number;
    readonly falsePositiveRate: number | null;
}

export const fairnessQuery: TypedDocumentNode<
    {
        efiFraudFairness: {
            readonly byCountry: readonly GroupRates[];
            readonly byAccountAge: readonly GroupRates[];
        };
    },
    Record<string, never>
> = gql`
    query EfiFraudFairness {
        efiFraudFairness {
            byCountry {
                group
                orders
                blockRate
                reviewRate
                falsePositiveRate
            }
            byAccountAge {
                group
                orders
                blockRate
                reviewRate
                falsePositiveRate
            }
        }
    }
`;
