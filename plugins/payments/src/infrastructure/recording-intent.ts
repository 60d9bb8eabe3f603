import { WorkContext } from '@efi/plugin-kit';
import type { IntentRecord } from '../domain/intent-record';

/**
 * The intent that an order is about to take, for the code in between that belongs to Vendure. With it, the payment
 * method handler takes that intent or none, and never starts a payment of its own.
 */
export const recordingIntent = new WorkContext<{
    readonly intentId: string;
    /** If it was just read. Should it be old by now, the order's transaction fails at the intent's row. */
    readonly record?: IntentRecord;
}>();

/**
 * The refund that was made already, and that an order is about to take note of. With it, the payment method handler
 * takes note of that one or throws, and never calls the provider.
 */
export const recordingRefund = new WorkContext<{ readonly operationId: string }>();

/** The order can't take the authorised payment: it is worth another amount by now, say. Rolls its transaction back. */
export class OrderRefusesPaymentError extends Error {
    override readonly name = 'OrderRefusesPaymentError';
}
