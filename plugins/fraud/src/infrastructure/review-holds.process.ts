import { queryPrepared } from '@efi/plugin-kit';
import {
    type FulfillmentProcess,
    type Injector,
    Order,
    TransactionalConnection,
    UserInputError,
} from '@vendure/core';
import { IS_HELD } from './screening/decision-statements';

/** Ships nothing of an order whose review is open. */
export function reviewHoldsFulfilment(): FulfillmentProcess<never> {
    let connection: TransactionalConnection;
    return {
        init(injector: Injector) {
            connection = injector.get(TransactionalConnection);
        },
        async onTransitionStart(fromState, toState, { ctx, orders }) {
            if (toState === 'Cancelled') {
                return undefined;
            }
            const { manager } = connection.getRepository(ctx, Order);
            for (const { id } of orders) {
                if ((await queryPrepared(manager, IS_HELD, [Number(id)])).length > 0) {
                    if (fromState === 'Created') {
                        // Refused in any other way, the fulfilment that was just begun would stay.
                        throw new UserInputError('message.efi-fraud-under-review');
                    }
                    return ctx.translate('message.efi-fraud-under-review');
                }
            }
            return undefined;
        },
    };
}
