import { queryPrepared } from '@efi/plugin-kit';
import { type FulfillmentProcess, type Injector, Order, TransactionalConnection } from '@vendure/core';
import { IS_HELD } from './screening/decision-statements';

/** Ships nothing of an order whose review is open. */
export function reviewHoldsFulfilment(): FulfillmentProcess<never> {
    let connection: TransactionalConnection;
    return {
        init(injector: Injector) {
            connection = injector.get(TransactionalConnection);
        },
        async onTransitionStart(_fromState, toState, { ctx, orders }) {
            if (toState === 'Cancelled') {
                return undefined;
            }
            const { manager } = connection.getRepository(ctx, Order);
            for (const { id } of orders) {
                if ((await queryPrepared(manager, IS_HELD, [Number(id)])).length > 0) {
                    return ctx.translate('message.efi-fraud-under-review');
                }
            }
            return undefined;
        },
    };
}
