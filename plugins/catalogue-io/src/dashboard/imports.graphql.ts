import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';

export interface Import {
    readonly id: string;
    readonly createdAt: string;
    readonly state: string;
    readonly fileName: string;
    readonly dryRun: boolean;
    readonly progress: number;
    readonly created: number;
    readonly updated: number;
    readonly unchanged: number;
    readonly refused: number;
    readonly error: string | null;
    readonly problems: { readonly totalItems: number };
}

interface Problem {
    readonly id: string;
    readonly line: number;
    readonly reason: string;
    readonly isWarning: boolean;
}

export const importsQuery: TypedDocumentNode<
    { efiCatalogueImports: { items: readonly Import[]; totalItems: number } },
    { take: number }
> = gql`
    query EfiCatalogueImports($take: Int!) {
        efiCatalogueImports(take: $take) {
            totalItems
            items {
                id
                createdAt
                state
                fileName
                dryRun
                progress
                created
                updated
                unchanged
                refused
                error
                problems(take: 0) {
                    totalItems
                }
            }
        }
    }
`;

export const problemsQuery: TypedDocumentNode<
    { efiCatalogueImport: { problems: { items: readonly Problem[]; totalItems: number } } | null },
    { id: string; skip: number }
> = gql`
    query EfiCatalogueProblems($id: ID!, $skip: Int!) {
        efiCatalogueImport(id: $id) {
            problems(skip: $skip, take: 50) {
                totalItems
                items {
                    id
                    line
                    reason
                    isWarning
                }
            }
        }
    }
`;

interface StartInput {
    readonly file: File;
    readonly format: string;
    readonly dryRun: boolean;
}

export const startMutation: TypedDocumentNode<unknown, { input: StartInput }> = gql`
    mutation StartEfiCatalogueImport($input: StartEfiCatalogueImportInput!) {
        startEfiCatalogueImport(input: $input) {
            id
        }
    }
`;

export const cancelMutation: TypedDocumentNode<unknown, { id: string }> = gql`
    mutation CancelEfiCatalogueImport($id: ID!) {
        cancelEfiCatalogueImport(id: $id) {
            id
        }
    }
`;
