import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';
import type { Interval } from '../shared/rate';

export interface Rate extends Interval {
    readonly lists: number;
    readonly value: number;
}

interface Followed {
    readonly shown: number;
    readonly clicked: Rate;
    readonly inCart: Rate;
    readonly bought: Rate;
}

export interface Outcome extends Followed {
    readonly placement: string;
    readonly modelId: string;
    readonly anonymousShown: number;
    readonly anonymousClicks: number;
}

interface Arm extends Followed {
    readonly arm: 'IN_PLACE' | 'CHALLENGER';
}

export interface Experiment {
    readonly id: string;
    readonly placement: string | null;
    readonly challengerId: string | null;
    readonly share: number;
    readonly startedAt: string;
    readonly startedBy: string;
    readonly endedAt: string | null;
    readonly arms: readonly Arm[];
    readonly clickedDifference: Interval;
    readonly boughtDifference: Interval;
}

const FOLLOWED = `
    shown
    clicked { lists value from to }
    inCart { lists value from to }
    bought { lists value from to }
`;

export const outcomesQuery: TypedDocumentNode<
    { efiRecommendationOutcomes: readonly Outcome[] },
    { since: string }
> = gql`
    query EfiRecommendationOutcomes($since: DateTime!) {
        efiRecommendationOutcomes(since: $since) {
            placement
            modelId
            anonymousShown
            anonymousClicks
            ${FOLLOWED}
        }
    }
`;

const EXPERIMENT = `
    id
    placement
    challengerId
    share
    startedAt
    startedBy
    endedAt
    arms { arm ${FOLLOWED} }
    clickedDifference { from to }
    boughtDifference { from to }
`;

export const experimentsQuery: TypedDocumentNode<
    { efiRecommendationExperiments: readonly Experiment[] },
    Record<string, never>
> = gql`
    query EfiRecommendationExperiments {
        efiRecommendationExperiments { ${EXPERIMENT} }
    }
`;

export const startExperimentMutation: TypedDocumentNode<
    { startEfiRecommendationExperiment: { id: string } },
    { input: { placement: string | null; challengerId: string | null; share: number } }
> = gql`
    mutation StartEfiRecommendationExperiment($input: StartEfiRecommendationExperimentInput!) {
        startEfiRecommendationExperiment(input: $input) {
            id
        }
    }
`;

export const endExperimentMutation: TypedDocumentNode<
    { endEfiRecommendationExperiment: { id: string } },
    { id: string }
> = gql`
    mutation EndEfiRecommendationExperiment($id: ID!) {
        endEfiRecommendationExperiment(id: $id) {
            id
        }
    }
`;
