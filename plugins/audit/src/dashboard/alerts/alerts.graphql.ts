import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';

export interface Alert {
    readonly id: string;
    readonly pattern: string;
    readonly userId: string | null;
    readonly user: string | null;
    readonly address: string | null;
    readonly at: string;
    readonly lastAt: string;
    readonly count: number;
    readonly message: string | null;
    readonly acknowledgedAt: string | null;
    readonly acknowledgedBy: string | null;
}

export const alertsQuery: TypedDocumentNode<{ efiAuditAlerts: readonly Alert[] }, { take: number }> = gql`
    query EfiAuditAlerts($take: Int) {
        efiAuditAlerts(take: $take) {
            id
            pattern
            userId
            user
            address
            at
            lastAt
            count
            message
            acknowledgedAt
            acknowledgedBy
        }
    }
`;

export const waitingQuery: TypedDocumentNode<{ efiAuditAlertsWaiting: number }, Record<string, never>> = gql`
    query EfiAuditAlertsWaiting {
        efiAuditAlertsWaiting
    }
`;

export const acknowledgeMutation: TypedDocumentNode<
    { acknowledgeEfiAuditAlert: { id: string } },
    { id: string }
> = gql`
    mutation AcknowledgeEfiAuditAlert($id: ID!) {
        acknowledgeEfiAuditAlert(id: $id) {
            id
        }
    }
`;
