import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';

export interface DeliveryTimeInput {
    readonly minWorkingDays: number;
    readonly maxWorkingDays: number;
    readonly orderBy: string | null;
}

export const deliveryTimeQuery: TypedDocumentNode<
    { shippingMethod: { efiDeliveryTime: DeliveryTimeInput | null } | null },
    { methodId: string }
> = gql`
    query EfiDeliveryTime($methodId: ID!) {
        shippingMethod(id: $methodId) {
            id
            efiDeliveryTime {
                minWorkingDays
                maxWorkingDays
                orderBy
            }
        }
    }
`;

export const deliveryTimeMutation: TypedDocumentNode<
    { setEfiDeliveryTime: { readonly id: string } },
    { methodId: string; time: DeliveryTimeInput | null }
> = gql`
    mutation SetEfiDeliveryTime($methodId: ID!, $time: EfiDeliveryTimeInput) {
        setEfiDeliveryTime(shippingMethodId: $methodId, time: $time) {
            id
        }
    }
`;
