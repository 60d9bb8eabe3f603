import { describe, expect, it } from 'vitest';
import { announced, cheapest } from './announced';
import type { Reduction } from './reduction';

const sale: Reduction = {
    productId: '1',
    productVariantId: '11',
    currencyCode: 'EUR',
    price: 700,
    priceWithTax: 833,
    previousPrice: 1000,
    previousPriceWithTax: 1190,
    lowestPrice30Days: 900,
    lowestPrice30DaysWithTax: 1071,
    endsAt: '2030-05-03T17:00:00.000Z',
    personalised: false,
    declaration: null,
};

describe('a reduction', () => {
    it('is announced as the market shows prices', () => {
        expect(announced(sale, true)).toMatchObject({ price: 833, previous: 1190, lowest: 1071 });
        expect(announced(sale, false)).toMatchObject({ price: 700, previous: 1000, lowest: 900 });
    });

    it('is none where the price was as low within the 30 days before', () => {
        expect(announced({ ...sale, lowestPrice30DaysWithTax: 833 }, true)).toBeUndefined();
        expect(announced({ ...sale, lowestPrice30DaysWithTax: 700 }, true)).toBeUndefined();
    });

    it('is announced without a lowest price where no history is kept', () => {
        const unknown = { ...sale, lowestPrice30Days: null, lowestPrice30DaysWithTax: null };
        expect(announced(unknown, true)).toMatchObject({ price: 833, lowest: undefined });
    });

    it('says nothing about another price than its own', () => {
        expect(announced(sale, true, 800)).toBeUndefined();
        expect(announced(sale, true, 833)).toBeDefined();
    });

    it('of one shopper takes the place of the price of everybody, with its declaration', () => {
        const own = { ...sale, personalised: true, declaration: 'Trade price', endsAt: null };
        expect(announced(own, true, 1190)).toMatchObject({ price: 833, declaration: 'Trade price' });
        expect(announced({ ...own, lowestPrice30DaysWithTax: 800 }, true, 1190)).toMatchObject({
            price: 833,
        });
    });

    it('in a list is that of the cheapest variant', () => {
        const others = [
            { ...sale, productVariantId: '12', price: 650 },
            { ...sale, productId: '2', price: 10 },
        ];
        expect(cheapest([sale, ...others], '1')?.productVariantId).toBe('12');
        expect(cheapest([sale], '3')).toBeUndefined();
    });
});
