import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';

export interface Entry {
    readonly part: string;
    readonly table: string;
    readonly isOfStaff: boolean;
    readonly holds: string;
    readonly purpose: string;
    readonly basis: string;
    readonly retention: string;
    readonly columns: readonly { readonly name: string; readonly says: string }[];
    readonly isFound: boolean;
    readonly withheld: readonly string[];
    readonly erasure: 'DELETION' | 'OVERWRITING' | 'NOTHING';
    readonly overwritten: readonly string[];
    readonly keptBecause: string | null;
}

export const entriesQuery: TypedDocumentNode<
    { efiProcessingEntries: readonly Entry[] },
    Record<string, never>
> = gql`
    query EfiProcessingEntries {
        efiProcessingEntries {
            part
            table
            isOfStaff
            holds
            purpose
            basis
            retention
            columns {
                name
                says
            }
            isFound
            withheld
            erasure
            overwritten
            keptBecause
        }
    }
`;

export interface Recipient {
    readonly name: string;
    readonly does: string;
    readonly gets: string;
    readonly role: 'PROCESSOR' | 'CONTROLLER';
    readonly place: string | null;
    readonly transfer: string | null;
}

export const recipientsQuery: TypedDocumentNode<
    { efiProcessingRecipients: readonly Recipient[] },
    Record<string, never>
> = gql`
    query EfiProcessingRecipients {
        efiProcessingRecipients {
            name
            does
            gets
            role
            place
            transfer
        }
    }
`;

export const recordQuery: TypedDocumentNode<{ efiRecordOfProcessing: string }, Record<string, never>> = gql`
    query EfiRecordOfProcessing {
        efiRecordOfProcessing
    }
`;
