import { describe, expect, it } from 'vitest';
import { resolvePriceHistoryOptions } from './price-history.options';

describe('the options of the price history', () => {
    it('look back 30 days unless told otherwise', () => {
        expect(resolvePriceHistoryOptions({})).toEqual({ periodDays: 30 });
        expect(resolvePriceHistoryOptions({ periodDays: 60 })).toEqual({ periodDays: 60 });
    });

    it.each([0, -1, 1.5, Number.NaN])('refuse a period of %s days', periodDays => {
        expect(() => resolvePriceHistoryOptions({ periodDays })).toThrow('periodDays must be a whole number');
    });
});
