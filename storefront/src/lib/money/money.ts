/** Of each language and currency: making one takes longer than all amounts of a page. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(locale: string, currency: string): Intl.NumberFormat {
    const key = `${locale} ${currency}`;
    const known = formats.get(key) ?? new Intl.NumberFormat(locale, { style: 'currency', currency });
    formats.set(key, known);
    return known;
}

/**
 * @param amount - In minor units, as Vendure keeps it: 1299 is 12.99. All currencies of this shop have two decimals.
 * @param currency - ISO 4217.
 * @param locale - BCP 47; says where the sign and the separators go.
 */
export function formatMoney(amount: number, currency: string, locale: string): string {
    return formatOf(locale, currency).format(amount / 100);
}

/** An amount as Vendure gives it, both ways. Minor units. */
export interface TwofoldPrice {
    readonly price: number;
    readonly priceWithTax: number;
}

/** The one of both that the market shows. */
export function shownPrice(price: TwofoldPrice, showsTax: boolean): number {
    return showsTax ? price.priceWithTax : price.price;
}
