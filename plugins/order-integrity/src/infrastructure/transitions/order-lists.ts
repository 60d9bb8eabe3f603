import { type ID, Order } from '@vendure/core';

const LISTS = ['lines', 'payments', 'shippingLines', 'surcharges'] as const;

/** Ids of all that an order had in its lists when it was loaded, in those that were. */
export type OrderLists = Readonly<Record<(typeof LISTS)[number], readonly ID[] | undefined>>;

export function orderLists(order: Partial<Order>): OrderLists {
    const [lines, payments, shippingLines, surcharges] = LISTS.map(list => order[list]?.map(({ id }) => id));
    return { lines, payments, shippingLines, surcharges };
}

/**
 * A copy of the order to save, without the lists that have the same members as when it was loaded: TypeORM would look
 * for a difference in each list that it is given. It saves no changes inside of the members.
 */
export function withoutUnchangedLists(order: Order, loaded: OrderLists): Order {
    const copy = new Order(order);
    for (const list of LISTS) {
        if (hasSameMembers(order[list], loaded[list])) {
            delete (copy as Partial<Order>)[list];
        }
    }
    return copy;
}

function hasSameMembers(
    members: ReadonlyArray<{ readonly id: ID }> | undefined,
    ids: readonly ID[] | undefined,
): boolean {
    return (
        !!ids && members?.length === ids.length && ids.every(id => members.some(member => member.id === id))
    );
}
