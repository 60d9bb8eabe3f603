import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';

export interface RejectedRow {
    readonly line: number;
    readonly reason: string;
    readonly value: string;
}

export interface FeedInput {
    readonly name: string;
    readonly url: string;
    readonly currencyCode: string;
    readonly competitor: string | null;
    readonly enabled: boolean;
}

export interface Feed extends FeedInput {
    readonly id: string;
    readonly lastTriedAt: string | null;
    readonly lastGoodAt: string | null;
    readonly lastGoodRows: number;
    readonly lastProblem: string | null;
    readonly rejectedRows: readonly RejectedRow[];
}

export const feedsQuery: TypedDocumentNode<
    { efiCompetitorFeeds: readonly Feed[] },
    Record<string, never>
> = gql`
    query EfiCompetitorFeeds {
        efiCompetitorFeeds {
            id
            name
            url
            currencyCode
            competitor
            enabled
            lastTriedAt
            lastGoodAt
            lastGoodRows
            lastProblem
            rejectedRows {
                line
                reason
                value
            }
        }
    }
`;

export const createFeedMutation: TypedDocumentNode<
    { createEfiCompetitorFeed: { readonly id: string } },
    { input: FeedInput }
> = gql`
    mutation CreateEfiCompetitorFeed($input: EfiCompetitorFeedInput!) {
        createEfiCompetitorFeed(input: $input) {
            id
        }
    }
`;

export const updateFeedMutation: TypedDocumentNode<
    { updateEfiCompetitorFeed: { readonly id: string } },
    { id: string; input: FeedInput }
> = gql`
    mutation UpdateEfiCompetitorFeed($id: ID!, $input: EfiCompetitorFeedInput!) {
        updateEfiCompetitorFeed(id: $id, input: $input) {
            id
        }
    }
`;

export const deleteFeedMutation: TypedDocumentNode<{ deleteEfiCompetitorFeed: boolean }, { id: string }> =
    gql`
        mutation DeleteEfiCompetitorFeed($id: ID!) {
            deleteEfiCompetitorFeed(id: $id)
        }
    `;

export const fetchFeedMutation: TypedDocumentNode<{ fetchEfiCompetitorFeed: boolean }, { id: string }> = gql`
    mutation FetchEfiCompetitorFeed($id: ID!) {
        fetchEfiCompetitorFeed(id: $id)
    }
`;

export interface ImportReport {
    readonly accepted: number;
    readonly rejected: readonly RejectedRow[];
    readonly problem: string | null;
}

export const importCsvMutation: TypedDocumentNode<
    { importEfiPriceCsv: ImportReport },
    { kind: string; currencyCode: string; csv: string }
> = gql`
    mutation ImportEfiPriceCsv($kind: EfiPriceImportKind!, $currencyCode: CurrencyCode!, $csv: String!) {
        importEfiPriceCsv(kind: $kind, currencyCode: $currencyCode, csv: $csv) {
            accepted
            problem
            rejected {
                line
                reason
                value
            }
        }
    }
`;
