import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';

export interface Alert {
    readonly kind: string;
    readonly subject: string;
    readonly at: string;
    readonly count: number;
}

export const alertsQuery: TypedDocumentNode<
    { efiPricingAlerts: readonly Alert[] },
    Record<string, never>
> = gql`
    query EfiPricingAlerts {
        efiPricingAlerts {
            kind
            subject
            at
            count
        }
    }
`;
