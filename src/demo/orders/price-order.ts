import { type Market, type MarketCode, markets } from '../shop/markets';
import type { HistoricOrder } from './order.types';
import { type Amounts, amountsOf, sum } from './order-totals';

/** What an order came to when it was placed, line by line. */
export interface PricedOrder {
    readonly market: Market;
    readonly lines: readonly Amounts[];
    readonly subTotal: Amounts;
    readonly shipping: Amounts;
    readonly total: Amounts;
    /** In minor units, as the market keeps its prices. */
    readonly shippingListPrice: number;
}

export function priceOrder(order: HistoricOrder): PricedOrder {
    const market = marketOf(order.market);
    const lines = order.lines.map(({ listPrice, taxRate, quantity }) =>
        amountsOf(listPrice, market.pricesIncludeTax, taxRate, quantity),
    );
    const shippingListPrice = market.shippingPrices[order.shipping];
    const shipping = amountsOf(shippingListPrice, market.pricesIncludeTax, market.shippingTaxRate, 1);
    const subTotal = sum(lines);
    return { market, lines, subTotal, shipping, total: sum([subTotal, shipping]), shippingListPrice };
}

function marketOf(code: MarketCode): Market {
    const market = markets.find(candidate => candidate.code === code);
    if (!market) {
        throw new Error(`There is no market "${code}".`);
    }
    return market;
}
