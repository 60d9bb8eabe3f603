import type { EntityManager } from 'typeorm';
import type { Change } from './change';

type PriceRow = readonly [variantId: number, channelId: number, currencyCode: string, price: number];

/** Where no constraint says what makes two prices one. Locked in the order of their ids. */
const WRITE = `
    WITH given AS (
        SELECT * FROM unnest($1::int[], $2::int[], $3::text[], $4::int[]) AS g(variant, channel, currency, wanted)
    ), present AS MATERIALIZED (
        SELECT own.id, own.price AS before, given.variant, given.wanted
          FROM product_variant_price own JOIN given
            ON own."variantId" = given.variant AND own."channelId" = given.channel AND own."currencyCode" = given.currency
         ORDER BY own.id FOR NO KEY UPDATE OF own
    ), changed AS (
        UPDATE product_variant_price own SET price = present.wanted, "updatedAt" = CURRENT_TIMESTAMP
          FROM present WHERE own.id = present.id AND present.before <> present.wanted
        RETURNING present.variant, own."channelId" AS channel, own."currencyCode" AS currency, present.before, own.price AS after
    ), added AS (
        INSERT INTO product_variant_price ("variantId", "channelId", "currencyCode", price)
        SELECT * FROM given WHERE NOT EXISTS (
            SELECT FROM product_variant_price own
             WHERE own."variantId" = given.variant AND own."channelId" = given.channel AND own."currencyCode" = given.currency)
        RETURNING "variantId" AS variant, "channelId" AS channel, "currencyCode" AS currency, NULL::int AS before, price AS after)
    SELECT * FROM changed UNION ALL SELECT * FROM added`;

/** @returns the prices that were not so before. */
export async function writePrices(manager: EntityManager, prices: readonly PriceRow[]): Promise<Change[]> {
    const rows = await manager.query<
        Array<{ variant: number; channel: number; currency: string; before: number | null; after: number }>
    >(
        WRITE,
        [0, 1, 2, 3].map(column => prices.map(row => row[column])),
    );
    return rows.map(({ variant, channel, currency, before, after }) => ({
        variantId: variant,
        what: `price-${currency}-${channel}`,
        ...{ before, after },
    }));
}
