import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';

export interface MachineKey {
    readonly id: string;
    readonly createdAt: string;
    readonly name: string;
    readonly scopes: readonly string[];
    readonly createdBy: string;
    readonly expiresAt: string | null;
    readonly lastUsedAt: string | null;
    readonly revokedAt: string | null;
}

export type KeyFault =
    'NAME_MISSING' | 'NO_SCOPES' | 'SCOPE_NOT_ALLOWED' | 'SCOPE_NOT_HELD' | 'ALREADY_EXPIRED';

type Created =
    | { readonly __typename: 'EfiNewMachineKey'; readonly key: string }
    | { readonly __typename: 'EfiMachineKeyRefusedError'; readonly fault: KeyFault };

export const keysQuery: TypedDocumentNode<
    { efiMachineKeys: readonly MachineKey[] },
    Record<string, never>
> = gql`
    query EfiMachineKeys {
        efiMachineKeys {
            id
            createdAt
            name
            scopes
            createdBy
            expiresAt
            lastUsedAt
            revokedAt
        }
    }
`;

export const createKeyMutation: TypedDocumentNode<
    { createEfiMachineKey: Created },
    {
        readonly input: {
            readonly name: string;
            readonly scopes: readonly string[];
            readonly expiresAt: string | null;
        };
    }
> = gql`
    mutation CreateEfiMachineKey($input: CreateEfiMachineKeyInput!) {
        createEfiMachineKey(input: $input) {
            __typename
            ... on EfiNewMachineKey {
                key
            }
            ... on EfiMachineKeyRefusedError {
                fault
            }
        }
    }
`;

export const revokeKeyMutation: TypedDocumentNode<
    { revokeEfiMachineKey: { readonly id: string } | null },
    { readonly id: string }
> = gql`
    mutation RevokeEfiMachineKey($id: String!) {
        revokeEfiMachineKey(id: $id) {
            id
        }
    }
`;
