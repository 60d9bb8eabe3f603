import { describe, expect, it } from 'vitest';
import { differenceRows } from './difference-rows';

describe('what an act changed', () => {
    it('is told value by value, however deep', () => {
        expect(
            differenceRows(
                { enabled: true, productVariantPrices: { 1: { price: 1000 } } },
                { enabled: true, productVariantPrices: { 1: { price: 1234 } } },
            ),
        ).toEqual([
            {
                id: 'productVariantPrices.1.price',
                path: 'productVariantPrices › 1 › price',
                was: '1000',
                is: '1234',
            },
        ]);
    });

    it('tells lists in one line, and what was not there as nothing', () => {
        const rows = differenceRows(
            { permissions: ['ReadOrder'] },
            { permissions: ['ReadOrder', 'UpdateOrder'] },
        );
        expect(rows).toMatchObject([{ was: 'ReadOrder', is: 'ReadOrder, UpdateOrder' }]);
        expect(differenceRows(null, { code: 'new' })).toMatchObject([{ path: 'code', was: '', is: 'new' }]);
        expect(differenceRows(null, null)).toEqual([]);
    });
});
