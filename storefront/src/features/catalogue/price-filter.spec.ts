import { describe, expect, it } from 'vitest';
import { boundsOf, hasPrice, parsePriceFilter, writeAmount } from './price-filter';

describe('price filter', () => {
    it.each([
        ['10', '49.95', { min: 1000, max: 4995 }],
        ['12,5', '', { min: 1250 }],
        ['', ' 20 ', { max: 2000 }],
        ['50', '10', { min: 1000, max: 5000 }],
        ['0', '0', { min: 0, max: 0 }],
    ])('reads "%s" to "%s"', (min, max, expected) => {
        expect(parsePriceFilter(min, max)).toEqual(expected);
    });

    it.each(['-1', '1e5', '0x10', '1.234', '99999999', 'ten', '1,2,3', '١٠', '10; drop'])(
        'leaves out what is no amount: "%s"',
        text => {
            expect(parsePriceFilter(text, text)).toEqual({});
        },
    );

    it('writes what it reads', () => {
        for (const amount of [0, 5, 1999, 123_456, 999_999_999]) {
            expect(parsePriceFilter(writeAmount(amount), '')).toEqual({ min: amount });
        }
    });

    it('closes an open end with what the search can take', () => {
        expect(boundsOf({ min: 500 })).toEqual({ min: 500, max: 2 ** 31 - 1 });
        expect(boundsOf({ max: 500 })).toEqual({ min: 0, max: 500 });
        expect(boundsOf({})).toBeUndefined();
        expect(hasPrice({ max: 0 })).toBe(true);
    });
});
