import type { RunningShop } from '../support/running-shop';

/** Everything about an order and its goods that a merchant would notice, without ids and times. */
export interface Outcome {
    readonly order: unknown;
    readonly lines: unknown[];
    readonly payments: unknown[];
    readonly refunds: unknown[];
    readonly fulfilments: unknown[];
    readonly history: unknown[];
    /** Of the seller orders, when there are any. */
    readonly sellerOrders: unknown[];
    readonly levels: unknown[];
    readonly movements: unknown[];
}

const ORDER = `o.state, o.active, o.type, o."orderPlacedAt" IS NOT NULL AS placed, o."couponCodes",
    o."subTotal", o."subTotalWithTax", o.shipping, o."shippingWithTax"`;

const OF_ITS_VARIANTS = `"productVariantId" IN (SELECT l."productVariantId" FROM order_line l WHERE l."orderId" = $1)`;

/**
 * Each part of the outcome; `$1` is the order's id. In the history, the step in between, of money that is held and not
 * yet taken, is left out: Vendure without the plugins takes it at once.
 */
const PARTS: Readonly<Record<keyof Outcome, string>> = {
    order: `SELECT ${ORDER} FROM "order" o WHERE o.id = $1`,
    lines: `
        SELECT v.sku, l.quantity, l."orderPlacedQuantity", l."listPrice", l."initialListPrice", l.adjustments::text AS adjustments
          FROM order_line l JOIN product_variant v ON v.id = l."productVariantId" WHERE l."orderId" = $1 ORDER BY l.id`,
    payments: `SELECT amount, state, "errorMessage" FROM payment WHERE "orderId" = $1 ORDER BY id`,
    refunds: `
        SELECT r.total, r.items, r.shipping, r.adjustment, r.state, r.reason
          FROM refund r JOIN payment p ON p.id = r."paymentId" WHERE p."orderId" = $1 ORDER BY r.id`,
    fulfilments: `
        SELECT f.state, (SELECT sum(quantity) FROM order_line_reference x WHERE x."fulfillmentId" = f.id) AS quantity
          FROM fulfillment f JOIN order_fulfillments_fulfillment j ON j."fulfillmentId" = f.id
         WHERE j."orderId" = $1 ORDER BY f.id`,
    history: `
        SELECT type, data::jsonb - 'from' - 'paymentId' - 'fulfillmentId' - 'modificationId' - 'refundId' - 'lines' - 'note' AS data
          FROM history_entry WHERE "orderId" = $1
           AND NOT (type = 'ORDER_PAYMENT_TRANSITION' AND data::jsonb ->> 'to' = 'Authorized')
           AND NOT (type = 'ORDER_STATE_TRANSITION' AND data::jsonb ->> 'to' = 'PaymentAuthorized') ORDER BY id`,
    sellerOrders: `SELECT ${ORDER} FROM "order" o WHERE o."aggregateOrderId" = $1 ORDER BY o."subTotal"`,
    levels: `
        SELECT "stockLocationId" AS place, "stockOnHand", "stockAllocated" FROM stock_level
         WHERE ${OF_ITS_VARIANTS} ORDER BY "productVariantId", "stockLocationId"`,
    movements: `
        SELECT type, "stockLocationId" AS place, sum(quantity) AS quantity FROM stock_movement
         WHERE ${OF_ITS_VARIANTS} GROUP BY "productVariantId", type, "stockLocationId"
         ORDER BY "productVariantId", type, "stockLocationId"`,
};

export async function outcomeOf(shop: RunningShop, orderId: string): Promise<Outcome> {
    const parts: Partial<Record<keyof Outcome, unknown[]>> = {};
    for (const [name, query] of Object.entries(PARTS) as Array<[keyof Outcome, string]>) {
        parts[name] = (await shop.database.query<Record<string, unknown>>(query, [orderId])).rows;
    }
    return parts as unknown as Outcome;
}
