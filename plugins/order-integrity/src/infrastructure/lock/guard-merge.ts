import type { Order, OrderService } from '@vendure/core';
import type { CustomerOrderLock } from '../first-add/customer-order-lock';
import type { OrderLock } from './order-lock';
import { ordersToDelete } from './order-reference';

/**
 * Makes a sign-in read the guest's cart and the customer's own after both are locked. Vendure reads them before,
 * so that two sign-ins at once, or a sign-in during another change, write old contents over new ones.
 */
export function guardMerge(
    service: OrderService,
    orderLock: OrderLock,
    customerLock: CustomerOrderLock,
): void {
    const mergeOrders = service.mergeOrders.bind(service);
    service.mergeOrders = async (ctx, user, guestOrder, existingOrder) => {
        if (!guestOrder && !existingOrder) {
            return undefined;
        }
        return orderLock.inTransaction(ctx, async inner => {
            await customerLock.ofUser(inner, user.id);
            const existing = await service.getActiveOrderForUser(inner, user.id);
            return orderLock.run(inner, ordersToDelete(guestOrder?.id, existing?.id), async locked => {
                const read = async (order?: Order) => order && (await service.findOne(locked, order.id));
                return mergeOrders(
                    locked,
                    user,
                    onlyActive(await read(guestOrder)),
                    onlyActive(await read(existing)),
                );
            });
        });
    };
}

/** An order that was placed, or merged into another one, while its lock was waited for is no cart any more. */
function onlyActive(order: Order | undefined): Order | undefined {
    return order?.active ? order : undefined;
}
