import 'server-only';
import { graphql } from '@/graphql/graphql';
import { parseLocale, type Locale } from '@/lib/market/locale';
import { mutateAsShopperIn, queryAsShopperIn, queryShopIn } from '@/lib/vendure/client';
import { hasSession } from '@/lib/vendure/session';
import { rememberBagMarket } from './bag-market';
import { piecesAdded, piecesIn, sum, type Pieces, type Wanted } from './pieces';

const SoldHereQuery = graphql(`
    query SoldHere($productIds: [String!], $variantIds: [String!]) {
        products(options: { take: 100, filter: { id: { in: $productIds } } }) {
            items {
                variantList(options: { take: 100, filter: { id: { in: $variantIds } } }) {
                    items {
                        id
                        stockLevel
                    }
                }
            }
        }
    }
`);

const CartPiecesQuery = graphql(`
    query CartPieces {
        activeOrder {
            lines {
                quantity
                productVariant {
                    id
                }
            }
        }
    }
`);

const AddItems = graphql(`
    mutation AddItems($inputs: [AddItemInput!]!) {
        addItemsToOrder(inputs: $inputs) {
            order {
                lines {
                    quantity
                    productVariant {
                        id
                    }
                }
            }
        }
    }
`);

/** As many as the Shop API lists at once. */
const AT_ONCE = 100;

/**
 * For Server Actions only: puts things into the cart of a market, as far as they are to be had there. When nothing is, the
 * server is not asked to add it: it would begin a cart for it, and a guest's session would leave the one that it has.
 *
 * @param wanted - Each variant once.
 * @returns How many pieces of each went in.
 */
export async function addAll(wanted: readonly Wanted[], locale: Locale): Promise<Pieces[]> {
    const [sold, before] = await Promise.all([soldHere(wanted, locale), fetchPieces(locale)]);
    const inputs = wanted
        .filter(({ variantId }) => sold.has(variantId))
        .map(({ variantId, quantity }) => ({ productVariantId: variantId, quantity }));
    if (inputs.length === 0) {
        return piecesAdded(wanted, before, before);
    }
    const { addItemsToOrder } = await mutateAsShopperIn(locale, AddItems, { inputs });
    const added = piecesAdded(wanted, before, piecesIn(addItemsToOrder.order));
    if (sum(added) > 0) {
        await rememberBagMarket(parseLocale(locale).market.code);
    }
    return added;
}

async function soldHere(wanted: readonly Wanted[], locale: Locale): Promise<ReadonlySet<string>> {
    const sold = new Set<string>();
    for (let start = 0; start < wanted.length; start += AT_ONCE) {
        const some = wanted.slice(start, start + AT_ONCE);
        const { products } = await queryShopIn(locale, SoldHereQuery, {
            productIds: some.map(({ productId }) => productId),
            variantIds: some.map(({ variantId }) => variantId),
        });
        for (const { id, stockLevel } of products.items.flatMap(({ variantList }) => variantList.items)) {
            if (stockLevel !== 'OUT_OF_STOCK') {
                sold.add(id);
            }
        }
    }
    return sold;
}

async function fetchPieces(locale: Locale): Promise<ReadonlyMap<string, number>> {
    if (!(await hasSession())) {
        return new Map();
    }
    return piecesIn((await queryAsShopperIn(locale, CartPiecesQuery, {})).activeOrder);
}
