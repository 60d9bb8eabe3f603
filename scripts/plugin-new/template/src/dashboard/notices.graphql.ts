import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';

export interface Notice {
    id: string;
    text: string;
    startsAt: string;
    endsAt: string | null;
}

interface ListOptions {
    options?: { skip?: number; take?: number; sort?: Record<string, 'ASC' | 'DESC'> };
}

export const noticesQuery: TypedDocumentNode<
    { efiMyFeatureNotices: { items: Notice[]; totalItems: number } },
    ListOptions
> = gql`
    query EfiMyFeatureNotices($options: EfiMyFeatureNoticeListOptions) {
        efiMyFeatureNotices(options: $options) {
            items {
                id
                text
                startsAt
                endsAt
            }
            totalItems
        }
    }
`;

type PublishResult =
    { __typename: 'EfiMyFeatureNotice' } | { __typename: 'EfiMyFeatureNoticeInvalidError'; message: string };

export const publishMutation: TypedDocumentNode<
    { publishEfiMyFeatureNotice: PublishResult },
    { input: { text: string; endsAt?: string } }
> = gql`
    mutation PublishEfiMyFeatureNotice($input: PublishEfiMyFeatureNoticeInput!) {
        publishEfiMyFeatureNotice(input: $input) {
            __typename
            ... on EfiMyFeatureNoticeInvalidError {
                message
            }
        }
    }
`;
