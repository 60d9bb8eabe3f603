import { checkoutContracts, queryPrepared } from '@efi/plugin-kit';
import {
    type ID,
    type Injector,
    Order,
    type OrderProcess,
    type PaymentProcess,
    type RequestContext,
    TransactionalConnection,
} from '@vendure/core';
import type { RefundProcess } from '@vendure/core/dist/config/refund/refund-process';
import type { IntentStore } from '../application/ports/intent-store.port';
import { IS_IN_PROGRESS } from './intent-statements';
import { SqlIntentStore } from './sql-intent-store';

/** Links a new payment with its intent, in the transaction that makes it. */
export function recordIntentProcess(): PaymentProcess<never> {
    let store: IntentStore;
    return {
        init(injector: Injector) {
            store = injector.get(SqlIntentStore);
        },
        async onTransitionEnd(fromState, toState, { ctx, payment }) {
            const intentId: unknown = payment.metadata.intentId;
            const isHeldOrTaken = toState === 'Authorized' || toState === 'Settled';
            if (fromState === 'Created' && isHeldOrTaken && typeof intentId === 'string') {
                await store.markRecorded(ctx, intentId, String(payment.id));
            }
        },
    };
}

/** Lets a refund be pending from the start: the provider was asked, and its answer got lost. */
export const pendingRefundProcess: RefundProcess<never> = {
    transitions: { Pending: { to: ['Pending'] } },
};

/** Keeps an order as it is while it is being paid. */
export function paymentInProgressProcess(): OrderProcess<never> {
    let connection: TransactionalConnection;
    const isPaymentInProgress = async (ctx: RequestContext, orderId: ID) => {
        const { manager } = connection.getRepository(ctx, Order);
        return (await queryPrepared(manager, IS_IN_PROGRESS, [Number(orderId)])).length > 0;
    };
    return {
        init(injector: Injector) {
            connection = injector.get(TransactionalConnection);
            checkoutContracts(connection.rawConnection).addPaymentInProgressCheck(isPaymentInProgress);
        },
        async onTransitionStart(fromState, toState, { ctx, order }) {
            const leaves = toState === 'AddingItems' || toState === 'Cancelled';
            return fromState === 'ArrangingPayment' && leaves && (await isPaymentInProgress(ctx, order.id))
                ? ctx.translate('message.efi-order-is-being-paid')
                : undefined;
        },
    };
}
