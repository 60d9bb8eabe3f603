/** An amount of money as the payment world writes it. */
export interface Money {
    /** In the currency's own minor unit (ISO 4217): 1999 is 19.99 USD, but 1,999 JPY and 1.999 KWD. */
    readonly amount: number;
    /** ISO 4217, upper case. */
    readonly currency: string;
}

/** Currencies of ISO 4217 whose minor unit is no hundredth. `Intl` is no source: it knows how amounts are shown. */
const DECIMALS: Readonly<Record<string, number>> = {
    ...decimals(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
    ...decimals(3, 'BHD IQD JOD KWD LYD OMR TND'),
    ...decimals(4, 'CLF UYW'),
};

function decimals(count: number, currencies: string): Record<string, number> {
    return Object.fromEntries(currencies.split(' ').map(currency => [currency, count]));
}

/** How many decimals a currency has by ISO 4217: 2 for USD, 0 for JPY, 3 for KWD. */
export function decimalsOf(currency: string): number {
    return DECIMALS[currency] ?? 2;
}

/**
 * From the shop's way of counting, which has the same number of decimals for every currency, to the currency's own.
 *
 * @param value - Whole number in units of 10^-precision, e.g. hundredths.
 * @param precision - Decimals of the shop's `MoneyStrategy`; 2 by default.
 * @returns `undefined` when the currency has no coin for it, such as 10.50 JPY.
 */
export function fromShopAmount(value: number, currency: string, precision = 2): Money | undefined {
    const amount = shift(value, decimalsOf(currency) - precision);
    return Number.isSafeInteger(amount) ? { amount, currency } : undefined;
}

/** Back to the shop's way of counting. A third decimal that the shop has no place for is rounded half up. */
export function toShopAmount(money: Money, precision = 2): number {
    return Math.round(shift(money.amount, precision - decimalsOf(money.currency)));
}

/** As people write it, with all decimals of the currency: `19.99 USD`, `1999 JPY`. */
export function inWords({ amount, currency }: Money): string {
    const decimals = decimalsOf(currency);
    return `${shift(amount, -decimals).toFixed(decimals)} ${currency}`;
}

/** Multiplies by a power of ten. Dividing by one, rather than multiplying by 0.01, keeps whole numbers exact. */
function shift(value: number, decimals: number): number {
    return decimals >= 0 ? value * 10 ** decimals : value / 10 ** -decimals;
}
