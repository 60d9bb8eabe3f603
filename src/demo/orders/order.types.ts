import type { MarketCode, ShippingCode, TaxClass } from '../shop/markets';

/** What the history needs to know of something that can be bought. */
export interface Sellable {
    readonly sku: string;
    readonly category: string;
    readonly taxClass: TaxClass;
    /** Minor units, as the market keeps its prices. */
    readonly prices: Readonly<Record<MarketCode, number>>;
}

export interface Shopper {
    readonly email: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly market: MarketCode;
    readonly street: string;
    readonly city: string;
    readonly postalCode: string;
    readonly province: string;
    readonly phone: string;
    readonly since: Date;
}

export interface HistoricLine {
    readonly sku: string;
    readonly quantity: number;
    /** Of one piece, in minor units, as the market keeps its prices. */
    readonly listPrice: number;
    /** Percent. */
    readonly taxRate: number;
}

/** How an order went. Dates are set once the thing has happened. */
export interface Fate {
    readonly paidAt: Date;
    readonly cancelledAt?: Date;
    readonly shippedAt?: Date;
    readonly deliveredAt?: Date;
    /** When the first line's money was given back. */
    readonly refundedAt?: Date;
}

export interface HistoricOrder {
    readonly code: string;
    readonly market: MarketCode;
    readonly shopper: Shopper;
    readonly placedAt: Date;
    readonly shipping: ShippingCode;
    readonly lines: readonly HistoricLine[];
    readonly fate: Fate;
}
