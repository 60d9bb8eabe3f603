import type { Money } from '../../../domain/money';
import { GatewayRefusedError } from '../../../application/ports/gateway-errors';
import { fromPayPalAmount } from './paypal-amount';
import type { PayPalOrder } from './paypal-shapes';

/** A refund of one capture. PayPal refunds captures, not payments. */
export interface CaptureRefund {
    readonly captureId: string;
    readonly money: Money;
}

const GONE = new Set(['FAILED', 'CANCELLED']);

/**
 * Which captures to refund, oldest first. What an earlier attempt with the same key got done is left out, so that
 * repeating a call that broke off half-way refunds the rest and no more.
 *
 * @throws GatewayRefusedError when less than that was captured and not refunded.
 */
export function planRefund(order: PayPalOrder, wanted: Money, idempotencyKey: string): CaptureRefund[] {
    const payments = order.purchase_units[0]?.payments;
    const refunds = (payments?.refunds ?? []).filter(refund => !GONE.has(refund.status));
    const amountOf = (amount: PayPalOrder['purchase_units'][number]['amount']) =>
        fromPayPalAmount(amount).amount;
    const done = refunds
        .filter(refund => refund.custom_id === idempotencyKey)
        .reduce((sum, refund) => sum + amountOf(refund.amount), 0);

    let outstanding = wanted.amount - done;
    const plan: CaptureRefund[] = [];
    for (const capture of payments?.captures ?? []) {
        const refunded = refunds
            .filter(refund =>
                refund.links.some(link => link.rel === 'up' && link.href.endsWith(`/${capture.id}`)),
            )
            .reduce((sum, refund) => sum + amountOf(refund.amount), 0);
        const isTaken = ['COMPLETED', 'PARTIALLY_REFUNDED'].includes(capture.status);
        const amount = isTaken ? Math.min(outstanding, amountOf(capture.amount) - refunded) : 0;
        if (amount > 0) {
            plan.push({ captureId: capture.id, money: { amount, currency: wanted.currency } });
            outstanding -= amount;
        }
    }
    if (outstanding > 0) {
        throw new GatewayRefusedError(
            'REFUND_AMOUNT_EXCEEDED',
            'More is to be refunded than was captured and not refunded yet.',
        );
    }
    return plan;
}
