import {
    EntityNotFoundError,
    type ID,
    Order,
    type OrderService,
    type RelationPaths,
    type RequestContext,
} from '@vendure/core';

/** What Vendure loads of an order that it is about to change. */
const RELATIONS: RelationPaths<Order> = [
    'lines',
    'lines.productVariant',
    'lines.productVariant.productVariantPrices',
    'shippingLines',
    'surcharges',
    'customer',
];

/** @param more - What else is wanted of it. */
export async function orderToChange(
    service: OrderService,
    ctx: RequestContext,
    orderId: ID,
    more: RelationPaths<Order> = [],
): Promise<Order> {
    const order = await service.findOne(ctx, orderId, [...RELATIONS, ...more]);
    if (!order) {
        throw new EntityNotFoundError('Order', orderId);
    }
    return order;
}
