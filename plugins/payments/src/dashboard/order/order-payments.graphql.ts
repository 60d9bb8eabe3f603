import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';
import type { Amount, LedgerEntry } from '../shared/payment.types';
import type { List } from '../shared/payments.graphql';

export interface OrderPayment {
    readonly id: string;
    readonly createdAt: string;
    readonly gateway: string;
    readonly state: string;
    readonly money: Amount;
    readonly ledger: readonly LedgerEntry[];
}

export const orderPaymentsQuery: TypedDocumentNode<
    { efiPaymentIntents: List<OrderPayment> },
    { orderCode: string }
> = gql`
    query EfiOrderPayments($orderCode: String!) {
        efiPaymentIntents(options: { filter: { orderCode: { eq: $orderCode } }, sort: { createdAt: ASC } }) {
            items {
                id
                createdAt
                gateway
                state
                money {
                    value
                    currencyCode
                }
                ledger {
                    id
                    kind
                    money {
                        value
                        currencyCode
                    }
                    providerReference
                    occurredAt
                    recordedAt
                    source
                }
            }
            totalItems
        }
    }
`;

export interface Reservation {
    readonly productVariant: { readonly id: string; readonly name: string; readonly sku: string };
    readonly stockLocation: { readonly id: string; readonly name: string };
    readonly quantity: number;
    readonly expiresAt: string;
}

/** Refused by the server where stock is not reserved during payment: the field comes with another plugin. */
export const reservationsQuery: TypedDocumentNode<
    { order: { efiStockReservations: Reservation[] } | null },
    { id: string }
> = gql`
    query EfiOrderReservations($id: ID!) {
        order(id: $id) {
            efiStockReservations {
                productVariant {
                    id
                    name
                    sku
                }
                stockLocation {
                    id
                    name
                }
                quantity
                expiresAt
            }
        }
    }
`;
