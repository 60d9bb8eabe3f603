import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';
import type { Trace } from '../shared/trace';

export interface PriceStep {
    readonly at: string;
    readonly price: number;
    readonly decision: { readonly id: string; readonly runId: string; readonly trace: Trace } | null;
}

export interface VariantPricing {
    readonly currencyCode: string;
    readonly listPrice: number | null;
    readonly price: number | null;
    readonly offerUntil: string | null;
    readonly cost: number | null;
    readonly floor: number | null;
    readonly ceiling: number | null;
    readonly manufacturerPrice: number | null;
    readonly isLocked: boolean;
    readonly competitors: readonly {
        readonly competitor: string;
        readonly price: number;
        readonly observedAt: string;
    }[];
}

export const courseQuery: TypedDocumentNode<
    {
        efiPriceCourse: readonly PriceStep[];
        efiVariantPricing: readonly VariantPricing[];
    },
    { id: string; currencyCode: string; since: string }
> = gql`
    query EfiPriceCourse($id: ID!, $currencyCode: CurrencyCode!, $since: DateTime!) {
        efiPriceCourse(productVariantId: $id, currencyCode: $currencyCode, since: $since) {
            at
            price
            decision {
                id
                runId
                trace
            }
        }
        efiVariantPricing(productVariantId: $id) {
            currencyCode
            listPrice
            price
            offerUntil
            cost
            floor
            ceiling
            manufacturerPrice
            isLocked
            competitors {
                competitor
                price
                observedAt
            }
        }
    }
`;
