import 'server-only';
import { cache } from 'react';
import { graphql } from '@/graphql/graphql';
import { queryAsShopper, ShopApiError } from '@/lib/vendure/client';
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
