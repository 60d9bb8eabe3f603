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
    { efiDynamicPricingNotices: { items: Notice[]; totalItems: number } },
    ListOptions
> = gql`
    query EfiDynamicPricingNotices($options: EfiDynamicPricingNoticeListOptions) {
        efiDynamicPricingNotices(options: $options) {
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
    | { __typename: 'EfiDynamicPricingNotice' }
    | { __typename: 'EfiDynamicPricingNoticeInvalidError'; message: string };

export const publishMutation: TypedDocumentNode<
    { publishEfiDynamicPricingNotice: PublishResult },
    { input: { text: string; endsAt?: string } }
> = gql`
    mutation PublishEfiDynamicPricingNotice($input: PublishEfiDynamicPricingNoticeInput!) {
        publishEfiDynamicPricingNotice(input: $input) {
            __typename
            ... on EfiDynamicPricingNoticeInvalidError {
                message
            }
        }
    }
`;
