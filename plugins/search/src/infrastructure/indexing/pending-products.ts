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

/** Takes up to `limit` products whose time has come off the list. */
export async function takePending(manager: EntityManager, limit: number): Promise<number[]> {
    const rows = await manager.query<Array<{ productId: number }>>(
        `WITH chosen AS MATERIALIZED (
             SELECT DISTINCT "productId" FROM efi_search_pending WHERE due <= clock_timestamp() ORDER BY 1 LIMIT $1
         ), taken AS (
             DELETE FROM efi_search_pending p USING chosen
              WHERE p."productId" = chosen."productId" AND p.due <= clock_timestamp()
         )
         SELECT "productId" FROM chosen`,
        [limit],
    );
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
