import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';

export interface ListEntry {
    readonly id: string;
    readonly createdAt: string;
    readonly kind: string;
    readonly hint: string;
    readonly verdict: 'ALLOW' | 'BLOCK';
    readonly note: string;
    readonly expiresAt: string | null;
}

export interface NewEntry {
    readonly kind: string;
    readonly value: string;
    readonly verdict: string;
    readonly note: string;
    readonly expiresAt: string | null;
}

export const entriesQuery: TypedDocumentNode<
    { efiFraudListEntries: readonly ListEntry[] },
    Record<string, never>
> = gql`
    query EfiFraudListEntries {
        efiFraudListEntries {
            id
            createdAt
            kind
            hint
            verdict
            note
            expiresAt
        }
    }
`;

export const addEntryMutation: TypedDocumentNode<
    { addEfiFraudListEntry: { id: string } },
    { input: NewEntry }
> = gql`
    mutation AddEfiFraudListEntry($input: AddEfiFraudListEntryInput!) {
        addEfiFraudListEntry(input: $input) {
            id
        }
    }
`;

export const removeEntryMutation: TypedDocumentNode<{ removeEfiFraudListEntry: boolean }, { id: string }> =
    gql`
        mutation RemoveEfiFraudListEntry($id: ID!) {
            removeEfiFraudListEntry(id: $id)
        }
    `;
