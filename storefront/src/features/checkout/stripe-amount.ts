/** Stripe counts these in whole units, and those below in thousandths. Source: https://docs.stripe.com/currencies */
const WITHOUT_DECIMALS = new Set('BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' '));
const WITH_THREE_DECIMALS = new Set('BHD JOD KWD OMR TND'.split(' '));

/**
 * An amount as Stripe's form wants it.
 *
 * @param hundredths - As the shop counts every currency.
 * @param currency - ISO 4217, upper case.
 */
export function toStripeAmount(hundredths: number, currency: string): number {
    if (WITHOUT_DECIMALS.has(currency)) {
        return Math.round(hundredths / 100);
    }
    return WITH_THREE_DECIMALS.has(currency) ? hundredths * 10 : hundredths;
}
