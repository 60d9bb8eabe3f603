import { expect, it } from 'vitest';
import { toStripeAmount } from './stripe-amount';

it.each([
    [1999, 'EUR', 1999],
    [199900, 'JPY', 1999],
    [1999, 'KWD', 19990],
    [199900, 'ISK', 199900],
])('writes %i hundredths of %s as %i, as Stripe counts', (hundredths, currency, expected) => {
    expect(toStripeAmount(hundredths, currency)).toBe(expected);
});
