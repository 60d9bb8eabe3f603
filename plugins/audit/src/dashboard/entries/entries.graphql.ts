import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';

export interface Entry {
    readonly id: string;
    readonly at: string;
    readonly class: string;
    readonly status: string;
    readonly action: string;
    readonly actorKind: string;
    readonly userId: string | null;
    readonly user: string | null;
    readonly resourceType: string | null;
    readonly resourceId: string | null;
    readonly before: unknown;
    readonly after: unknown;
    readonly detail: unknown;
    readonly requestId: string | null;
    readonly channelId: string | null;
    readonly address: string | null;
    readonly client: string | null;
    readonly link: string | null;
}

export const entriesQuery: TypedDocumentNode<
    { efiAuditEntries: { items: readonly Entry[]; hasMore: boolean } },
    { filter: Record<string, unknown>; before: string | null }
> = gql`
    query EfiAuditEntries($filter: EfiAuditFilter, $before: ID) {
        efiAuditEntries(filter: $filter, before: $before, take: 50) {
            items {
                id
                at
                class
                status
                action
                actorKind
                userId
                user
                resourceType
                resourceId
                before
                after
                detail
                requestId
                channelId
                address
                client
                link
            }
            hasMore
        }
    }
`;

interface State {
    readonly verifiedAt: string | null;
    readonly isWhole: boolean | null;
    readonly fault: string | null;
    readonly anchorNumber: number | null;
    readonly anchorAt: string | null;
    readonly waiting: number;
    readonly waitingSince: string | null;
}

export const stateQuery: TypedDocumentNode<{ efiAuditState: State }, Record<string, never>> = gql`
    query EfiAuditState {
        efiAuditState {
            verifiedAt
            isWhole
            fault
            anchorNumber
            anchorAt
            waiting
            waitingSince
        }
    }
`;
