import {
    isGraphQlErrorResult,
    Order,
    type OrderModifier,
    type OrderService,
    type TransactionalConnection,
} from '@vendure/core';
import { OrderModificationError } from '@vendure/core/dist/common/error/generated-graphql-shop-errors';
import { orderToChange } from '../reads/order-to-change';
import { orderLists, withoutUnchangedLists } from '../transitions/order-lists';

/**
 * `OrderService.setShippingMethod` and `addCustomerToOrder` as Vendure has them, but for what they save. The first one
 * ends with saving the whole order as it was read before its prices were made, which are saved by then: TypeORM reads
 * five tables to find no difference but `updatedAt`, which is set back with it. The second one saves an order with all
 * that hangs on it for the sake of one column. The order's lock keeps others from changing any of it.
 */
export function saveStepsLean(
    service: OrderService,
    {
        connection,
        modifier,
    }: { readonly connection: TransactionalConnection; readonly modifier: OrderModifier },
): void {
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
        const before = notPriced(withoutUnchangedLists(updated, loaded));
        await service.applyPriceAdjustments(ctx, updated);
        const changed = withoutUnchangedLists(updated, loaded);
        if (notPriced(changed) !== before) {
            await connection.getRepository(ctx, Order).save(changed);
        }
        return updated;
    };

    const addCustomer = service.addCustomerToOrder.bind(service);
    service.addCustomerToOrder = async (ctx, orderOrId, customer) => {
        if (orderOrId instanceof Order) {
            return addCustomer(ctx, orderOrId, customer);
        }
        const order = await orderToChange(service, ctx, orderOrId);
        const withoutLists = withoutUnchangedLists(order, orderLists(order));
        const updated = await addCustomer(ctx, withoutLists, customer);
        // Otherwise a coupon that is not this customer's was taken off, and the order was read anew.
        return updated === withoutLists ? Object.assign(order, withoutLists) : updated;
    };
}

/** What an order has of its own and is not saved with its prices. A strategy of prices may change it all the same. */
function notPriced({
    shippingAddress,
    billingAddress,
    customFields,
    customer,
    lines,
    shippingLines,
}: Partial<Order>): string {
    const lists = [lines, shippingLines].map(list => list?.map(({ id }) => id));
    return JSON.stringify([shippingAddress, billingAddress, customFields, customer?.id, lists]);
}
