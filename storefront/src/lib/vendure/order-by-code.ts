import 'server-only';
import { cache } from 'react';
import { graphql } from '@/graphql/graphql';
import { queryAsShopper, ShopApiError } from '@/lib/vendure/client';
import { fetchCurrentCustomer } from '@/lib/vendure/current-customer';
import { knowsOrder } from '@/lib/vendure/known-orders';
import { mayShow } from '@/lib/vendure/may-show';
import { OrderFragment, type Order } from '@/lib/vendure/order-fragment';

const OrderByCodeQuery = graphql(
    `
        query OrderByCode($code: String!) {
            orderByCode(code: $code) {
                ...Order
            }
        }
    `,
    [OrderFragment],
);

/** An order that the server lets this shopper see: their own, or a guest's within the time it allows. */
export const fetchOrder = cache(async (code: string): Promise<Order | undefined> => {
    try {
        return (await queryAsShopper(OrderByCodeQuery, { code })).orderByCode ?? undefined;
    } catch (error) {
        // Vendure says "forbidden" for an order of somebody else and for one that does not exist.
        if (error instanceof ShopApiError && error.code === 'FORBIDDEN') {
            return undefined;
        }
        throw error;
    }
});

/** An order that this browser may show as well: of who is signed in, or one that it knows. */
export async function fetchShownOrder(code: string): Promise<Order | undefined> {
    const [customer, isKnown] = await Promise.all([fetchCurrentCustomer(), knowsOrder(code)]);
    const order = customer || isKnown ? await fetchOrder(code) : undefined;
    return order && mayShow(order, { customer, isKnown }) ? order : undefined;
}
