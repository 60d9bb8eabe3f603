import 'server-only';
import { cache } from 'react';
import { graphql } from '@/graphql/graphql';
import { mutateAsShopper, queryAsShopper } from './client';
import { OrderFragment, type Order } from './order-fragment';
import { hasSession } from './session';

const ActiveOrderQuery = graphql(
    `
        query ActiveOrder {
            activeOrder {
                ...Order
            }
        }
    `,
    [OrderFragment],
);

/** The shopper's cart in this market, asked for once per request. */
export const fetchActiveOrder = cache(async (): Promise<Order | undefined> => {
    if (!(await hasSession())) {
        return undefined;
    }
    return (await queryAsShopper(ActiveOrderQuery, {})).activeOrder ?? undefined;
});

const OrderStateQuery = graphql(`
    query OrderState {
        activeOrder {
            id
            state
        }
    }
`);

const BackToAddingItems = graphql(`
    mutation BackToAddingItems {
        transitionOrderToState(state: "AddingItems") {
            __typename
            ... on OrderStateTransitionError {
                transitionError
            }
        }
    }
`);

/**
 * An order whose payment was begun and left can't be changed. A shopper who goes back to the cart wants to change
 * it, so this takes it back to where it can be.
 */
export async function makeOrderEditable(): Promise<void> {
    if (!(await hasSession())) {
        return;
    }
    const { activeOrder } = await queryAsShopper(OrderStateQuery, {});
    if (activeOrder?.state !== 'ArrangingPayment') {
        return;
    }
    const { transitionOrderToState } = await mutateAsShopper(BackToAddingItems, {});
    if (transitionOrderToState?.__typename === 'OrderStateTransitionError') {
        throw new Error(`The order can't be changed: ${transitionOrderToState.transitionError}`);
    }
}
