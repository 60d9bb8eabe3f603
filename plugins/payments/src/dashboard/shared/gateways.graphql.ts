import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';

/** A provider, and how it fared in the last quarter of an hour. */
export interface Gateway {
    readonly name: string;
    readonly flow: string;
    readonly canCaptureLater: boolean;
    readonly canCapturePartially: boolean;
    readonly canCaptureRepeatedly: boolean;
    readonly canRefundPartially: boolean;
    readonly circuit: string;
    readonly calls: number;
    readonly failures: number;
    /** From 0 to 1; null without calls. */
    readonly successRate: number | null;
    /** Milliseconds; null without calls. */
    readonly averageDuration: number | null;
    readonly lastError: string | null;
    readonly lastErrorAt: string | null;
    readonly unsettled: number;
}

export const gatewaysQuery: TypedDocumentNode<{ efiPaymentGateways: Gateway[] }, Record<string, never>> = gql`
    query EfiPaymentGateways {
        efiPaymentGateways {
            name
            flow
            canCaptureLater
            canCapturePartially
            canCaptureRepeatedly
            canRefundPartially
            circuit
            calls
            failures
            successRate
            averageDuration
            lastError
            lastErrorAt
            unsettled
        }
    }
`;
