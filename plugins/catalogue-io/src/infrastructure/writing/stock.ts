import type { EntityManager } from 'typeorm';
import type { Change } from './change';

const ADD_LEVELS = `
    INSERT INTO stock_level ("productVariantId", "stockLocationId", "stockOnHand", "stockAllocated")
    SELECT variant, $2::int, 0, 0 FROM unnest($1::int[]) AS variant
     WHERE NOT EXISTS (SELECT FROM stock_level l WHERE l."productVariantId" = variant AND l."stockLocationId" = $2::int)`;

/** Locked in the order of their ids, as everybody does who takes several: read and written with nobody in between. */
const WRITE = `
    WITH given AS (
        SELECT * FROM unnest($1::int[], $2::int[]) AS g(variant, wanted)
    ), present AS MATERIALIZED (
        SELECT l.id, l."productVariantId" AS variant, l."stockOnHand" AS before FROM stock_level l
         WHERE l."productVariantId" = ANY($1::int[]) AND l."stockLocationId" = $3::int
         ORDER BY l.id FOR NO KEY UPDATE
    ), changed AS (
        UPDATE stock_level l SET "stockOnHand" = given.wanted, "updatedAt" = CURRENT_TIMESTAMP
          FROM present JOIN given USING (variant)
         WHERE l.id = present.id AND present.before <> given.wanted
        RETURNING present.variant, present.before, given.wanted AS after, given.wanted - present.before AS quantity
    ), moved AS (
        INSERT INTO stock_movement (type, quantity, "stockLocationId", discriminator, "productVariantId")
        SELECT 'ADJUSTMENT', quantity, $3::int, 'StockAdjustment', variant FROM changed)
    SELECT variant, before, after FROM changed`;

/**
 * Makes the stock on hand at a location what was counted, with a movement for each difference.
 *
 * @param fresh - Variants that are new, which have a level even where nothing was counted.
 * @returns the counts that were not so before.
 */
export async function writeStock(
    manager: EntityManager,
    stockLocationId: number,
    counted: ReadonlyArray<readonly [variantId: number, stockOnHand: number]>,
    fresh: readonly number[],
): Promise<Change[]> {
    const variantIds = counted.map(([variantId]) => variantId);
    await manager.query(ADD_LEVELS, [[...new Set([...variantIds, ...fresh])], stockLocationId]);
    const rows = await manager.query<Array<{ variant: number; before: number; after: number }>>(WRITE, [
        variantIds,
        counted.map(([, stockOnHand]) => stockOnHand),
        stockLocationId,
    ]);
    return rows.map(({ variant, ...values }) => ({
        variantId: variant,
        what: `stock-${stockLocationId}`,
        ...values,
    }));
}
