import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';
import type { Trace } from '../shared/trace';

export interface Run {
    readonly id: string;
    readonly createdAt: string;
    readonly endedAt: string | null;
    readonly currencyCode: string;
    readonly mode: string;
    readonly state: string;
    readonly startedBy: string;
    readonly totalVariants: number;
    readonly doneVariants: number;
    readonly changedPrices: number;
    readonly heldPrices: number;
    readonly error: string | null;
}

export interface Decision {
    readonly id: string;
    readonly createdAt: string;
    readonly runId: string;
    readonly productVariantId: string;
    readonly productVariantName: string;
    readonly sku: string;
    readonly currencyCode: string;
    readonly state: string;
    readonly previousPrice: number;
    readonly listPrice: number;
    readonly price: number;
    readonly trace: Trace;
}

export interface Outcome {
    readonly changed: number;
    readonly overtaken: number;
}

export const runsQuery: TypedDocumentNode<
    { efiPricingRuns: { readonly items: readonly Run[]; readonly totalItems: number } },
    { take: number }
> = gql`
    query EfiPricingRuns($take: Int!) {
        efiPricingRuns(take: $take) {
            totalItems
            items {
                id
                createdAt
                endedAt
                currencyCode
                mode
                state
                startedBy
                totalVariants
                doneVariants
                changedPrices
                heldPrices
                error
            }
        }
    }
`;

export const decisionsQuery: TypedDocumentNode<
    { efiPriceDecisions: { readonly items: readonly Decision[]; readonly totalItems: number } },
    { state?: string; runId?: string; take: number }
> = gql`
    query EfiPriceDecisions($state: String, $runId: ID, $take: Int!) {
        efiPriceDecisions(state: $state, runId: $runId, take: $take) {
            totalItems
            items {
                id
                createdAt
                runId
                productVariantId
                productVariantName
                sku
                currencyCode
                state
                previousPrice
                listPrice
                price
                trace
            }
        }
    }
`;

export const startRunMutation: TypedDocumentNode<
    { startEfiPricingRun: { readonly __typename: string; readonly id?: string; readonly message?: string } },
    { currencyCode: string }
> = gql`
    mutation StartEfiPricingRun($currencyCode: CurrencyCode!) {
        startEfiPricingRun(currencyCode: $currencyCode) {
            __typename
            ... on EfiPricingRun {
                id
            }
            ... on EfiPricingNotStartedError {
                message
            }
        }
    }
`;

export const cancelRunMutation: TypedDocumentNode<
    { cancelEfiPricingRun: { readonly id: string } | null },
    { id: string }
> = gql`
    mutation CancelEfiPricingRun($id: ID!) {
        cancelEfiPricingRun(id: $id) {
            id
        }
    }
`;

export const rollBackMutation: TypedDocumentNode<
    { rollBackEfiPricingRun: Outcome },
    { id: string; reason: string }
> = gql`
    mutation RollBackEfiPricingRun($id: ID!, $reason: String) {
        rollBackEfiPricingRun(id: $id, reason: $reason) {
            changed
            overtaken
        }
    }
`;

export const approveMutation: TypedDocumentNode<
    { approveEfiPriceDecisions: Outcome },
    { ids: readonly string[] }
> = gql`
    mutation ApproveEfiPriceDecisions($ids: [ID!]) {
        approveEfiPriceDecisions(ids: $ids) {
            changed
            overtaken
        }
    }
`;

export const rejectMutation: TypedDocumentNode<
    { rejectEfiPriceDecisions: number },
    { ids: readonly string[]; reason: string }
> = gql`
    mutation RejectEfiPriceDecisions($ids: [ID!], $reason: String) {
        rejectEfiPriceDecisions(ids: $ids, reason: $reason)
    }
`;
