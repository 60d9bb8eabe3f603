import { describe, expect, it } from 'vitest';
import { amountsOf, sum } from './order-totals';

describe('order totals', () => {
    it('adds tax to a price without', () => {
        expect(amountsOf(1000, false, 7.25, 1)).toEqual({ net: 1000, gross: 1073 });
    });

    it('takes tax out of a price with', () => {
        expect(amountsOf(1190, true, 19, 1)).toEqual({ net: 1000, gross: 1190 });
    });

    it('rounds once for the line, not for each piece', () => {
        // A piece is 8.325 without tax: seven are 58.28, not seven times 8.33.
        expect(amountsOf(999, true, 20, 7).net).toBe(5828);
    });

    it('adds up', () => {
        expect(sum([amountsOf(100, false, 10, 1), amountsOf(200, false, 10, 2)])).toEqual({
            net: 500,
            gross: 550,
        });
        expect(sum([])).toEqual({ net: 0, gross: 0 });
    });
});
