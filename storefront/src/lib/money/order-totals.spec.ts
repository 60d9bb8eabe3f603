import { describe, expect, it } from 'vitest';
import { orderTotals } from './order-totals';

const order = {
    lines: [
        { linePrice: 10_000, linePriceWithTax: 11_900 },
        { linePrice: 2_000, linePriceWithTax: 2_380 },
    ],
    discounts: [{ description: 'Ten off', amount: -1_000, amountWithTax: -1_190 }],
    shippingLines: [{ price: 500, priceWithTax: 595 }],
    total: 11_500,
    totalWithTax: 13_685,
};

describe('orderTotals', () => {
    it('adds up with tax in it', () => {
        const totals = orderTotals(order, true);
        expect(totals).toMatchObject({ items: 14_280, shipping: 595, tax: 2_185, total: 13_685 });
        expect(totals.items + (totals.discounts[0]?.amount ?? 0) + (totals.shipping ?? 0)).toBe(totals.total);
    });

    it('adds up with tax on top', () => {
        const totals = orderTotals(order, false);
        expect(totals).toMatchObject({ items: 12_000, shipping: 500 });
        expect(totals.items + (totals.discounts[0]?.amount ?? 0) + (totals.shipping ?? 0) + totals.tax).toBe(
            totals.total,
        );
    });

    it('knows free shipping from shipping that nobody chose yet', () => {
        expect(orderTotals({ ...order, shippingLines: [] }, true).shipping).toBeUndefined();
        expect(orderTotals({ ...order, shippingLines: [{ price: 0, priceWithTax: 0 }] }, true).shipping).toBe(
            0,
        );
    });
});
