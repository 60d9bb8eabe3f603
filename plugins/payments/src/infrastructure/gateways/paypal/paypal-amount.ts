import { decimalsOf, type Money } from '../../../domain/money';
import { GatewayRefusedError } from '../../../application/ports/gateway-errors';

/** Money as PayPal writes it: a decimal string, such as `19.99`. */
export interface PayPalAmount {
    readonly currency_code: string;
    readonly value: string;
}

/** PayPal takes no decimals for these, though ISO 4217 has some. Source: PayPal's list of currency codes. */
const WITHOUT_DECIMALS = new Set(['HUF', 'JPY', 'TWD']);

/** @throws GatewayRefusedError when PayPal has no way to write the amount, such as 10.50 HUF. */
export function toPayPalAmount({ amount, currency }: Money): PayPalAmount {
    const decimals = decimalsOf(currency);
    const written = (amount / 10 ** decimals).toFixed(decimals);
    if (!WITHOUT_DECIMALS.has(currency) || decimals === 0) {
        return { currency_code: currency, value: written };
    }
    if (amount % 10 ** decimals !== 0) {
        throw new GatewayRefusedError(
            'DECIMAL_PRECISION',
            `PayPal takes whole amounts of ${currency} only, not ${written}.`,
        );
    }
    return { currency_code: currency, value: String(amount / 10 ** decimals) };
}

/** The sign is dropped: PayPal's reports write money that leaves the account with a minus. */
export function fromPayPalAmount({ currency_code: currency, value }: PayPalAmount): Money {
    return { amount: Math.round(Math.abs(Number(value)) * 10 ** decimalsOf(currency)), currency };
}
