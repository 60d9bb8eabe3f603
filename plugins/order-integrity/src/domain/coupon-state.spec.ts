import { describe, expect, it } from 'vitest';
import { couponState, type UnmetCondition } from './coupon-state';

const now = new Date('2026-11-26T10:00:00Z');
const subtotal = { net: 3000, withTax: 3800 };

const from = (amount: number, taxInclusive = true): UnmetCondition => ({
    code: 'minimum_order_amount',
    args: [
        { name: 'amount', value: String(amount) },
        { name: 'taxInclusive', value: String(taxInclusive) },
    ],
});
const unmet = (code: string): UnmetCondition => ({ code, args: [] });
const state = (...conditions: UnmetCondition[]) =>
    couponState({ startsAt: null, endsAt: null, unmet: conditions }, subtotal, now);

describe('a coupon that takes nothing off', () => {
    it('says from which amount on it applies, and what is missing', () => {
        expect(state(from(5000))).toEqual({
            state: 'AMOUNT',
            amountFrom: 5000,
            amountMissing: 1200,
            amountWithTax: true,
        });
        expect(state(from(5000, false))).toMatchObject({ amountMissing: 2000, amountWithTax: false });
        expect(state(from(5000), from(9000))).toMatchObject({ amountFrom: 9000 });
    });

    it('begins later, or has ended meanwhile, whatever else it asks for', () => {
        const startsAt = new Date('2026-12-01T00:00:00Z');
        const coupon = { startsAt, endsAt: null, unmet: [from(5000)] };
        expect(couponState(coupon, subtotal, now)).toEqual({ state: 'NOT_YET', startsAt });
        expect(couponState({ ...coupon, startsAt: null, endsAt: now }, subtotal, now)).toEqual({
            state: 'ENDED',
        });
    });

    it.each([
        ['contains_products', 'PRODUCTS'],
        ['at_least_n_with_facets', 'PRODUCTS'],
        ['buy_x_get_y_free', 'PRODUCTS'],
        ['customer_group', 'CUSTOMERS'],
        ['of another plugin', 'OTHER'],
    ])('asks by %s for %s before an amount', (code, expected) => {
        expect(state(from(5000), unmet(code))).toEqual({ state: expected });
    });

    it('gives no amount when nothing is missing', () => {
        expect(state()).toEqual({ state: 'OTHER' });
        expect(state(from(3800))).toEqual({ state: 'OTHER' });
    });
});
