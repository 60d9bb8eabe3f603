import 'server-only';
import { refresh } from 'next/cache';
import { done, type ActionResult } from '@/lib/action-result';
import { mutateAsShopper, queryAsShopper } from '@/lib/vendure/client';
import { ArrangePayment, PayableOrderQuery, type PayableOrder } from './payment-documents';
import { explainNotReady } from './payment-problems';

/**
 * Makes the order ready for its payment: from here on its stock and its coupons are kept for it. After a declined
 * payment it still is, so that trying another card loses nothing.
 *
 * @returns `undefined` when it is no cart any more: another tab was faster and has paid.
 */
export async function arrangePayment(order: PayableOrder): Promise<ActionResult | undefined> {
    if (order.state === 'ArrangingPayment') {
        return done;
    }
    const { transitionOrderToState: arranged } = await mutateAsShopper(ArrangePayment, {});
    if (arranged?.__typename === 'Order') {
        return done;
    }
    const now = await fetchPayableOrder();
    if (now?.code !== order.code) {
        return undefined;
    }
    if (now.state === 'ArrangingPayment') {
        // A second click or another tab was faster.
        return done;
    }
    refresh();
    return explainNotReady(order, now, arranged?.transitionError ?? '');
}

export async function fetchPayableOrder(): Promise<PayableOrder | undefined> {
    return (await queryAsShopper(PayableOrderQuery, {})).activeOrder ?? undefined;
}
