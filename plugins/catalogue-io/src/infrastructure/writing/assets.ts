import type { EntityManager } from 'typeorm';
import type { Problem } from '../../domain/catalogue-product';

/** What stands in the cell, and the line. */
export interface AssetReference {
    readonly line: number;
    readonly name: string;
}

/** Ids of assets by what stands in the file: the name, or the path of the file. The oldest one counts. */
export async function assetIds(
    manager: EntityManager,
    references: readonly AssetReference[],
    channelId: number,
): Promise<{ readonly ids: ReadonlyMap<string, number>; readonly problems: readonly Problem[] }> {
    const names = [...new Set(references.map(({ name }) => name))];
    const rows = await manager.query<Array<{ id: number; known: string }>>(
        `SELECT a.id, known FROM asset a
           JOIN asset_channels_channel c ON c."assetId" = a.id AND c."channelId" = $2
          CROSS JOIN LATERAL (
              SELECT a.source UNION SELECT a.preview UNION
              SELECT t.name FROM asset_translation t WHERE t."baseId" = a.id) AS names(known)
          WHERE known = ANY($1::text[]) ORDER BY a.id DESC`,
        [names, channelId],
    );
    const ids = new Map(rows.map(({ id, known }) => [known, id]));
    const problems = references
        .filter(({ name }) => !ids.has(name))
        .map(({ line, name }) => ({
            line,
            reason: `There is no asset "${name}" in the channel: upload it, and import the file again.`,
            isWarning: true,
        }));
    return { ids, problems };
}

/** The assets of something, the featured one first. */
export interface AssetList {
    readonly ownerId: number;
    readonly assetIds: readonly number[];
}

/**
 * Makes the assets of products or variants what they are to be, in their order.
 *
 * @returns the owners whose assets were not so before.
 */
export async function writeAssets(
    manager: EntityManager,
    table: 'product_asset' | 'product_variant_asset',
    owner: 'productId' | 'productVariantId',
    lists: readonly AssetList[],
): Promise<number[]> {
    const rows = lists.flatMap(({ ownerId, assetIds: ids }) =>
        ids.map((assetId, position) => [ownerId, assetId, position] as const),
    );
    const changed = await manager.query<Array<{ owner: number }>>(
        `WITH given AS (SELECT * FROM unnest($2::int[], $3::int[], $4::int[]) AS g(owner, asset, position)),
         wanted AS (SELECT o.owner, array_agg(given.asset ORDER BY position) FILTER (WHERE asset IS NOT NULL) AS assets
                      FROM unnest($1::int[]) AS o(owner) LEFT JOIN given USING (owner) GROUP BY o.owner),
         present AS (SELECT "${owner}" AS owner, array_agg("assetId" ORDER BY position) AS assets
                       FROM ${table} WHERE "${owner}" = ANY($1::int[]) GROUP BY 1)
         SELECT owner FROM wanted LEFT JOIN present USING (owner)
          WHERE wanted.assets IS DISTINCT FROM present.assets`,
        [
            lists.map(({ ownerId }) => ownerId),
            rows.map(([ownerId]) => ownerId),
            rows.map(([, assetId]) => assetId),
            rows.map(([, , position]) => position),
        ],
    );
    const owners = new Set(changed.map(row => row.owner));
    if (owners.size > 0) {
        const kept = rows.filter(([ownerId]) => owners.has(ownerId));
        await manager.query(`DELETE FROM ${table} WHERE "${owner}" = ANY($1::int[])`, [[...owners]]);
        await manager.query(
            `INSERT INTO ${table} ("${owner}", "assetId", position)
             SELECT * FROM unnest($1::int[], $2::int[], $3::int[])`,
            [0, 1, 2].map(index => kept.map(row => row[index])),
        );
    }
    return [...owners];
}
