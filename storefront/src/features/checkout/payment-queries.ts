import 'server-only';
import { cache } from 'react';
import { z } from 'zod';
import type { Order } from '@/lib/vendure/order-fragment';
import { queryShop } from '@/lib/vendure/client';
import { readAttempt } from './payment-attempt';
import { PaymentStatusQuery, type PaymentStatus } from './payment-documents';

/** How a payment stands. Needs no session, so that it is there in another tab or after the session ended. */
export const fetchPaymentStatus = cache(async (intentId: string): Promise<PaymentStatus | undefined> => {
    if (!z.uuid().safeParse(intentId).success) {
        return undefined;
    }
    return (await queryShop(PaymentStatusQuery, { intentId })).efiPayment ?? undefined;
});

/** The payment of this order that this browser began and that has not ended yet. */
export async function fetchOpenPayment(
    order: Pick<Order, 'code' | 'state'>,
): Promise<{ intentId: string; status: PaymentStatus } | undefined> {
    const attempt = await readAttempt();
    if (order.state !== 'ArrangingPayment' || attempt?.orderCode !== order.code || !attempt.intentId) {
        return undefined;
    }
    const status = await fetchPaymentStatus(attempt.intentId);
    return status && isOpen(status) ? { intentId: attempt.intentId, status } : undefined;
}

function isOpen({ state }: PaymentStatus): boolean {
    return state === 'PROCESSING' || state === 'PENDING' || state === 'ACTION_REQUIRED';
}
