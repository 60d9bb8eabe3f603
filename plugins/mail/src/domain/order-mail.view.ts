import type { MailLocale } from './storefront-links';

/** An order as its mails need it. Money is in minor units of `currencyCode`. */
export interface OrderForMail {
    readonly code: string;
    readonly placedAt: Date;
    readonly currencyCode: string;
    /** Decimal places that the minor units stand for; Vendure has 2 for every currency. */
    readonly precision: number;
    /** Whether the market shows prices with tax. */
    readonly pricesIncludeTax: boolean;
    readonly recipient: string;
    readonly customerName: string;
    readonly isCollection: boolean;
    readonly lines: readonly OrderLineForMail[];
    readonly discounts: readonly PricedText[];
    readonly surcharges: readonly PricedText[];
    readonly shipping: readonly PricedText[];
    readonly subtotal: TaxedAmount;
    readonly total: TaxedAmount;
    /** Rates in percent. */
    readonly taxes: ReadonlyArray<{ readonly rate: number; readonly amount: number }>;
    /** Lines of the delivery address, as they stand on an envelope. */
    readonly address: readonly string[];
    /** Where it is fetched, line by line. Empty for an order that is sent, and where nobody said. */
    readonly pickUpPlace: readonly string[];
    /** Of the company that the order is for. */
    readonly vatNumber?: string;
}

interface OrderLineForMail extends PricedText {
    readonly id: string;
    readonly quantity: number;
    readonly imageUrl?: string;
}

export interface PricedText extends TaxedAmount {
    readonly text: string;
}

interface TaxedAmount {
    readonly net: number;
    readonly gross: number;
}

/** What the template of the order confirmation prints. All money and dates are ready to read. */
export interface OrderMailView {
    readonly date: string;
    readonly lines: ReadonlyArray<{ text: string; quantity: number; price: string; imageUrl?: string }>;
    /** Discounts, surcharges, subtotal and shipping, in the order of a bill. */
    readonly sums: ReadonlyArray<{ label: string; amount: string }>;
    /** Tax that is added below the subtotal, in markets that show prices without. */
    readonly addedTaxes: ReadonlyArray<{ label: string; amount: string }>;
    /** Tax that the total contains, in markets that show prices with it. */
    readonly includedTaxes: ReadonlyArray<{ label: string; amount: string }>;
    readonly total: string;
}

/** Labels with `{rate}` where the tax rate goes. */
export interface OrderMailLabels {
    readonly subtotal: string;
    readonly shipping: string;
    readonly collection: string;
    readonly taxIncluded: string;
    readonly taxAdded: string;
}

/** Goods and delivery are taxed apart, and often at the same rate: a bill has one line for each rate. */
function perRate(taxes: OrderForMail['taxes']): Array<{ rate: number; amount: number }> {
    const amounts = new Map<number, number>();
    for (const { rate, amount } of taxes) {
        amounts.set(rate, (amounts.get(rate) ?? 0) + amount);
    }
    return [...amounts].map(([rate, amount]) => ({ rate, amount }));
}

/** Shows an order the way its market shows prices: with tax inside, or without and added at the end. */
export function orderMailView(
    order: OrderForMail,
    locale: MailLocale,
    labels: OrderMailLabels,
    timeZone: string,
): OrderMailView {
    const money = new Intl.NumberFormat(locale.tag, { style: 'currency', currency: order.currencyCode });
    const percent = new Intl.NumberFormat(locale.tag, { style: 'percent', maximumFractionDigits: 3 });
    const format = (minorUnits: number) => money.format(minorUnits / 10 ** order.precision);
    const shown = (amount: TaxedAmount) => format(order.pricesIncludeTax ? amount.gross : amount.net);
    const priced = (row: PricedText) => ({ label: row.text, amount: shown(row) });

    const delivery = order.isCollection ? labels.collection : labels.shipping;
    const taxLabel = order.pricesIncludeTax ? labels.taxIncluded : labels.taxAdded;
    const taxes = perRate(order.taxes)
        .filter(tax => tax.amount !== 0)
        .map(tax => ({
            label: taxLabel.replace('{rate}', percent.format(tax.rate / 100)),
            amount: format(tax.amount),
        }));
    return {
        date: new Intl.DateTimeFormat(locale.tag, { dateStyle: 'long', timeZone }).format(order.placedAt),
        lines: order.lines.map(line => ({
            text: line.text,
            quantity: line.quantity,
            price: shown(line),
            imageUrl: line.imageUrl,
        })),
        sums: [
            ...order.discounts.map(priced),
            ...order.surcharges.map(priced),
            { label: labels.subtotal, amount: shown(order.subtotal) },
            ...order.shipping.map(row => priced({ ...row, text: `${delivery} · ${row.text}` })),
        ],
        addedTaxes: order.pricesIncludeTax ? [] : taxes,
        includedTaxes: order.pricesIncludeTax ? taxes : [],
        total: format(order.total.gross),
    };
}
