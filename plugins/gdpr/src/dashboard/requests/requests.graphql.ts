import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { DocumentNode } from 'graphql';
import { gql } from 'graphql-tag';

export type Act = 'VERIFY' | 'COMPLETE' | 'EXTEND' | 'RETRY' | 'REFUSE' | 'CANCEL';

export interface RequestSummary {
    readonly id: string;
    readonly kind: string;
    readonly state: string;
    readonly customerId: string;
    readonly person: { readonly name: string; readonly emailAddress: string } | null;
    readonly createdAt: string;
    readonly verifiedAt: string | null;
    readonly verifiedBy: string | null;
    readonly dueAt: string;
    readonly extendedBecause: string | null;
    readonly endedAt: string | null;
}

export interface Part {
    readonly part: string;
    readonly state: string;
    readonly rows: number;
    readonly attempts: number;
    readonly problem: string | null;
    readonly doneAt: string | null;
}

export interface RequestDetail extends RequestSummary {
    readonly note: string | null;
    readonly startsAt: string;
    readonly refusedBecause: string | null;
    readonly attempts: number;
    readonly nextTryAt: string | null;
    readonly certificate: string | null;
    readonly export: { readonly expiresAt: string; readonly bytes: number } | null;
    readonly acts: readonly Act[];
    readonly parts: readonly Part[];
}

const summary: DocumentNode = gql`
    fragment EfiPrivacyRequestSummary on EfiPrivacyRequest {
        id
        kind
        state
        customerId
        person {
            name
            emailAddress
        }
        createdAt
        verifiedAt
        verifiedBy
        dueAt
        extendedBecause
        endedAt
    }
`;

export const requestsQuery: TypedDocumentNode<
    { efiPrivacyRequests: { items: readonly RequestSummary[]; totalItems: number } },
    { options: Record<string, unknown> }
> = gql`
    query EfiPrivacyRequests($options: EfiPrivacyRequestsOptions) {
        efiPrivacyRequests(options: $options) {
            items {
                ...EfiPrivacyRequestSummary
            }
            totalItems
        }
    }
    ${summary}
`;

export const requestQuery: TypedDocumentNode<{ efiPrivacyRequest: RequestDetail | null }, { id: string }> =
    gql`
        query EfiPrivacyRequest($id: String!) {
            efiPrivacyRequest(id: $id) {
                ...EfiPrivacyRequestSummary
                note
                startsAt
                refusedBecause
                attempts
                nextTryAt
                certificate
                export {
                    expiresAt
                    bytes
                }
                acts
                parts {
                    part
                    state
                    rows
                    attempts
                    problem
                    doneAt
                }
            }
        }
        ${summary}
    `;

/** What a mutation about a request answers. */
type Answer =
    | { readonly __typename: 'EfiPrivacyRequest'; readonly id: string }
    | { readonly __typename: 'EfiPrivacyDeskError'; readonly message: string };

type Mutation<Variables extends Record<string, unknown>> = TypedDocumentNode<{ result: Answer }, Variables>;

export const openMutation: Mutation<{ input: Record<string, unknown> }> = gql`
    mutation OpenEfiPrivacyRequest($input: OpenEfiPrivacyRequestInput!) {
        result: openEfiPrivacyRequest(input: $input) {
            ... on EfiPrivacyRequest {
                id
            }
            ... on ErrorResult {
                message
            }
        }
    }
`;

export const verifyMutation: Mutation<{ id: string }> = gql`
    mutation VerifyEfiPrivacyRequest($id: String!) {
        result: verifyEfiPrivacyRequest(id: $id) {
            ... on ErrorResult {
                message
            }
        }
    }
`;

export const completeMutation: Mutation<{ id: string }> = gql`
    mutation CompleteEfiPrivacyRequest($id: String!) {
        result: completeEfiPrivacyRequest(id: $id) {
            ... on ErrorResult {
                message
            }
        }
    }
`;

export const retryMutation: Mutation<{ id: string }> = gql`
    mutation RetryEfiPrivacyRequest($id: String!) {
        result: retryEfiPrivacyRequest(id: $id) {
            ... on ErrorResult {
                message
            }
        }
    }
`;

export const cancelMutation: Mutation<{ id: string }> = gql`
    mutation CancelEfiPrivacyRequest($id: String!) {
        result: cancelEfiPrivacyRequest(id: $id) {
            ... on ErrorResult {
                message
            }
        }
    }
`;

export const extendMutation: Mutation<{ id: string; because: string }> = gql`
    mutation ExtendEfiPrivacyRequest($id: String!, $because: String!) {
        result: extendEfiPrivacyRequest(id: $id, because: $because) {
            ... on ErrorResult {
                message
            }
        }
    }
`;

export const refuseMutation: Mutation<{ id: string; because: string }> = gql`
    mutation RefuseEfiPrivacyRequest($id: String!, $because: String!) {
        result: refuseEfiPrivacyRequest(id: $id, because: $because) {
            ... on ErrorResult {
                message
            }
        }
    }
`;
