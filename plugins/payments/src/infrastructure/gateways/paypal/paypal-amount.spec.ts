import { describe, expect, it } from 'vitest';
import { fromPayPalAmount, toPayPalAmount } from './paypal-amount';

describe('an amount at PayPal', () => {
    it.each([
        [1999, 'USD', '19.99'],
        [5, 'EUR', '0.05'],
        [1999, 'JPY', '1999'],
        [150000, 'HUF', '1500'],
        [123456789, 'GBP', '1234567.89'],
    ])('%i %s is written %s, and read back', (amount, currency, value) => {
        expect(toPayPalAmount({ amount, currency })).toEqual({ currency_code: currency, value });
        expect(fromPayPalAmount({ currency_code: currency, value })).toEqual({ amount, currency });
    });

    it('is refused before the call when PayPal takes whole amounts only', () => {
        expect(() => toPayPalAmount({ amount: 1050, currency: 'HUF' })).toThrow(/whole amounts of HUF/);
    });

    it('loses its sign, which says only which way the money went', () => {
        expect(fromPayPalAmount({ currency_code: 'EUR', value: '-8.00' })).toEqual({
            amount: 800,
            currency: 'EUR',
        });
    });
});
