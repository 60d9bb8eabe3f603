import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';
import type { PaymentDetail, PaymentSummary, QuarantinedPayment, Resolution } from './payment.types';

interface ListOptions {
    options?: {
        skip?: number;
        take?: number;
        sort?: Record<string, 'ASC' | 'DESC'>;
        filter?: Record<string, Record<string, unknown>>;
    };
}

export interface List<Item> {
    readonly items: readonly Item[];
    readonly totalItems: number;
}

const BALANCES = `
    balances {
        currencyCode
        authorised
        captured
        voided
        refunded
        disputed
        capturable
        refundable
    }`;

const QUARANTINE = `
    quarantine {
        code
        reference
        other
        there {
            value
            currencyCode
        }
        here {
            value
            currencyCode
        }
        detail
    }`;

export const paymentsQuery: TypedDocumentNode<
    { efiPaymentIntents: { items: PaymentSummary[]; totalItems: number } },
    ListOptions
> = gql`
    query EfiPayments($options: EfiPaymentIntentListOptions) {
        efiPaymentIntents(options: $options) {
            items {
                id
                createdAt
                updatedAt
                orderCode
                orderId
                state
                gateway
                money {
                    value
                    currencyCode
                }
                ${BALANCES}
                providerReference
            }
            totalItems
        }
    }
`;

export const quarantineQuery: TypedDocumentNode<
    { efiPaymentIntents: List<QuarantinedPayment> },
    { take: number }
> = gql`
    query EfiQuarantine($take: Int!) {
        efiPaymentIntents(
            options: {
                take: $take
                filter: { state: { eq: "quarantined" } }
                sort: { updatedAt: ASC }
            }
        ) {
            items {
                id
                createdAt
                updatedAt
                orderCode
                orderId
                state
                gateway
                paymentId
                providerReference
                quarantineReason
                ${QUARANTINE}
                money {
                    value
                    currencyCode
                }
                ${BALANCES}
            }
            totalItems
        }
    }
`;

/** How many payments wait for a person. */
export const quarantineCountQuery: TypedDocumentNode<
    { efiPaymentIntents: { totalItems: number } },
    Record<string, never>
> = gql`
    query EfiQuarantineCount {
        efiPaymentIntents(options: { take: 1, filter: { state: { eq: "quarantined" } } }) {
            totalItems
        }
    }
`;

export const paymentQuery: TypedDocumentNode<{ efiPaymentIntent: PaymentDetail | null }, { id: string }> =
    gql`
    query EfiPayment($id: String!) {
        efiPaymentIntent(id: $id) {
            id
            createdAt
            updatedAt
            orderId
            orderCode
            methodCode
            gateway
            captureMode
            state
            money {
                value
                currencyCode
            }
            providerReference
            paymentId
            failureCode
            failureMessage
            quarantineReason
            ${QUARANTINE}
            card {
                brand
                last4
            }
            attempts
            nextStepAt
            ${BALANCES}
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
            operations {
                id
                createdAt
                kind
                money {
                    value
                    currencyCode
                }
                state
                idempotencyKey
                error
                attempts
            }
            webhookEvents {
                id
                eventId
                type
                receivedAt
                processedAt
                deliveries
            }
            reviews {
                id
                createdAt
                quarantineReason
                ${QUARANTINE}
                resolution
                reason
                userIdentifier
            }
        }
    }
`;

export const retryMutation: TypedDocumentNode<{ retryEfiPayment: { id: string } }, { intentId: string }> =
    gql`
        mutation RetryEfiPayment($intentId: String!) {
            retryEfiPayment(intentId: $intentId) {
                id
            }
        }
    `;

type CaptureResult = { __typename: 'Payment' } | { __typename: 'EfiCaptureError'; message: string };

export const captureMutation: TypedDocumentNode<
    { captureEfiPayment: CaptureResult },
    { paymentId: string; amount: number; final: boolean }
> = gql`
    mutation CaptureEfiPayment($paymentId: ID!, $amount: Money!, $final: Boolean!) {
        captureEfiPayment(paymentId: $paymentId, amount: $amount, final: $final) {
            __typename
            ... on EfiCaptureError {
                message
            }
        }
    }
`;

type ResolutionResult =
    { __typename: 'EfiPaymentIntent' } | { __typename: 'EfiQuarantineResolutionError'; message: string };

export const resolveMutation: TypedDocumentNode<
    { resolveEfiQuarantinedPayment: ResolutionResult },
    { input: { intentId: string; resolution: Resolution; reason: string } }
> = gql`
    mutation ResolveEfiQuarantinedPayment($input: ResolveEfiQuarantinedPaymentInput!) {
        resolveEfiQuarantinedPayment(input: $input) {
            __typename
            ... on EfiQuarantineResolutionError {
                message
            }
        }
    }
`;
