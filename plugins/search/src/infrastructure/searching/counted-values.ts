import type { SearchPlan } from './search-plan';
import type { SqlValues } from './sql-values';

export type CountedColumn = 'facetValueIds' | 'collectionIds';

/** Of products whose variants are not alike: a product has an id when any of its variants that match does. */
const ofDiffering = (column: CountedColumn, rows: string): string =>
    `SELECT id FROM (SELECT DISTINCT "productId", unnest(hit."${column}") AS id FROM ${rows}) each_one`;

/**
 * Ids, and how many results have each.
 *
 * @param mayDiffer - Whether there may be products of which only some variants match.
 */
export function counted(column: CountedColumn, mayDiffer: boolean): string {
    const rows = 'result JOIN hit USING ("productId") WHERE NOT result."isUniform"';
    return `(SELECT id, count(*) AS number FROM (
                    SELECT unnest("${column}") AS id FROM result WHERE "isUniform"
                    ${mayDiffer ? `UNION ALL ${ofDiffering(column, rows)}` : ''}
                ) found GROUP BY id)`;
}

/**
 * The facet values of one collection, as the database keeps their numbers; products whose variants are not alike are not
 * among those. Where several collections go by one slug, all are counted, as a product may be in both.
 */
export function countedInCollection({ scope }: SearchPlan, sql: SqlValues): string {
    const { channelId, currencyCode } = scope;
    return `(SELECT id, sum(number) AS number FROM (
                    SELECT id, number FROM efi_search_count
                     WHERE "channelId" = ${sql.add(channelId)} AND "currencyCode" = ${sql.add(currencyCode)}
                       AND kind = 'facetValueInCollection'
                       AND "collectionId" = (SELECT ids[1] FROM collection_asked WHERE cardinality(ids) = 1)
                    UNION ALL
                    SELECT unnest("facetValueIds"), 1 FROM result
                     WHERE (SELECT cardinality(ids) <> 1 FROM collection_asked)
                       AND NOT EXISTS (SELECT FROM hit WHERE hit."productId" = result."productId")
                    UNION ALL
                    SELECT id, 1 FROM (${ofDiffering('facetValueIds', 'hit')}) differing
                ) found GROUP BY id HAVING sum(number) > 0)`;
}

export function countsById(numbers: string): string {
    return `(SELECT coalesce(json_object_agg(id, number), '{}') FROM ${numbers} counted)`;
}
