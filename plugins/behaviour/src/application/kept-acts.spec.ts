import { describe, expect, it } from 'vitest';
import { keptActs } from './kept-acts';

const line = { productId: 1, productVariantId: 11, quantity: 2 };

describe('what is kept of an act', () => {
    it('is a row for each product of an order, without the order', () => {
        const rows = keptActs({
            type: 'order-placed',
            orderId: 99,
            lines: [line, { ...line, productId: 2, productVariantId: 12 }],
        });
        expect(rows.map(row => row.productId)).toEqual([1, 2]);
        expect(JSON.stringify(rows)).not.toContain('99');
    });

    it('is the variant and quantity of a change of the cart, without the cart', () => {
        const [row] = keptActs({ type: 'added-to-cart', orderId: 99, ...line });
        expect(row).toMatchObject({ type: 'added-to-cart', ...line });
        expect(row).not.toHaveProperty('orderId');
    });

    it('is a row for each product that a recommendation showed', () => {
        const rows = keptActs({ type: 'recommendation-shown', recommendationId: 'r', productIds: [3, 4] });
        expect(rows.map(row => [row.recommendationId, row.productId])).toEqual([
            ['r', 3],
            ['r', 4],
        ]);
    });

    it('is how much a search found, but not a mail address that was searched for', () => {
        expect(keptActs({ type: 'searched', term: 'jo@example.org', resultCount: 0 })).toMatchObject([
            { term: null, resultCount: 0 },
        ]);
    });
});
