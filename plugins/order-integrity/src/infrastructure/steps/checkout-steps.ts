import {
    isGraphQlErrorResult,
    Order,
    type OrderModifier,
    type OrderService,
    type TransactionalConnection,
} from '@vendure/core';
import { OrderModificationError } from '@vendure/core/dist/common/error/generated-graphql-shop-errors';
import { orderToChange } from '../reads/order-to-change';
import { keepInHand } from '../rows/order-prices';
import type { ReadRows } from '../rows/read-rows';
import { methodOf, savingChanges } from '../rows/save-changes';
import { orderLists, withoutUnchangedLists } from '../transitions/order-lists';

/**
 * `OrderService.setShippingMethod` and `addCustomerToOrder` as Vendure has them, but for what they save and read. The
 * first one ends with saving the whole order as it was read before its prices were made, which are saved by then: TypeORM
 * reads five tables to find no difference but `updatedAt`, which is set back with it. The order as it is after that is
 * read as well, and left. The second one saves an order with all that hangs on it for the sake of one column. Here what
 * changed is written, see {@link savingChanges}.
 */
export function saveStepsLean(
    service: OrderService,
    {
        connection,
        modifier,
        readRows,
    }: {
        readonly connection: TransactionalConnection;
        readonly modifier: OrderModifier;
        readonly readRows: ReadRows;
    },
): void {
    const savingOf = (order: Order) => savingChanges(connection, readRows, { order });
    service.setShippingMethod = async (ctx, orderId, shippingMethodIds) => {
        const order = await orderToChange(service, ctx, orderId);
        if (order.state !== 'AddingItems' && order.state !== 'Draft') {
            return new OrderModificationError();
        }
        const result = await modifier.setShippingMethods(ctx, order, shippingMethodIds);
        if (isGraphQlErrorResult(result)) {
            return result;
        }
        const updated = await orderToChange(service, ctx, orderId);
        const loaded = orderLists(updated);
        await service.applyPriceAdjustments(ctx, keepInHand(updated));
        await savingOf(updated).getRepository(ctx, Order).save(withoutUnchangedLists(updated, loaded));
        return updated;
    };

    const addCustomer = methodOf(service, 'addCustomerToOrder');
    service.addCustomerToOrder = async (ctx, orderOrId, customer) => {
        if (orderOrId instanceof Order) {
            return addCustomer.call(service, ctx, orderOrId, customer);
        }
        const order = await orderToChange(service, ctx, orderOrId);
        const withoutLists = withoutUnchangedLists(order, orderLists(order));
        const lean = Object.create(service, { connection: { value: savingOf(order) } }) as OrderService;
        const updated = await addCustomer.call(lean, ctx, withoutLists, customer);
        // Otherwise a coupon that is not this customer's was taken off, and the order was read anew.
        return updated === withoutLists ? Object.assign(order, withoutLists) : updated;
    };
}
