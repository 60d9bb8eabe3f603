import type { ID, Order, OrderService, RequestContext } from '@vendure/core';
import {
    orderOfPayment,
    orderOfRefund,
    type OrderReference,
    orders,
    ordersOfFulfillment,
    ordersOfLines,
    ordersToDelete,
} from './order-reference';

/** The arguments of a method of `OrderService` after its `ctx`. */
type ArgumentsOf<M extends keyof OrderService> = OrderService[M] extends (
    ctx: RequestContext,
    ...rest: infer Rest
) => Promise<unknown>
    ? Rest
    : never;

const idOf = (orderOrId: Order | ID): ID => (typeof orderOrId === 'object' ? orderOrId.id : orderOrId);

const byOrderId = (orderId: ID): OrderReference => orders(orderId);

/**
 * Every method of `OrderService` that changes an order, and how its arguments name the orders. The Shop API, the
 * Admin API, jobs, webhooks and other plugins all come through here. `mergeOrders` is guarded on its own.
 */
export const lockedOrderMethods = {
    addCustomerToOrder: order => orders(idOf(order)),
    addItemToOrder: byOrderId,
    addItemsToOrder: byOrderId,
    addManualPaymentToOrder: input => orders(input.orderId),
    addPaymentToOrder: byOrderId,
    addSurchargeToOrder: byOrderId,
    adjustOrderLine: byOrderId,
    adjustOrderLines: byOrderId,
    applyCouponCode: byOrderId,
    applyPriceAdjustments: order => orders(order.id),
    cancelOrder: input => orders(input.orderId),
    cancelPayment: orderOfPayment,
    createFulfillment: input => ordersOfLines(...input.lines.map(line => line.orderLineId)),
    deleteOrder: order => ordersToDelete(idOf(order)),
    modifyOrder: input => orders(input.orderId),
    refundOrder: input => orderOfPayment(input.paymentId),
    removeAllItemsFromOrder: byOrderId,
    removeCouponCode: byOrderId,
    removeItemFromOrder: byOrderId,
    removeItemsFromOrder: byOrderId,
    removeSurchargeFromOrder: byOrderId,
    setBillingAddress: byOrderId,
    setShippingAddress: byOrderId,
    setShippingMethod: byOrderId,
    settlePayment: orderOfPayment,
    settleRefund: input => orderOfRefund(input.id),
    transitionFulfillmentToState: ordersOfFulfillment,
    transitionPaymentToState: orderOfPayment,
    transitionRefundToState: orderOfRefund,
    transitionToState: byOrderId,
    unsetBillingAddress: byOrderId,
    unsetShippingAddress: byOrderId,
    updateCustomFields: byOrderId,
    updateOrderCurrency: byOrderId,
    updateOrderCustomer: input => orders(input.orderId),
} as const satisfies { [M in keyof OrderService]?: (...args: ArgumentsOf<M>) => OrderReference };

export type LockedOrderMethod = keyof typeof lockedOrderMethods;
