import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';
import type { Amount } from '../shared/payment.types';
import type { List } from '../shared/payments.graphql';

/** One comparison of the ledger with a provider's books. */
export interface Reconciliation {
    readonly id: string;
    readonly createdAt: string;
    readonly gateway: string;
    readonly periodFrom: string;
    readonly periodTo: string;
    readonly state: string;
    readonly movements: number;
    readonly repaired: number;
    readonly discrepancies: number;
    readonly error: string | null;
}

export const reconciliationsQuery: TypedDocumentNode<
    { efiReconciliations: List<Reconciliation> },
    { take: number }
> = gql`
    query EfiReconciliations($take: Int!) {
        efiReconciliations(options: { take: $take, sort: { createdAt: DESC } }) {
            items {
                id
                createdAt
                gateway
                periodFrom
                periodTo
                state
                movements
                repaired
                discrepancies
                error
            }
            totalItems
        }
    }
`;

export interface Discrepancy {
    readonly id: string;
    readonly gateway: string;
    readonly kind: string;
    readonly movementKind: string;
    readonly providerReference: string;
    readonly intentId: string | null;
    readonly there: Amount | null;
    readonly here: Amount | null;
    readonly occurredAt: string;
    readonly state: string;
    readonly resolvedAt: string | null;
    readonly resolvedBy: string | null;
    readonly reason: string | null;
}

export const discrepanciesQuery: TypedDocumentNode<
    { efiDiscrepancies: List<Discrepancy> },
    { take: number; state: string }
> = gql`
    query EfiDiscrepancies($take: Int!, $state: String!) {
        efiDiscrepancies(
            options: { take: $take, filter: { state: { eq: $state } }, sort: { occurredAt: ASC } }
        ) {
            items {
                id
                gateway
                kind
                movementKind
                providerReference
                intentId
                there {
                    value
                    currencyCode
                }
                here {
                    value
                    currencyCode
                }
                occurredAt
                state
                resolvedAt
                resolvedBy
                reason
            }
            totalItems
        }
    }
`;

export const resolveDiscrepancyMutation: TypedDocumentNode<
    { resolveEfiDiscrepancy: { id: string } },
    { input: { id: string; reason: string } }
> = gql`
    mutation ResolveEfiDiscrepancy($input: ResolveEfiDiscrepancyInput!) {
        resolveEfiDiscrepancy(input: $input) {
            id
        }
    }
`;

export const startReconciliationMutation: TypedDocumentNode<
    { startEfiReconciliation: { id: string } },
    { input: { gateway?: string; from?: string; to?: string } }
> = gql`
    mutation StartEfiReconciliation($input: StartEfiReconciliationInput) {
        startEfiReconciliation(input: $input) {
            id
        }
    }
`;

export interface ReconciliationJob {
    readonly state: string;
    readonly progress: number;
    readonly isSettled: boolean;
    /** Message of what was thrown. */
    readonly error: string | null;
}

export const jobQuery: TypedDocumentNode<{ job: ReconciliationJob | null }, { id: string }> = gql`
    query EfiReconciliationJob($id: ID!) {
        job(jobId: $id) {
            state
            progress
            isSettled
            error
        }
    }
`;
