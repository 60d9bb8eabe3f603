import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';

export interface Score {
    readonly name: string;
    readonly precision: number;
    readonly recall: number;
    readonly ndcg: number;
    readonly ndcgFrom: number;
    readonly ndcgTo: number;
    readonly coverage: number;
    readonly popularityBias: number;
}

export interface Model {
    readonly id: string;
    readonly createdAt: string;
    readonly state: 'IN_PLACE' | 'REJECTED' | 'RETIRED';
    readonly reason: string;
    readonly decidedBy: string | null;
    readonly decidedAt: string;
    readonly isKept: boolean;
    readonly from: string;
    readonly to: string;
    readonly orders: number;
    readonly lines: number;
    readonly events: number;
    readonly usesEvents: boolean;
    readonly products: number;
    readonly people: number;
    readonly heldBackSince: string;
    readonly measuredOn: number;
    readonly scores: readonly Score[];
    readonly drift: number;
    readonly seconds: number;
    readonly bytes: number;
}

export const modelsQuery: TypedDocumentNode<
    { efiRecommendationModels: readonly Model[] },
    Record<string, never>
> = gql`
    query EfiRecommendationModels {
        efiRecommendationModels(take: 20) {
            id
            createdAt
            state
            reason
            decidedBy
            decidedAt
            isKept
            from
            to
            orders
            lines
            events
            usesEvents
            products
            people
            heldBackSince
            measuredOn
            scores {
                name
                precision
                recall
                ndcg
                ndcgFrom
                ndcgTo
                coverage
                popularityBias
            }
            drift
            seconds
            bytes
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

const TRAINING = 'id state progress isSettled settledAt error result';

export const trainingQuery: TypedDocumentNode<
    { efiRecommendationTraining: Training | null },
    Record<string, never>
> = gql`
    query EfiRecommendationTraining {
        efiRecommendationTraining { ${TRAINING} }
    }
`;

export const trainMutation: TypedDocumentNode<
    { trainEfiRecommendations: { id: string } },
    Record<string, never>
> = gql`
    mutation TrainEfiRecommendations {
        trainEfiRecommendations {
            id
        }
    }
`;

export const cancelTrainingMutation: TypedDocumentNode<
    { cancelEfiRecommendationTraining: { id: string } },
    Record<string, never>
> = gql`
    mutation CancelEfiRecommendationTraining {
        cancelEfiRecommendationTraining {
            id
        }
    }
`;

export const promoteMutation: TypedDocumentNode<
    { promoteEfiRecommendationModel: { id: string } },
    { id: string; reason: string }
> = gql`
    mutation PromoteEfiRecommendationModel($id: ID!, $reason: String!) {
        promoteEfiRecommendationModel(id: $id, reason: $reason) {
            id
        }
    }
`;
