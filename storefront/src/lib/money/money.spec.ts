import { describe, expect, it } from 'vitest';
import { formatMoney, shownPrice } from './money';

describe('formatMoney', () => {
    // Intl separates with no-break spaces, which a diff would not show.
    const plain = (text: string) => text.replace(/\s/g, ' ');

    it.each([
        [129_900, 'USD', 'en-us', '$1,299.00'],
        [129_900, 'GBP', 'en-gb', '£1,299.00'],
        [129_900, 'EUR', 'de-de', '1.299,00 €'],
        [129_900, 'EUR', 'fr-fr', '1 299,00 €'],
        [5, 'USD', 'de-us', '0,05 $'],
        [-500, 'USD', 'en-us', '-$5.00'],
    ])('writes %i %s for %s', (amount, currency, locale, expected) => {
        expect(plain(formatMoney(amount, currency, locale))).toBe(expected);
    });
});

describe('shownPrice', () => {
    it('follows the market', () => {
        const price = { price: 1000, priceWithTax: 1190 };
        expect(shownPrice(price, true)).toBe(1190);
        expect(shownPrice(price, false)).toBe(1000);
    });
});
