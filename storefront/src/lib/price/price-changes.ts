import 'server-only';
import { graphql, type ResultOf } from '@/graphql/graphql';
import { queryAsShopper } from '@/lib/vendure/client';
import { hasSession } from '@/lib/vendure/session';

const PriceChangesQuery = graphql(`
    query PriceChanges {
        activeOrder {
            lines {
                id
                productVariant {
                    id
                    product {
                        name
                    }
                }
            }
            efiPriceChanges {
                orderLineId
                previousUnitPrice
                previousUnitPriceWithTax
                unitPrice
                unitPriceWithTax
            }
        }
    }
`);

type Change = NonNullable<ResultOf<typeof PriceChangesQuery>['activeOrder']>['efiPriceChanges'][number];

/** A line that costs something else than when it was put into the cart, by its product's name. */
export interface PriceChange extends Change {
    readonly name: string;
}

/** Asked anew each time, so only pages that tell it ask. */
export async function fetchPriceChanges(): Promise<readonly PriceChange[]> {
    if (!(await hasSession())) {
        return [];
    }
    const { activeOrder } = await queryAsShopper(PriceChangesQuery, {});
    return (activeOrder?.efiPriceChanges ?? []).map(change => ({
        ...change,
        name:
            activeOrder?.lines.find(({ id }) => id === change.orderLineId)?.productVariant.product.name ?? '',
    }));
}
