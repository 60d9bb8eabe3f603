import 'server-only';
import { cache } from 'react';
import { graphql, type ResultOf } from '@/graphql/graphql';
import { queryAsShopper } from './client';
import { hasSession } from './session';

export const StockShortfallFragment = graphql(`
    fragment StockShortfall on EfiStockShortfall @_unmask {
        orderLineId
        name
        quantity
        available
    }
`);

/** A line of the cart with more than can be bought now: `available` of its `quantity` are left for it. */
export type StockShortfall = ResultOf<typeof StockShortfallFragment>;

const StockShortfallsQuery = graphql(
    `
        query StockShortfalls {
            activeOrder {
                efiStockShortfalls {
                    ...StockShortfall
                }
            }
        }
    `,
    [StockShortfallFragment],
);

/** What the cart holds more of than the shop has. Counted anew each time, so only pages that tell it ask. */
export const fetchStockShortfalls = cache(async (): Promise<readonly StockShortfall[]> => {
    if (!(await hasSession())) {
        return [];
    }
    return (await queryAsShopper(StockShortfallsQuery, {})).activeOrder?.efiStockShortfalls ?? [];
});
