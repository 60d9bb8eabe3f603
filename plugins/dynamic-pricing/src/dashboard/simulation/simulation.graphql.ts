import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';
import type { RuleInput, RuleInvalid } from '../rules/rules.graphql';

export interface Interval {
    readonly mean: number;
    readonly low: number;
    readonly high: number;
}

interface Figures {
    readonly units: Interval;
    readonly revenue: Interval;
    readonly margin: Interval;
}

export interface Comparison {
    readonly today: Figures;
    readonly withRule: Figures;
    readonly difference: Figures;
    readonly chanceToGain: number;
}

export interface Simulation {
    readonly __typename: 'EfiPricingSimulation';
    readonly variants: number;
    readonly variantsTold: number;
    readonly untold: readonly { readonly reason: string; readonly variants: number }[];
    readonly weeksReplayed: number;
    readonly isPartial: boolean;
    readonly notReplayable: string | null;
    readonly told: Comparison | null;
}

const figures = gql`
    fragment EfiFigures on EfiPricingFigures {
        units {
            mean
            low
            high
        }
        revenue {
            mean
            low
            high
        }
        margin {
            mean
            low
            high
        }
    }
`;

export const simulationQuery: TypedDocumentNode<
    { efiPricingSimulation: Simulation | RuleInvalid },
    { currencyCode: string; draft: RuleInput }
> = gql`
    query EfiPricingSimulation($currencyCode: CurrencyCode!, $draft: EfiPricingRuleInput!) {
        efiPricingSimulation(currencyCode: $currencyCode, draft: $draft) {
            __typename
            ... on EfiPricingSimulation {
                variants
                variantsTold
                untold {
                    reason
                    variants
                }
                weeksReplayed
                isPartial
                notReplayable
                told {
                    today {
                        ...EfiFigures
                    }
                    withRule {
                        ...EfiFigures
                    }
                    difference {
                        ...EfiFigures
                    }
                    chanceToGain
                }
            }
            ... on EfiPricingRuleInvalidError {
                field
                message
            }
        }
    }
    ${figures}
`;
