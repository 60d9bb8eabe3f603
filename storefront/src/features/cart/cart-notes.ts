import 'server-only';
import { graphql, type ResultOf } from '@/graphql/graphql';
import { PriceChangeFragment } from '@/lib/price/price-changes';
import { ReductionFragment } from '@/lib/price/reduction';
import { queryAsShopper } from '@/lib/vendure/client';
import { hasSession } from '@/lib/vendure/session';
import { StockShortfallFragment } from '@/lib/vendure/stock-shortfalls';
import { CouponFragment } from './coupon-text';

const CartNotesQuery = graphql(
    `
        query CartNotes {
            activeOrder {
                efiStockShortfalls {
                    ...StockShortfall
                }
                efiPriceChanges {
                    ...PriceChange
                }
                efiPriceReductions {
                    ...Reduction
                }
                efiCoupons {
                    ...Coupon
                }
            }
        }
    `,
    [StockShortfallFragment, PriceChangeFragment, ReductionFragment, CouponFragment],
);

type CartNotes = NonNullable<ResultOf<typeof CartNotesQuery>['activeOrder']>;

const nothing: CartNotes = {
    efiStockShortfalls: [],
    efiPriceChanges: [],
    efiPriceReductions: [],
    efiCoupons: [],
};

/** What the page of the cart says about it besides what every page shows. Asked for beside that, not after it. */
export async function fetchCartNotes(): Promise<CartNotes> {
    if (!(await hasSession())) {
        return nothing;
    }
    return (await queryAsShopper(CartNotesQuery, {})).activeOrder ?? nothing;
}
