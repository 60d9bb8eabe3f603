type Sql = <Row>(text: string, parameters?: unknown[]) => Promise<Row[]>;

/** Products with one variant each, ten in stock, beside what the shop has. */
export async function fillCatalogue(sql: Sql, products: number): Promise<void> {
    await sql(
        `WITH made AS (
            INSERT INTO product (enabled) SELECT true FROM generate_series(1, $1) RETURNING id
         ), named AS (
            INSERT INTO product_translation ("languageCode", name, slug, description, "baseId")
            SELECT 'en', 'Thing ' || id, 'thing-' || id, 'A thing of kind ' || id % 200, id FROM made
         ), offered AS (
            INSERT INTO product_channels_channel ("productId", "channelId") SELECT id, 1 FROM made
         )
         INSERT INTO product_variant (enabled, sku, "outOfStockThreshold", "useGlobalOutOfStockThreshold",
                                      "trackInventory", "productId", "taxCategoryId")
         SELECT true, 'THING-' || id, 0, true, 'TRUE', id, (SELECT min(id) FROM tax_category) FROM made`,
        [products],
    );
    const invented = `SELECT id FROM product_variant WHERE sku LIKE 'THING-%'`;
    await sql(
        `INSERT INTO product_variant_translation ("languageCode", name, "baseId") SELECT 'en', 'Thing', id FROM (${invented}) v`,
    );
    await sql(
        `INSERT INTO product_variant_channels_channel ("productVariantId", "channelId") SELECT id, 1 FROM (${invented}) v`,
    );
    await sql(
        `INSERT INTO product_variant_price ("currencyCode", "channelId", price, "variantId") SELECT 'USD', 1, 1000, id FROM (${invented}) v`,
    );
    await sql(
        `INSERT INTO stock_level ("stockOnHand", "stockAllocated", "productVariantId", "stockLocationId")
         SELECT 10, 0, id, (SELECT min(id) FROM stock_location) FROM (${invented}) v`,
    );
    await sql('ANALYZE');
}

/** Orders of three things each over a year, mostly from one corner of the shop; the first forty are one customer's. */
export async function fillOrders(sql: Sql, orders: number, customerId: number): Promise<void> {
    await sql(
        `WITH placed AS (
            INSERT INTO "order" (code, state, active, "orderPlacedAt", "couponCodes", "shippingAddress",
                                 "billingAddress", "currencyCode", "subTotal", "subTotalWithTax", "customerId")
            SELECT 'B' || n, 'Delivered', false, now() - make_interval(hours => n % 8760), '', '{}', '{}', 'USD',
                   0, 0, CASE WHEN n <= 40 THEN $2::int END
              FROM generate_series(1, $1) n
            RETURNING id
         ), channel AS (
            INSERT INTO order_channels_channel ("orderId", "channelId") SELECT id, 1 FROM placed
         ), variants AS (
            SELECT array_agg(id ORDER BY id) AS ids FROM product_variant WHERE sku LIKE 'THING-%'
         )
         INSERT INTO order_line (quantity, "orderPlacedQuantity", "listPriceIncludesTax", adjustments, "taxLines",
                                 "productVariantId", "listPrice", "orderId")
         SELECT 1, 1, false, '[]', '[]', ids[1 + (placed.id * 37 + k * 200) % array_length(ids, 1)], 100, placed.id
           FROM placed, variants, generate_series(0, 2) k`,
        [orders, customerId],
    );
    await sql('ANALYZE');
}
