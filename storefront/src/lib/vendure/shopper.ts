import 'server-only';
import { cache } from 'react';
import { graphql } from '@/graphql/graphql';
import { queryAsShopper } from './client';
import { CustomerFragment, type Customer } from './customer-fragment';
import { OrderFragment, type Order } from './order-fragment';
import { hasSession } from './session';

const ShopperQuery = graphql(
    `
        query Shopper {
            activeOrder {
                ...Order
            }
            activeCustomer {
                ...Customer
            }
        }
    `,
    [OrderFragment, CustomerFragment],
);

/** Whose session it is: what every page shows of them. */
interface Shopper {
    /** Their cart in this market. */
    readonly order?: Order;
    /** Who is signed in. */
    readonly customer?: Customer;
}

/** Asked for once per request, both together. */
export const fetchShopper = cache(async (): Promise<Shopper> => {
    if (!(await hasSession())) {
        return {};
    }
    const { activeOrder, activeCustomer } = await queryAsShopper(ShopperQuery, {});
    return { order: activeOrder ?? undefined, customer: activeCustomer ?? undefined };
});
