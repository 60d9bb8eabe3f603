import { describe, expect, it } from 'vitest';
import { hostedPageAddress, returnAddress } from './payment-addresses';

describe('addresses of a payment', () => {
    it('lead back into the market and language that the shopper left', () => {
        expect(returnAddress('https://shop.example', 'de-fr', 'abc')).toBe(
            'https://shop.example/de-fr/checkout/return?state=abc',
        );
    });

    it('tell the provider amount, currency and way back, and keep what its page had already', () => {
        const returnUrl = returnAddress('https://shop.example', 'en-us', 'abc');
        const address = new URL(
            hostedPageAddress('https://bank.example/tokenise?shop=7', {
                amount: 1999,
                currency: 'USD',
                language: 'en',
                returnUrl,
            }),
        );
        expect(address.origin + address.pathname).toBe('https://bank.example/tokenise');
        expect(Object.fromEntries(address.searchParams)).toEqual({
            shop: '7',
            amount: '1999',
            currency: 'USD',
            lang: 'en',
            return_url: returnUrl,
        });
    });
});
