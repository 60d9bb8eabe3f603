import { describe, expect, it } from 'vitest';
import { decimalsOf, fromShopAmount, inWords, toShopAmount } from './money';

describe('money', () => {
    it.each([
        ['USD', 2],
        ['EUR', 2],
        ['JPY', 0],
        ['KRW', 0],
        ['KWD', 3],
        // Shown without decimals, and yet with hundredths.
        ['HUF', 2],
    ])('knows that %s has %i decimals', (currency, decimals) => {
        expect(decimalsOf(currency)).toBe(decimals);
    });

    it('keeps amounts of currencies with cents as they are', () => {
        expect(fromShopAmount(1999, 'EUR')).toEqual({ amount: 1999, currency: 'EUR' });
        expect(toShopAmount({ amount: 1999, currency: 'EUR' })).toBe(1999);
    });

    it('drops the decimals of a currency without cents', () => {
        expect(fromShopAmount(199900, 'JPY')).toEqual({ amount: 1999, currency: 'JPY' });
        expect(toShopAmount({ amount: 1999, currency: 'JPY' })).toBe(199900);
    });

    it('refuses an amount that the currency has no coin for', () => {
        expect(fromShopAmount(1050, 'JPY')).toBeUndefined();
    });

    it('adds a decimal where the currency has three, and rounds it away again', () => {
        expect(fromShopAmount(1999, 'KWD')).toEqual({ amount: 19990, currency: 'KWD' });
        expect(toShopAmount({ amount: 19995, currency: 'KWD' })).toBe(2000);
    });

    it('follows a shop that counts with another precision', () => {
        expect(fromShopAmount(199900, 'EUR', 4)).toEqual({ amount: 1999, currency: 'EUR' });
        expect(toShopAmount({ amount: 1999, currency: 'EUR' }, 4)).toBe(199900);
    });

    it.each([
        [{ amount: 1999, currency: 'EUR' }, '19.99 EUR'],
        [{ amount: 5, currency: 'USD' }, '0.05 USD'],
        [{ amount: 1999, currency: 'JPY' }, '1999 JPY'],
        [{ amount: 1999, currency: 'KWD' }, '1.999 KWD'],
    ])('writes %o as %s', (money, words) => {
        expect(inWords(money)).toBe(words);
    });
});
