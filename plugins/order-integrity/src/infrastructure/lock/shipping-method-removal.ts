import {
    ChangeChannelEvent,
    type EventBus,
    Order,
    ShippingMethod,
    type TransactionalConnection,
} from '@vendure/core';
import type { OrderLock } from './order-lock';
import { orders } from './order-reference';

/** Vendure's handler that takes a removed shipping method off the carts of a channel. */
const VENDURE_HANDLER = 'order-service-remove-unassigned-shipping-method-from-active-orders';

/**
 * Taking a shipping method out of a channel changes every cart that uses it, in the transaction of the removal:
 * locks those carts, all at once, before Vendure reads them.
 */
export function lockCartsOnShippingMethodRemoval(
    eventBus: EventBus,
    connection: TransactionalConnection,
    lock: OrderLock,
): void {
    eventBus.registerBlockingEventHandler({
        id: 'efi-lock-carts-on-shipping-method-removal',
        before: VENDURE_HANDLER,
        event: ChangeChannelEvent,
        handler: async ({ ctx, entity, entityType, type, channelIds }) => {
            if (entityType !== ShippingMethod || type !== 'removed') {
                return;
            }
            const carts = await connection
                .getRepository(ctx, Order)
                .createQueryBuilder('order')
                .select('order.id', 'id')
                .innerJoin('order.channels', 'channel', 'channel.id IN (:...channelIds)', { channelIds })
                .innerJoin('order.shippingLines', 'line', 'line.shippingMethodId = :method', {
                    method: entity.id,
                })
                .where('order.active = true')
                .getRawMany<{ id: number }>();
            // In the removal's transaction, so the locks last until it commits.
            await lock.run(ctx, orders(...carts.map(cart => cart.id)), () => Promise.resolve());
        },
    });
}
