import type { EntityManager } from 'typeorm';

/** Notes products that are to be indexed anew. In the manager's transaction, when it has one. */
export async function noteProducts(manager: EntityManager, productIds: readonly number[]): Promise<void> {
    if (productIds.length > 0) {
        await manager.query('INSERT INTO efi_search_pending ("productId") SELECT unnest($1::int[])', [
            productIds,
        ]);
    }
}

/** Notes the products of variants, deleted ones too. */
export async function noteVariants(manager: EntityManager, variantIds: readonly number[]): Promise<void> {
    if (variantIds.length > 0) {
        await manager.query(
            `INSERT INTO efi_search_pending ("productId")
             SELECT DISTINCT "productId" FROM product_variant WHERE id = ANY($1::int[]) AND "productId" IS NOT NULL`,
            [variantIds],
        );
    }
}

/**
 * Notes every product, at once and a second time later.
 *
 * @param again - Seconds after which everything is indexed once more.
 */
export async function noteAllProducts(manager: EntityManager, again: number): Promise<void> {
    await manager.query(
        `INSERT INTO efi_search_pending ("productId", due)
         SELECT id, clock_timestamp() + make_interval(secs => delay)
           FROM product, unnest(ARRAY[0, $1::float8]) AS delay WHERE "deletedAt" IS NULL`,
        [again],
    );
}

/**
 * From one product to the next in the index, however often each is noted, and then row by row by their key: a list
 * that was just filled has no statistics, by which PostgreSQL would rather read all of it.
 */
export const TAKE_PENDING = `
    WITH RECURSIVE walked AS (
        (SELECT "productId" FROM efi_search_pending
          WHERE "productId" > $1 AND due <= clock_timestamp() ORDER BY "productId" LIMIT 1)
         UNION ALL
        SELECT next."productId" FROM walked CROSS JOIN LATERAL (
               SELECT p."productId" FROM efi_search_pending p
                WHERE p."productId" > walked."productId" AND p.due <= clock_timestamp()
                ORDER BY p."productId" LIMIT 1) next
    ), chosen AS MATERIALIZED (
        SELECT "productId" FROM walked LIMIT $2
    ), taken AS (
        DELETE FROM efi_search_pending WHERE id = ANY(ARRAY(
            SELECT noted.id FROM chosen CROSS JOIN LATERAL (
                   SELECT p.id FROM efi_search_pending p
                    WHERE p."productId" = chosen."productId" AND p.due <= clock_timestamp() OFFSET 0) noted))
    )
    SELECT "productId" FROM chosen`;

/**
 * Takes products whose time has come off the list, by their ids.
 *
 * @param after - Id of the last one that was taken before: what lies behind it is not gone through again.
 * @param limit - So many at most.
 */
export async function takePending(manager: EntityManager, after: number, limit: number): Promise<number[]> {
    const rows = await manager.query<Array<{ productId: number }>>(TAKE_PENDING, [after, limit]);
    return rows.map(({ productId }) => productId);
}

/** How many products wait, and in how many milliseconds the next one's time comes. */
export async function pendingState(manager: EntityManager): Promise<{ count: number; nextInMs: number }> {
    const [row] = await manager.query<[{ count: number; nextInMs: number }]>(
        `SELECT count(DISTINCT "productId")::int AS count,
                coalesce(greatest(0, extract(epoch FROM min(due) - clock_timestamp()) * 1000), 0)::float8 AS "nextInMs"
           FROM efi_search_pending`,
    );
    return row;
}
