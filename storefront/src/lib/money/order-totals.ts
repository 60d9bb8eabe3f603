/** What the totals of an order are made from. All amounts in minor units. */
export interface PricedOrder {
    readonly lines: readonly { readonly linePrice: number; readonly linePriceWithTax: number }[];
    readonly discounts: readonly {
        readonly description: string;
        readonly amount: number;
        readonly amountWithTax: number;
    }[];
    readonly shippingLines: readonly { readonly price: number; readonly priceWithTax: number }[];
    readonly total: number;
    readonly totalWithTax: number;
}

export interface OrderTotals {
    readonly items: number;
    readonly discounts: readonly { readonly description: string; readonly amount: number }[];
    /** Undefined until a shipping method is chosen. */
    readonly shipping: number | undefined;
    /** Added to the amounts above, or contained in them, as the market shows it. */
    readonly tax: number;
    readonly total: number;
}

/**
 * The totals as the market shows them. Items and shipping are before discounts, since `discounts` lists those of
 * both: items + discounts + shipping (+ tax where it is added) is the total.
 */
export function orderTotals(order: PricedOrder, showsTax: boolean): OrderTotals {
    const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);
    return {
        items: sum(order.lines.map(line => (showsTax ? line.linePriceWithTax : line.linePrice))),
        discounts: order.discounts.map(discount => ({
            description: discount.description,
            amount: showsTax ? discount.amountWithTax : discount.amount,
        })),
        shipping:
            order.shippingLines.length > 0
                ? sum(order.shippingLines.map(line => (showsTax ? line.priceWithTax : line.price)))
                : undefined,
        tax: order.totalWithTax - order.total,
        total: order.totalWithTax,
    };
}
