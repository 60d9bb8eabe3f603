import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { CatalogueProduct } from '../domain/catalogue-product';
import { keysOf } from './batch';

/** Of what came before a batch. A file that has a product more often than that has it wrong. */
const MOST_REPEATED = 500;

/** Keeps what a dry run would have written. In the transaction that counts it. */
export async function rememberTried(
    manager: EntityManager,
    runId: number,
    products: readonly CatalogueProduct[],
): Promise<void> {
    await manager.query(
        `INSERT INTO efi_catalogue_trial ("runId", line, keys, product)
         SELECT $1, line, string_to_array(keys, ' '), product
           FROM unnest($2::int[], $3::text[], $4::text[]) AS tried(line, keys, product)`,
        [
            runId,
            products.map(({ line }) => line),
            products.map(product => hashesOf(product).join(' ')),
            products.map(product => JSON.stringify(product)),
        ],
    );
}

/** What a dry run would have written before, and has a slug or a SKU of these products. In the order of the file. */
export async function triedBefore(
    manager: EntityManager,
    runId: number,
    products: readonly CatalogueProduct[],
): Promise<CatalogueProduct[]> {
    const rows = await manager.query<Array<{ product: string }>>(
        `SELECT product FROM efi_catalogue_trial
          WHERE "runId" = $1 AND keys && $2::text[] ORDER BY line DESC LIMIT ${MOST_REPEATED}`,
        [runId, products.flatMap(hashesOf)],
    );
    return rows.reverse().map(({ product }) => JSON.parse(product) as CatalogueProduct);
}

/** An index can't hold what is very long. */
function hashesOf(product: CatalogueProduct): string[] {
    return keysOf(product).map(key => createHash('sha256').update(key).digest('base64url').slice(0, 22));
}
