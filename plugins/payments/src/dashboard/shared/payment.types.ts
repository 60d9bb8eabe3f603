/** What the Admin API answers, as far as these screens ask for it. Times are ISO 8601. */

export interface Amount {
    /** In the shop's way of counting: hundredths, unless the shop has another precision. */
    readonly value: number;
    readonly currencyCode: string;
}

export interface Balances {
    readonly currencyCode: string;
    readonly authorised: number;
    readonly captured: number;
    readonly voided: number;
    readonly refunded: number;
    readonly disputed: number;
    readonly capturable: number;
    readonly refundable: number;
}

/** A payment as lists show it. */
export interface PaymentSummary {
    readonly id: string;
    readonly createdAt: string;
    readonly updatedAt: string;
    readonly orderId: string;
    readonly orderCode: string;
    readonly gateway: string;
    readonly state: string;
    readonly money: Amount;
    readonly balances: Balances;
    readonly providerReference: string | null;
}

/** See the schema; which of them are there depends on the code. */
export interface QuarantineFacts {
    readonly code: string;
    readonly reference: string | null;
    readonly other: string | null;
    readonly there: Amount | null;
    readonly here: Amount | null;
    readonly detail: string | null;
}

export interface QuarantinedPayment extends PaymentSummary {
    /** In English. */
    readonly quarantineReason: string | null;
    readonly quarantine: QuarantineFacts | null;
    readonly paymentId: string | null;
}

export interface LedgerEntry {
    readonly id: string;
    readonly kind: string;
    readonly money: Amount;
    readonly providerReference: string;
    readonly occurredAt: string;
    readonly recordedAt: string;
    readonly source: string;
}

export interface Operation {
    readonly id: string;
    readonly createdAt: string;
    readonly kind: string;
    readonly money: Amount;
    readonly state: string;
    readonly idempotencyKey: string;
    readonly error: string | null;
    readonly attempts: number;
}

export interface WebhookEvent {
    readonly id: string;
    readonly eventId: string;
    readonly type: string;
    readonly receivedAt: string;
    readonly processedAt: string | null;
    readonly deliveries: number;
}

export type Resolution = 'ACCEPT' | 'RETURN' | 'DISMISS';

export interface Review {
    readonly id: string;
    readonly createdAt: string;
    readonly quarantineReason: string;
    readonly quarantine: QuarantineFacts | null;
    readonly resolution: Resolution;
    readonly reason: string;
    readonly userIdentifier: string;
}

export interface PaymentDetail extends QuarantinedPayment {
    readonly methodCode: string;
    readonly captureMode: string;
    readonly failureCode: string | null;
    readonly failureMessage: string | null;
    readonly card: { readonly brand: string | null; readonly last4: string | null } | null;
    readonly attempts: number;
    readonly nextStepAt: string | null;
    readonly ledger: readonly LedgerEntry[];
    readonly operations: readonly Operation[];
    readonly webhookEvents: readonly WebhookEvent[];
    readonly reviews: readonly Review[];
}
