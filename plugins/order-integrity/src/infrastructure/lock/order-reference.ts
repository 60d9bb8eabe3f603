import type { ID } from '@vendure/core';

/** How the arguments of a call name the orders that it changes. Ids that are missing name none. */
export interface OrderReference {
    /** What the ids are of. */
    readonly by: 'order' | 'orderLine' | 'payment' | 'refund' | 'fulfillment';
    readonly ids: readonly (ID | undefined)[];
    /** Whether the orders may be gone afterwards, so that rows which refer to them have to be kept out too. */
    readonly mayDelete?: boolean;
}

export const orders = (...ids: (ID | undefined)[]): OrderReference => ({ by: 'order', ids });
export const ordersToDelete = (...ids: (ID | undefined)[]): OrderReference => ({
    by: 'order',
    ids,
    mayDelete: true,
});
export const ordersOfLines = (...ids: (ID | undefined)[]): OrderReference => ({ by: 'orderLine', ids });
export const orderOfPayment = (id: ID): OrderReference => ({ by: 'payment', ids: [id] });
export const orderOfRefund = (id: ID): OrderReference => ({ by: 'refund', ids: [id] });
export const ordersOfFulfillment = (id: ID): OrderReference => ({ by: 'fulfillment', ids: [id] });
