import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';

export interface Hold {
    readonly id: string;
    readonly createdAt: string;
    readonly parts: readonly string[];
    readonly because: string;
    readonly until: string;
    readonly isSealed: boolean;
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
                isSealed
                createdByName
            }
        }
    `;

type Answer =
    | { readonly __typename: 'EfiPrivacyLegalHold'; readonly id: string }
    | { readonly __typename: 'EfiPrivacyDeskError'; readonly message: string };

export interface HeldPart {
    readonly part: string;
    readonly rows: readonly Readonly<Record<string, unknown>>[];
}

type Opened =
    | { readonly __typename: 'EfiHeldData'; readonly parts: readonly HeldPart[] }
    | { readonly __typename: 'EfiPrivacyDeskError'; readonly message: string };

export const openHeldMutation: TypedDocumentNode<
    { result: Opened },
    { input: { holdId: string; because: string } }
> = gql`
    mutation OpenEfiHeldData($input: OpenEfiHeldDataInput!) {
        result: openEfiHeldData(input: $input) {
            ... on EfiHeldData {
                parts {
                    part
                    rows
                }
            }
            ... on EfiPrivacyDeskError {
                message
            }
        }
    }
`;

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
