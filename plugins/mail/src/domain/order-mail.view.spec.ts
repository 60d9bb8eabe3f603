import { describe, expect, it } from 'vitest';
import { type OrderForMail, orderMailView } from './order-mail.view';
import { mailLocale } from './storefront-links';

const labels = {
    subtotal: 'Subtotal',
    shipping: 'Shipping',
    collection: 'Collection',
    taxIncluded: 'Includes {rate} VAT',
    taxAdded: 'Sales tax {rate}',
};

const order: OrderForMail = {
    code: 'X',
    placedAt: new Date('2026-11-23T23:30:00Z'),
    currencyCode: 'EUR',
    precision: 2,
    pricesIncludeTax: true,
    recipient: 'a@example.com',
    customerName: 'Anna',
    isCollection: false,
    lines: [{ id: '1', text: 'Lamp', quantity: 2, net: 10_000, gross: 11_900 }],
    discounts: [{ text: 'Welcome', net: -1000, gross: -1190 }],
    surcharges: [],
    shipping: [{ text: 'Standard', net: 500, gross: 595 }],
    subtotal: { net: 9000, gross: 10_710 },
    total: { net: 9500, gross: 11_305 },
    taxes: [
        { rate: 19, amount: 1710 },
        { rate: 19, amount: 95 },
        { rate: 0, amount: 0 },
    ],
    address: [],
    pickUpPlace: [],
};

const plain = (view: unknown) => JSON.stringify(view).replaceAll(/[\u00a0\u202f]/g, ' ');

describe('orderMailView', () => {
    it('shows prices with tax, and the tax inside the total, where the market does', () => {
        const view = orderMailView(order, mailLocale('https://x.test', 'de', 'de', 'us'), labels, 'UTC');
        expect(JSON.parse(plain(view))).toEqual({
            date: '23. November 2026',
            lines: [{ text: 'Lamp', quantity: 2, price: '119,00 €' }],
            sums: [
                { label: 'Welcome', amount: '-11,90 €' },
                { label: 'Subtotal', amount: '107,10 €' },
                { label: 'Shipping · Standard', amount: '5,95 €' },
            ],
            addedTaxes: [],
            includedTaxes: [{ label: 'Includes 19 % VAT', amount: '18,05 €' }],
            total: '113,05 €',
        });
    });

    it('shows prices without tax, and adds it up to the total, where the market does', () => {
        const american = { ...order, currencyCode: 'USD', pricesIncludeTax: false };
        const view = orderMailView(american, mailLocale('https://x.test', 'en', 'us', 'us'), labels, 'UTC');
        expect(view).toMatchObject({
            lines: [{ price: '$100.00' }],
            sums: [{ amount: '-$10.00' }, { amount: '$90.00' }, { amount: '$5.00' }],
            addedTaxes: [{ label: 'Sales tax 19%', amount: '$18.05' }],
            includedTaxes: [],
            total: '$113.05',
        });
    });

    it("dates the order on the shop's clock", () => {
        const view = orderMailView(
            order,
            mailLocale('https://x.test', 'en', 'gb', 'us'),
            labels,
            'Europe/Berlin',
        );
        expect(view.date).toBe('24 November 2026');
    });

    it('says so when the shopper collects', () => {
        const collected = { ...order, isCollection: true };
        const view = orderMailView(collected, mailLocale('https://x.test', 'en', 'gb', 'us'), labels, 'UTC');
        expect(view.sums.at(-1)?.label).toBe('Collection · Standard');
    });
});
