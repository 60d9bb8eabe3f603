import 'server-only';
import { graphql, type ResultOf } from '@/graphql/graphql';
import { queryAsShopper } from '@/lib/vendure/client';
import { hasSession } from '@/lib/vendure/session';

export const PriceChangeFragment = graphql(`
    fragment PriceChange on EfiPriceChange @_unmask {
        orderLineId
        previousUnitPrice
        previousUnitPriceWithTax
        unitPrice
        unitPriceWithTax
    }
`);

type Change = ResultOf<typeof PriceChangeFragment>;

/** A line that costs something else than when it was put into the cart, by its product's name. */
export interface PriceChange extends Change {
    readonly name: string;
}

/** A line of an order, as far as its product's name is there. */
interface NamedLine {
    readonly id: string;
    readonly productVariant: { readonly product: { readonly name: string } };
}

export function withNames(changes: readonly Change[], lines: readonly NamedLine[]): readonly PriceChange[] {
    return changes.map(change => ({
        ...change,
        name: lines.find(({ id }) => id === change.orderLineId)?.productVariant.product.name ?? '',
    }));
}

const PriceChangesQuery = graphql(
    `
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
                    ...PriceChange
                }
            }
        }
    `,
    [PriceChangeFragment],
);

/** Asked anew each time, so only what tells it asks. */
export async function fetchPriceChanges(): Promise<readonly PriceChange[]> {
    if (!(await hasSession())) {
        return [];
    }
    const { activeOrder } = await queryAsShopper(PriceChangesQuery, {});
    return withNames(activeOrder?.efiPriceChanges ?? [], activeOrder?.lines ?? []);
}
