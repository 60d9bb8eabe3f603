import { graphql, type ResultOf } from '@/graphql/graphql';

export const CouponFragment = graphql(`
    fragment Coupon on EfiCoupon @_unmask {
        code
        state
        startsAt
        amountFrom
        amountMissing
        amountWithTax
    }
`);

export type Coupon = ResultOf<typeof CouponFragment>;

/** A text under `cart`, with what it says of. */
type CouponText =
    | { readonly key: 'couponApplied' | 'couponEnded' | 'couponWaiting' | 'couponCustomers' }
    | { readonly key: 'couponNotYet'; readonly date: Date }
    | {
          readonly key: 'couponAmount' | 'couponAmountWithTax' | 'couponAmountNet';
          /** In minor units. */
          readonly from: number;
          readonly missing: number;
      };

/** What to say of a coupon. @param showsTax - Whether the market's prices are with tax; an amount that is not says so. */
export function couponText(coupon: Coupon, showsTax: boolean): CouponText {
    const { state, startsAt, amountFrom, amountMissing, amountWithTax } = coupon;
    switch (state) {
        case 'APPLIED':
            return { key: 'couponApplied' };
        case 'ENDED':
            return { key: 'couponEnded' };
        case 'CUSTOMERS':
            return { key: 'couponCustomers' };
        case 'NOT_YET':
            return { key: 'couponNotYet', date: new Date(String(startsAt)) };
        case 'AMOUNT': {
            const unlike = amountWithTax ? 'couponAmountWithTax' : 'couponAmountNet';
            const key = amountWithTax === showsTax ? 'couponAmount' : unlike;
            return { key, from: amountFrom ?? 0, missing: amountMissing ?? 0 };
        }
        case 'PRODUCTS':
        case 'OTHER':
            return { key: 'couponWaiting' };
    }
}
