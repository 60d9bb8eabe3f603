import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';

export interface Hold {
    readonly id: string;
    readonly createdAt: string;
    readonly parts: readonly string[];
    readonly because: string;
    readonly until: string;
    readonly createdByName: string | null;
}

export const holdsQuery: TypedDocumentNode<{ efiPrivacyHolds: readonly Hold[] }, { customerId: string }> =
    gql`
        query EfiPrivacyHolds($customerId: ID!) {
            efiPrivacyHolds(customerId: $customerId) {
                id
                createdAt
                parts
                because
                until
                createdByName
            }
        }
    `;

type Answer =
    | { readonly __typename: 'EfiPrivacyLegalHold'; readonly id: string }
    | { readonly __typename: 'EfiPrivacyDeskError'; readonly message: string };

export const holdMutation: TypedDocumentNode<{ result: Answer }, { input: Record<string, unknown> }> = gql`
    mutation HoldEfiPrivacyData($input: HoldEfiPrivacyDataInput!) {
        result: holdEfiPrivacyData(input: $input) {
            ... on EfiPrivacyLegalHold {
                id
            }
            ... on ErrorResult {
                message
            }
        }
    }
`;

export const releaseMutation: TypedDocumentNode<
    { releaseEfiPrivacyHold: { success: boolean } },
    { id: string }
> = gql`
    mutation ReleaseEfiPrivacyHold($id: ID!) {
        releaseEfiPrivacyHold(id: $id) {
            success
        }
    }
`;
