import { describe, expect, it } from 'vitest';
import { couponText, type Coupon } from './coupon-text';

const nothing = { startsAt: null, amountFrom: null, amountMissing: null, amountWithTax: null };
const coupon = (state: Coupon['state'], more: Partial<Coupon> = {}): Coupon => ({
    ...{ code: 'SAVE', state },
    ...nothing,
    ...more,
});

describe('couponText', () => {
    it.each([
        ['APPLIED', 'couponApplied'],
        ['ENDED', 'couponEnded'],
        ['CUSTOMERS', 'couponCustomers'],
        ['PRODUCTS', 'couponWaiting'],
        ['OTHER', 'couponWaiting'],
    ] as const)('has words for %s', (state, key) => {
        expect(couponText(coupon(state), true)).toEqual({ key });
    });

    it('names the day on which it begins', () => {
        const startsAt = '2026-12-01T00:00:00.000Z';
        expect(couponText(coupon('NOT_YET', { startsAt }), true)).toEqual({
            key: 'couponNotYet',
            date: new Date(startsAt),
        });
    });

    it.each([
        [true, true, 'couponAmount'],
        [false, false, 'couponAmount'],
        [true, false, 'couponAmountWithTax'],
        [false, true, 'couponAmountNet'],
    ])('says of an amount with tax (%s) in a market that shows it (%s): %s', (amountWithTax, shows, key) => {
        const amount = coupon('AMOUNT', { amountFrom: 5000, amountMissing: 1200, amountWithTax });
        expect(couponText(amount, shows)).toEqual({ key, from: 5000, missing: 1200 });
    });
});
