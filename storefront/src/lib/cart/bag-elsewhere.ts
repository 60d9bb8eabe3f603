import 'server-only';
import { getLocale } from 'next-intl/server';
import { graphql, type ResultOf } from '@/graphql/graphql';
import { currentMarket } from '@/lib/market/current-market';
import type { Locale } from '@/lib/market/locale';
import type { MarketCode } from '@/lib/market/market';
import { mutateAsShopper, queryAsShopperIn } from '@/lib/vendure/client';
import { hasSession } from '@/lib/vendure/session';
import { addAll } from './add-all';
import { bagMarket } from './bag-market';
import { ApplyCoupon, RemoveAllLines } from './bag-mutations';
import type { BroughtBag } from './brought-bag';
import { sum, wantedOf } from './pieces';

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
                    productId
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

/**
 * For Server Actions only: moves a cart into the page's market, at this one's prices.
 *
 * @returns What came along; `undefined` when nothing of it is to be had here, and it stayed where it was.
 */
export async function bring({
    market,
    locale,
    order,
    isSignedIn,
}: BagElsewhere): Promise<BroughtBag | undefined> {
    const wanted = wantedOf(order);
    const added = await addAll(wanted, await getLocale());
    if (sum(added) === 0) {
        // Somebody was faster, and a guest's session may be with an empty cart now. One that has it still gets no more.
        if (!isSignedIn && !(await isStillThere(locale))) {
            await addAll(wanted, locale);
        }
        return undefined;
    }
    for (const code of order.couponCodes) {
        await mutateAsShopper(ApplyCoupon, { code });
    }
    // A guest's session has one cart, which is this one now.
    if (isSignedIn) {
        await queryAsShopperIn(locale, RemoveAllLines, {});
    }
    const items = wanted.map((item, index) => ({ ...item, added: added[index]?.quantity ?? 0 }));
    return { from: market, to: (await currentMarket()).market.code, items, coupons: order.couponCodes };
}

async function isStillThere(locale: Locale): Promise<boolean> {
    return (await queryAsShopperIn(locale, BagElsewhereQuery, {})).activeOrder !== null;
}
