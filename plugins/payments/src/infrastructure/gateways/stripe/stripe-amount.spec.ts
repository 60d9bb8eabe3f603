import { describe, expect, it } from 'vitest';
import { GatewayRefusedError } from '../../../application/ports/gateway-errors';
import { fromStripeAmount, toStripeAmount } from './stripe-amount';

describe("amounts in Stripe's way", () => {
    it.each([
        ['USD', 1999, 1999],
        ['JPY', 1999, 1999],
        ['KRW', 50_000, 50_000],
        ['KWD', 5_120, 5_120],
        // Whole by ISO 4217, hundredths for Stripe.
        ['ISK', 5, 500],
        ['UGX', 5, 500],
        // Whole in payouts only.
        ['TWD', 80_045, 80_045],
    ])('writes %s %i as %i, and reads it back', (currency, amount, expected) => {
        const written = toStripeAmount({ amount, currency });
        expect(written).toEqual({ amount: expected, currency: currency.toLowerCase() });
        expect(fromStripeAmount(written)).toEqual({ amount, currency });
    });

    it('refuses a third decimal that is not 0, before Stripe does', () => {
        expect(() => toStripeAmount({ amount: 5_124, currency: 'KWD' })).toThrow(GatewayRefusedError);
    });

    it('does not make up coins: half a króna is an error', () => {
        expect(() => fromStripeAmount({ amount: 550, currency: 'isk' })).toThrow('no coin');
    });
});
