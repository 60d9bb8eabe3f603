import type { Shop } from './shop';

/** By table: whose rows belong to the order `$1`. */
const TABLES: Readonly<Record<string, string>> = {
    '"order"': 'id = $1',
    order_line: '"orderId" = $1',
    shipping_line: '"orderId" = $1',
    surcharge: '"orderId" = $1',
    payment: '"orderId" = $1',
    history_entry: '"orderId" = $1',
    order_channels_channel: '"orderId" = $1',
    order_promotions_promotion: '"orderId" = $1',
    efi_stock_reservation: '"orderId" = $1',
    stock_movement: '"orderLineId" IN (SELECT id FROM order_line WHERE "orderId" = $1)',
};

/** What differs from one order to another that was made the same way. */
const OWN = new Set([
    'id',
    'code',
    'createdAt',
    'updatedAt',
    'orderPlacedAt',
    'expiresAt',
    'orderId',
    'orderLineId',
    'shippingLineId',
    'customerId',
    'transactionId',
    'paymentId',
    'emailAddress',
]);

/** All rows of an order, without what is its own. */
export async function orderRows(shop: Shop, orderId: string): Promise<Record<string, unknown>> {
    const rows: Record<string, unknown> = {};
    for (const [table, condition] of Object.entries(TABLES)) {
        const found = await shop.sql<{ row: unknown }>(
            `SELECT to_jsonb(t) AS row FROM ${table} t WHERE ${condition} ORDER BY t::text`,
            [orderId.replace('T_', '')],
        );
        rows[table] = withoutOwn(found.map(({ row }) => row));
    }
    return rows;
}

/** Whether there is something remains: an id becomes `true`. */
export function withoutOwn<T>(value: T): unknown {
    return JSON.parse(
        JSON.stringify(value, (key, inner: unknown) => {
            if (OWN.has(key) && inner !== null) {
                return true;
            }
            // What a history entry has to say is a text.
            return typeof inner === 'string' ? inner.replace(/"paymentId":\d+/, '"paymentId":true') : inner;
        }),
    );
}
