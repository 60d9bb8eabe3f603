import type { IntentState } from '../domain/payment-intent';

/** `EfiPaymentProgress` of the schema. */
export type PaymentProgress =
    'PROCESSING' | 'ACTION_REQUIRED' | 'PENDING' | 'PAID' | 'DECLINED' | 'FAILED' | 'CANCELLED';

const PROGRESS: Record<IntentState, PaymentProgress> = {
    processing: 'PROCESSING',
    'action-required': 'ACTION_REQUIRED',
    pending: 'PENDING',
    // Held, and about to be taken by the order.
    authorised: 'PROCESSING',
    recorded: 'PAID',
    returning: 'CANCELLED',
    declined: 'DECLINED',
    failed: 'FAILED',
    voided: 'CANCELLED',
    quarantined: 'PENDING',
    dismissed: 'CANCELLED',
};

export function toProgress(state: IntentState): PaymentProgress {
    return PROGRESS[state];
}
