import { type Order, type RequestContext, VendureEvent } from '@vendure/core';
import type { StockShortfall } from '../../domain/stock-shortfall';

/** The goods of an order are held for it while it is paid. */
export class StockReservedEvent extends VendureEvent {
    constructor(
        readonly ctx: RequestContext,
        readonly order: Order,
    ) {
        super();
    }
}

/** An order was to be paid, and some of its goods are not there. Nothing is held for it. */
export class StockShortfallEvent extends VendureEvent {
    constructor(
        readonly ctx: RequestContext,
        readonly order: Order,
        readonly shortfalls: readonly StockShortfall[],
    ) {
        super();
    }
}
