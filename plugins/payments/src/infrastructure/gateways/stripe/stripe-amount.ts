import { GatewayRefusedError } from '../../../application/ports/gateway-errors';
import { decimalsOf, type Money } from '../../../domain/money';

/**
 * Stripe counts most currencies in hundredths, whatever ISO 4217 says: HUF and TWD (whole only in payouts), and also
 * ISK and UGX, which have no coins any more and whose amounts therefore end in 00.
 * Source: https://docs.stripe.com/currencies
 */
const WITHOUT_DECIMALS = new Set([
    'BIF',
    'CLP',
    'DJF',
    'GNF',
    'JPY',
    'KMF',
    'KRW',
    'MGA',
    'PYG',
    'RWF',
    'VND',
    'VUV',
    'XAF',
    'XOF',
    'XPF',
]);
const WITH_THREE_DECIMALS = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND']);
const WHOLE_ONLY = new Set(['ISK', 'UGX']);

/** An amount as Stripe writes it: a whole number, and the currency in lower case. */
export interface StripeAmount {
    readonly amount: number;
    readonly currency: string;
}

/**
 * @throws GatewayRefusedError when Stripe takes no such amount, such as 1.005 KWD, whose last digit has to be 0.
 */
export function toStripeAmount({ amount, currency }: Money): StripeAmount {
    const converted = shift(amount, stripeDecimals(currency) - decimalsOf(currency));
    if (!Number.isSafeInteger(converted) || converted % stepOf(currency) !== 0) {
        throw new GatewayRefusedError(
            'amount_not_chargeable',
            `Stripe can't charge ${amount} minor units of ${currency}: it takes no such fraction.`,
        );
    }
    return { amount: converted, currency: currency.toLowerCase() };
}

/** @throws Error when the currency has no coin for it: then the amount is not one that this platform asked for. */
export function fromStripeAmount({ amount, currency }: StripeAmount): Money {
    const code = currency.toUpperCase();
    const converted = shift(amount, decimalsOf(code) - stripeDecimals(code));
    if (!Number.isSafeInteger(converted)) {
        throw new Error(`Stripe names ${amount} of ${code}, for which this currency has no coin.`);
    }
    return { amount: converted, currency: code };
}

function stripeDecimals(currency: string): number {
    if (WITHOUT_DECIMALS.has(currency)) {
        return 0;
    }
    return WITH_THREE_DECIMALS.has(currency) ? 3 : 2;
}

/** What an amount has to be divisible by. */
function stepOf(currency: string): number {
    if (WHOLE_ONLY.has(currency)) {
        return 100;
    }
    return WITH_THREE_DECIMALS.has(currency) ? 10 : 1;
}

/** Multiplies by a power of ten. Dividing by one, rather than multiplying by 0.01, keeps whole numbers exact. */
function shift(value: number, decimals: number): number {
    return decimals >= 0 ? value * 10 ** decimals : value / 10 ** -decimals;
}
