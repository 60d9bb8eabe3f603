import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';

export interface Consent {
    readonly purpose: string;
    readonly agreed: boolean;
    readonly at: string;
    readonly endedAt: string | null;
    readonly method: string;
    readonly textVersion: number;
    readonly recordedByName: string | null;
    readonly because: string | null;
}

export interface GlancePart {
    readonly part: string;
    readonly holds: string;
    readonly basis: string;
    readonly retention: string;
    readonly rows: number | null;
}

export interface GlanceRequest {
    readonly id: string;
    readonly kind: string;
    readonly state: string;
    readonly createdAt: string;
    readonly dueAt: string;
    readonly endedAt: string | null;
}

export interface Glance {
    readonly __typename: 'EfiPrivacyGlance';
    readonly parts: readonly GlancePart[];
    readonly consents: readonly Consent[];
    readonly requests: readonly GlanceRequest[];
}

export const lookMutation: TypedDocumentNode<
    { result: Glance | { readonly __typename: 'EfiPrivacyDeskError'; readonly message: string } },
    { input: { customerId: string; reason: string; because: string } }
> = gql`
    mutation LookAtEfiPrivacyData($input: LookAtEfiPrivacyDataInput!) {
        result: lookAtEfiPrivacyData(input: $input) {
            ... on EfiPrivacyGlance {
                parts {
                    part
                    holds
                    basis
                    retention
                    rows
                }
                consents {
                    purpose
                    agreed
                    at
                    endedAt
                    method
                    textVersion
                    recordedByName
                    because
                }
                requests {
                    id
                    kind
                    state
                    createdAt
                    dueAt
                    endedAt
                }
            }
            ... on ErrorResult {
                message
            }
        }
    }
`;
