import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';

export interface Synonym {
    readonly id: string;
    readonly terms: readonly string[];
    readonly meanings: readonly string[];
}

export interface SynonymInput {
    readonly languageCode: string;
    readonly terms: readonly string[];
    readonly meanings: readonly string[];
}

export interface Arrangement {
    readonly id: string;
    readonly languageCode: string;
    readonly term: string;
    readonly pinnedIds: readonly string[];
    readonly hiddenIds: readonly string[];
}

export interface ArrangedProduct {
    readonly id: string;
    readonly name: string;
    readonly enabled: boolean;
}

export type ArrangementInput = Omit<Arrangement, 'id'>;

export interface RuleInvalid {
    readonly __typename: 'EfiSearchRuleInvalidError';
    readonly field: string;
    readonly reason: string;
    readonly value: string | null;
}

export type Saved = { readonly __typename: string; readonly id: string } | RuleInvalid;

type Document<Data, Variables = Record<string, never>> = TypedDocumentNode<Data, Variables>;

/** Why a rule was not saved, in the answer of each mutation that saves one. */
const invalid = gql`
    fragment EfiSearchRuleInvalid on EfiSearchRuleInvalidError {
        field
        reason
        value
    }
`;

export const synonymsQuery: Document<{ efiSearchSynonyms: readonly Synonym[] }, { languageCode: string }> =
    gql`
        query EfiSearchSynonyms($languageCode: LanguageCode!) {
            efiSearchSynonyms(languageCode: $languageCode) {
                id
                terms
                meanings
            }
        }
    `;

export const createSynonymMutation: Document<{ createEfiSearchSynonym: Saved }, { input: SynonymInput }> =
    gql`
        mutation CreateEfiSearchSynonym($input: EfiSearchSynonymInput!) {
            createEfiSearchSynonym(input: $input) {
                __typename
                ... on EfiSearchSynonym {
                    id
                }
                ...EfiSearchRuleInvalid
            }
        }
        ${invalid}
    `;

export const updateSynonymMutation: Document<
    { updateEfiSearchSynonym: Saved },
    { id: string; input: SynonymInput }
> = gql`
    mutation UpdateEfiSearchSynonym($id: ID!, $input: EfiSearchSynonymInput!) {
        updateEfiSearchSynonym(id: $id, input: $input) {
            __typename
            ... on EfiSearchSynonym {
                id
            }
            ...EfiSearchRuleInvalid
        }
    }
    ${invalid}
`;

export const deleteSynonymMutation: Document<{ deleteEfiSearchSynonym: boolean }, { id: string }> = gql`
    mutation DeleteEfiSearchSynonym($id: ID!) {
        deleteEfiSearchSynonym(id: $id)
    }
`;

export const arrangementsQuery: Document<
    { efiSearchArrangements: readonly Arrangement[] },
    { languageCode: string }
> = gql`
    query EfiSearchArrangements($languageCode: LanguageCode!) {
        efiSearchArrangements(languageCode: $languageCode) {
            id
            languageCode
            term
            pinnedIds
            hiddenIds
        }
    }
`;

export const arrangementQuery: Document<
    {
        efiSearchArrangement:
            | (Arrangement & {
                  readonly pinned: readonly ArrangedProduct[];
                  readonly hidden: readonly ArrangedProduct[];
              })
            | null;
    },
    { id: string }
> = gql`
    query EfiSearchArrangement($id: ID!) {
        efiSearchArrangement(id: $id) {
            id
            languageCode
            term
            pinnedIds
            hiddenIds
            pinned {
                id
                name
                enabled
            }
            hidden {
                id
                name
                enabled
            }
        }
    }
`;

export const createArrangementMutation: Document<
    { createEfiSearchArrangement: Saved },
    { input: ArrangementInput }
> = gql`
    mutation CreateEfiSearchArrangement($input: EfiSearchArrangementInput!) {
        createEfiSearchArrangement(input: $input) {
            __typename
            ... on EfiSearchArrangement {
                id
            }
            ...EfiSearchRuleInvalid
        }
    }
    ${invalid}
`;

export const updateArrangementMutation: Document<
    { updateEfiSearchArrangement: Saved },
    { id: string; input: ArrangementInput }
> = gql`
    mutation UpdateEfiSearchArrangement($id: ID!, $input: EfiSearchArrangementInput!) {
        updateEfiSearchArrangement(id: $id, input: $input) {
            __typename
            ... on EfiSearchArrangement {
                id
            }
            ...EfiSearchRuleInvalid
        }
    }
    ${invalid}
`;

export const deleteArrangementMutation: Document<{ deleteEfiSearchArrangement: boolean }, { id: string }> =
    gql`
        mutation DeleteEfiSearchArrangement($id: ID!) {
            deleteEfiSearchArrangement(id: $id)
        }
    `;
