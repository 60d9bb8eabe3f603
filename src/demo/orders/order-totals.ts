/** An amount without and with tax, in minor units. */
export interface Amounts {
    readonly net: number;
    readonly gross: number;
}

/**
 * Price of a line, rounded as Vendure's OrderLine and DefaultMoneyStrategy round it: the unrounded unit price times
 * the quantity, once.
 *
 * @param listPrice - Of one piece, in minor units.
 * @param includesTax - Whether `listPrice` is with tax.
 * @param taxRate - Percent.
 */
export function amountsOf(
    listPrice: number,
    includesTax: boolean,
    taxRate: number,
    quantity: number,
): Amounts {
    const factor = (100 + taxRate) / 100;
    const net = includesTax ? listPrice - (listPrice - listPrice / factor) : listPrice;
    const gross = includesTax ? listPrice : listPrice + listPrice * (taxRate / 100);
    return { net: Math.round(net * quantity), gross: Math.round(gross * quantity) };
}

export function sum(amounts: readonly Amounts[]): Amounts {
    return {
        net: amounts.reduce((total, { net }) => total + net, 0),
        gross: amounts.reduce((total, { gross }) => total + gross, 0),
    };
}
