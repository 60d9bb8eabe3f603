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
    { efiFraudNotices: { items: Notice[]; totalItems: number } },
    ListOptions
> = gql`
    query EfiFraudNotices($options: EfiFraudNoticeListOptions) {
        efiFraudNotices(options: $options) {
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
    { __typename: 'EfiFraudNotice' } | { __typename: 'EfiFraudNoticeInvalidError'; message: string };

export const publishMutation: TypedDocumentNode<
    { publishEfiFraudNotice: PublishResult },
    { input: { text: string; endsAt?: string } }
> = gql`
    mutation PublishEfiFraudNotice($input: PublishEfiFraudNoticeInput!) {
        publishEfiFraudNotice(input: $input) {
            __typename
            ... on EfiFraudNoticeInvalidError {
                message
            }
        }
    }
`;
