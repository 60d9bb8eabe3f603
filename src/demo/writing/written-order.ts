import type { HistoricOrder } from '../orders/order.types';
import type { PricedOrder } from '../orders/price-order';
import type { WrittenVariant } from './catalogue.types';
import type { CustomerIds } from './write-customers';
import type { ShopIds } from './write-markets';

/** What order rows refer to. */
export interface OrderContext {
    readonly shop: ShopIds;
    readonly customers: CustomerIds;
    /** By SKU. */
    readonly variants: ReadonlyMap<string, WrittenVariant>;
}

/** One line of an order, with its ids. */
interface WrittenLine {
    readonly id: number;
    readonly variant: WrittenVariant;
    readonly quantity: number;
}

/** An order with the ids of the rows that belong to it. */
export interface WrittenOrder {
    readonly id: number;
    readonly order: HistoricOrder;
    readonly priced: PricedOrder;
    readonly lines: readonly WrittenLine[];
    readonly paymentId: number;
    readonly fulfillmentId?: number;
    readonly refundId?: number;
}

/** Why money went back, as both the refund and its history entry say. */
export function refundReason(cancelled: boolean): string {
    return cancelled ? 'Cancelled by the customer' : 'Returned by the customer';
}
