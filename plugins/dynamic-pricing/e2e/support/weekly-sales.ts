import type { PricingShop } from './shop';

export interface WeekSold {
    /** Before the present week. */
    readonly weeksAgo: number;
    readonly price: number;
    readonly units: number;
}

/** Writes orders of the past, one a week. */
export async function sell(shop: PricingShop, variantId: number, weeks: readonly WeekSold[]): Promise<void> {
    await shop.sql(
        `WITH sold AS (
            SELECT * FROM jsonb_to_recordset($1::jsonb) AS s("weeksAgo" int, price int, units int)
         ), placed AS (
            INSERT INTO "order" (code, state, active, "orderPlacedAt", "couponCodes", "shippingAddress",
                                 "billingAddress", "currencyCode", "subTotal", "subTotalWithTax")
            SELECT $2::text || '-' || "weeksAgo", 'Delivered', false, now() - make_interval(weeks => "weeksAgo"),
                   '', '{}', '{}', (SELECT "defaultCurrencyCode" FROM channel ORDER BY id LIMIT 1), 0, 0
              FROM sold RETURNING id, code
         ), channel AS (
            INSERT INTO order_channels_channel ("orderId", "channelId") SELECT id, 1 FROM placed
         )
         INSERT INTO order_line (quantity, "orderPlacedQuantity", "listPriceIncludesTax", adjustments, "taxLines",
                                 "productVariantId", "listPrice", "orderId")
         SELECT s.units, s.units, false, '[]', '[]', $3::int, s.price, p.id
           FROM placed p JOIN sold s ON p.code = $2::text || '-' || s."weeksAgo"`,
        [JSON.stringify(weeks), `sold-${variantId}`, variantId],
    );
}

/** Shoppers who buy 2.5 % less for 1 % dearer, a little unsteadily, at prices that went up and down. */
export function elasticWeeks(listPrice: number): WeekSold[] {
    return Array.from({ length: 80 }, (_, weeksAgo) => {
        const price = Math.round(listPrice * [0.8, 1.1, 0.9, 1.2, 1][weeksAgo % 5]!);
        const mood = 1 + 0.1 * Math.sin(weeksAgo * 2.3);
        return { weeksAgo: weeksAgo + 1, price, units: Math.round(200 * (price / listPrice) ** -2.5 * mood) };
    });
}

/** Of a price that nobody ever moved. */
export function steadyWeeks(price: number): WeekSold[] {
    return Array.from({ length: 30 }, (_, weeksAgo) => ({ weeksAgo: weeksAgo + 1, price, units: 20 }));
}
