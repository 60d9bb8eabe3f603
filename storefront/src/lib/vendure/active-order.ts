import 'server-only';
import { graphql } from '@/graphql/graphql';
import { mutateAsShopper, queryAsShopper } from './client';
import type { Order } from './order-fragment';
import { hasSession } from './session';
import { fetchShopper } from './shopper';

/** The shopper's cart in this market, asked for once per request. */
export async function fetchActiveOrder(): Promise<Order | undefined> {
    return (await fetchShopper()).order;
}

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
        }
    }
`);

/**
 * An order whose payment was begun and left can't be changed. A shopper who goes back to the cart wants to change
 * it, so this takes it back to where it can be.
 *
 * @returns `false` while a payment of the order may still go through: until that is known it stays as it is.
 */
export async function makeOrderEditable(): Promise<boolean> {
    if (!(await isArrangingPayment())) {
        return true;
    }
    const { transitionOrderToState } = await mutateAsShopper(BackToAddingItems, {});
    if (transitionOrderToState?.__typename === 'Order') {
        return true;
    }
    // Refused. Perhaps because another tab was faster, or because the order is paid by now and a new cart begins.
    return !(await isArrangingPayment());
}

async function isArrangingPayment(): Promise<boolean> {
    if (!(await hasSession())) {
        return false;
    }
    return (await queryAsShopper(OrderStateQuery, {})).activeOrder?.state === 'ArrangingPayment';
}
