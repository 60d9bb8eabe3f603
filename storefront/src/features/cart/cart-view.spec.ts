import { describe, expect, it } from 'vitest';
import { cartView, expectChange } from './cart-view';

const line = (id: string, quantity: number, unitPrice: number) => ({
    id,
    quantity,
    linePrice: quantity * unitPrice,
    linePriceWithTax: quantity * unitPrice * 1.2,
    unitPrice,
    unitPriceWithTax: unitPrice * 1.2,
    featuredAsset: null,
    productVariant: {
        id: `variant of ${id}`,
        productId: `product of ${id}`,
        name: id,
        product: { name: `Product ${id}`, slug: id },
        options: [
            { id: '1', name: 'black' },
            { id: '2', name: '32 GB' },
        ],
    },
});

const order = {
    currencyCode: 'EUR' as const,
    totalQuantity: 3,
    lines: [line('a', 2, 1000), line('b', 1, 500)],
    discounts: [{ description: 'Ten off', amount: -250, amountWithTax: -300 }],
    shippingLines: [],
    total: 2250,
    totalWithTax: 2700,
};

describe('cartView', () => {
    it('shows prices with tax where the market does, and without where not', () => {
        expect(cartView(order, true)).toMatchObject({ items: 3000, discounts: [{ amount: -300 }] });
        expect(cartView(order, false)).toMatchObject({ items: 2500, discounts: [{ amount: -250 }] });
    });

    it('names what a line is', () => {
        expect(cartView(order, true).lines[0]).toEqual({
            id: 'a',
            variantId: 'variant of a',
            name: 'Product a',
            options: 'black, 32 GB',
            slug: 'a',
            image: undefined,
            quantity: 2,
            price: 2400,
        });
    });
});

describe('expectChange', () => {
    const cart = cartView(order, true);

    it('prices the new quantity by the line’s own price', () => {
        const expected = expectChange(cart, { lineId: 'a', quantity: 3 });
        expect(expected.lines[0]).toMatchObject({ quantity: 3, price: 3600 });
        expect(expected).toMatchObject({ quantity: 4, items: 4200, discounts: cart.discounts });
    });

    it('takes a line out when none is left of it', () => {
        const expected = expectChange(cart, { lineId: 'a', quantity: 0 });
        expect(expected.lines.map(({ id }) => id)).toEqual(['b']);
        expect(expected).toMatchObject({ quantity: 1, items: 600 });
    });

    it('leaves the cart as it is when the line has gone meanwhile', () => {
        expect(expectChange(cart, { lineId: 'x', quantity: 1 })).toEqual(cart);
    });
});
