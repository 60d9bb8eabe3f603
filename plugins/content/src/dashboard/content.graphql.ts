import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';
import type { Draft } from './draft';

interface Version {
    readonly id: string;
    readonly publishedAt: string;
    readonly startsAt: string | null;
    readonly endsAt: string | null;
    readonly state: string;
}

export interface Entry {
    readonly id: string;
    readonly kind: string;
    readonly code: string;
    readonly title: string;
    readonly updatedAt: string;
    readonly revision: number;
    readonly isChanged: boolean;
    readonly isShown: boolean;
}

export interface WholeEntry extends Entry {
    readonly draft: Draft;
    readonly versions: readonly Version[];
}

export interface Problem {
    readonly field: string;
    readonly code: string;
}

export type Saved =
    | (WholeEntry & { readonly __typename: 'EfiContentEntry' })
    | { readonly __typename: 'EfiContentInvalidError'; readonly problems: readonly Problem[] }
    | { readonly __typename: 'EfiContentChangedError'; readonly message: string };

type ResultOf<Input> = TypedDocumentNode<{ result: Saved }, { input: Input }>;

const entryFragment = gql`
    fragment EfiContentWhole on EfiContentEntry {
        id
        kind
        code
        title
        updatedAt
        revision
        isChanged
        isShown
        draft
        versions {
            id
            publishedAt
            startsAt
            endsAt
            state
        }
    }
`;

const resultFragment = gql`
    fragment EfiContentResult on SaveEfiContentResult {
        __typename
        ... on EfiContentEntry {
            ...EfiContentWhole
        }
        ... on EfiContentInvalidError {
            problems {
                field
                code
            }
        }
        ... on EfiContentChangedError {
            message
        }
    }
    ${entryFragment}
`;

export const entriesQuery: TypedDocumentNode<
    { efiContentEntries: { items: readonly Entry[]; totalItems: number } },
    { take: number }
> = gql`
    query EfiContentEntries($take: Int!) {
        efiContentEntries(take: $take) {
            totalItems
            items {
                id
                kind
                code
                title
                updatedAt
                revision
                isChanged
                isShown
            }
        }
    }
`;

export const entryQuery: TypedDocumentNode<{ efiContentEntry: WholeEntry | null }, { id: string }> = gql`
    query EfiContentEntry($id: ID!) {
        efiContentEntry(id: $id) {
            ...EfiContentWhole
        }
    }
    ${entryFragment}
`;

export const createMutation: ResultOf<{ kind: string; code: string; draft: Draft }> = gql`
    mutation CreateEfiContent($input: CreateEfiContentInput!) {
        result: createEfiContent(input: $input) {
            ...EfiContentResult
        }
    }
    ${resultFragment}
`;

export const saveMutation: ResultOf<{ id: string; revision: number; draft: Draft }> = gql`
    mutation SaveEfiContentDraft($input: SaveEfiContentDraftInput!) {
        result: saveEfiContentDraft(input: $input) {
            ...EfiContentResult
        }
    }
    ${resultFragment}
`;

export const publishMutation: ResultOf<{
    id: string;
    revision: number;
    startsAt: string | null;
    endsAt: string | null;
}> = gql`
    mutation PublishEfiContent($input: PublishEfiContentInput!) {
        result: publishEfiContent(input: $input) {
            ...EfiContentResult
        }
    }
    ${resultFragment}
`;

export const unpublishMutation: TypedDocumentNode<unknown, { id: string }> = gql`
    mutation UnpublishEfiContent($id: ID!) {
        unpublishEfiContent(id: $id) {
            id
        }
    }
`;

export const withdrawMutation: TypedDocumentNode<unknown, { id: string; versionId: string }> = gql`
    mutation WithdrawEfiContentVersion($id: ID!, $versionId: ID!) {
        withdrawEfiContentVersion(id: $id, versionId: $versionId) {
            id
        }
    }
`;

export const deleteMutation: TypedDocumentNode<unknown, { id: string }> = gql`
    mutation DeleteEfiContent($id: ID!) {
        deleteEfiContent(id: $id)
    }
`;

export const previewMutation: TypedDocumentNode<
    { link: { url: string; expiresAt: string } },
    { id: string; languageCode: string }
> = gql`
    mutation CreateEfiContentPreview($id: ID!, $languageCode: LanguageCode!) {
        link: createEfiContentPreview(id: $id, languageCode: $languageCode) {
            url
            expiresAt
        }
    }
`;

export const assetQuery: TypedDocumentNode<
    { asset: { id: string; name: string; preview: string } | null },
    { id: string }
> = gql`
    query EfiContentAsset($id: ID!) {
        asset(id: $id) {
            id
            name
            preview
        }
    }
`;
