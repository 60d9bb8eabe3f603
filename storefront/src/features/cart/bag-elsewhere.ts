import 'server-only';
import { graphql, type ResultOf } from '@/graphql/graphql';
import { bagMarket, rememberBagMarket } from '@/lib/cart/bag-market';
import { currentMarket } from '@/lib/market/current-market';
import type { Locale } from '@/lib/market/locale';
import type { MarketCode } from '@/lib/market/market';
import { mutateAsShopper, queryAsShopperIn, ShopApiError } from '@/lib/vendure/client';
import { hasSession } from '@/lib/vendure/session';
import { AddItems, ApplyCoupon, RemoveAllLines } from './cart-mutations';

const BagElsewhereQuery = graphql(`
    query BagElsewhere {
        activeCustomer {
            id
        }
        activeOrder {
            state
            totalQuantity
            couponCodes
            lines {
                quantity
                productVariant {
                    id
                }
            }
        }
    }
`);

type Order = NonNullable<ResultOf<typeof BagElsewhereQuery>['activeOrder']>;

interface BagElsewhere {
    readonly market: MarketCode;
    readonly locale: Locale;
    readonly order: Order;
    readonly isSignedIn: boolean;
}

/**
 * The cart that the shopper filled in another market last, on this browser. `undefined` when there is none, and while it
 * is being paid.
 */
export async function fetchBagElsewhere(): Promise<BagElsewhere | undefined> {
    const [from, { market, language }] = await Promise.all([bagMarket(), currentMarket()]);
    if (!from || from === market.code || !(await hasSession())) {
        return undefined;
    }
    const locale = `${language}-${from}` as const;
    const { activeOrder, activeCustomer } = await queryAsShopperIn(locale, BagElsewhereQuery, {});
    return activeOrder?.state === 'AddingItems' && activeOrder.lines.length > 0
        ? { market: from, locale, order: activeOrder, isSignedIn: activeCustomer !== null }
        : undefined;
}

/** What became of a cart that was brought along. */
interface Brought {
    readonly lines: number;
    /** How many of them are not to be had here, or not in that number. */
    readonly missing: number;
}

/** For Server Actions only: moves a cart into the page's market, at this one's prices. */
export async function bring(bag: BagElsewhere): Promise<Brought> {
    const items = bag.order.lines.map(({ productVariant, quantity }) => ({
        productVariantId: productVariant.id,
        quantity,
    }));
    const brought = { lines: items.length, missing: await addAll(items) };
    if (brought.missing === brought.lines) {
        return brought;
    }
    for (const code of bag.order.couponCodes) {
        await mutateAsShopper(ApplyCoupon, { code });
    }
    await rememberBagMarket((await currentMarket()).market.code);
    // A guest's session has one cart, which is this one now.
    if (bag.isSignedIn) {
        await queryAsShopperIn(bag.locale, RemoveAllLines, {});
    }
    return brought;
}

interface Item {
    readonly productVariantId: string;
    readonly quantity: number;
}

/** All at once, or, when one of them is not sold here, each by itself. @returns How many could not be added in full. */
async function addAll(items: readonly Item[]): Promise<number> {
    const together = await add(items);
    if (together !== undefined) {
        return together;
    }
    let missing = 0;
    for (const item of items) {
        missing += (await add([item])) ?? 1;
    }
    return missing;
}

/** @returns How many could not be added in full; `undefined` when the server refused them all. */
async function add(items: readonly Item[]): Promise<number | undefined> {
    try {
        const { addItemsToOrder } = await mutateAsShopper(AddItems, { inputs: [...items] });
        return addItemsToOrder.errorResults.length;
    } catch (error) {
        if (error instanceof ShopApiError) {
            return undefined;
        }
        throw error;
    }
}
