import type { SearchPlan } from './search-plan';
import type { SqlValues } from './sql-values';

/** So many products are looked at beyond those that are shown, since some may not be for sale. */
const SPARE = 20;

/** Whether a few products are asked for by what they are worth to a term, and nothing of all others. */
export function isOfBestAlone({
    term,
    wanted,
    arrangement,
    inStockFirst,
    filters,
    sort,
    skip,
}: SearchPlan): boolean {
    const { facetValueGroups, collectionGroups, slugGroups, inStock } = filters;
    const isFiltered =
        [...facetValueGroups, ...collectionGroups, ...slugGroups].length > 0 || inStock !== undefined;
    const isCounted = wanted.total || wanted.facetValues || wanted.collections || wanted.priceRanges;
    const isArranged = inStockFirst || (arrangement?.pinnedIds.length ?? 0) > 0;
    return (
        wanted.items !== false &&
        term !== undefined &&
        !isFiltered &&
        !isCounted &&
        !isArranged &&
        !sort.name &&
        !sort.price &&
        skip === 0
    );
}

/** The first of `matched`, in the order of a page by relevance. */
export function bestMatched({ take }: SearchPlan, sql: SqlValues): string {
    return `SELECT * FROM matched ORDER BY score DESC, variants[1], "productId" LIMIT ${sql.add(take + SPARE)}`;
}

/**
 * Whether `page` is what it would be of all that matched. What is not for sale can but take a product further down, so
 * nothing that was left out belongs before what stands no further down than the last of the best did.
 */
export function isSurelyBest({ take }: SearchPlan, sql: SqlValues): string {
    return `(
        (SELECT count(*) FROM matched) = (SELECT count(*) FROM best)
        OR (SELECT count(*) FROM page CROSS JOIN (
                   SELECT score, variants[1] AS "variantId", "productId" FROM best
                    ORDER BY 1, 2 DESC, 3 DESC LIMIT 1
            ) last
             WHERE (-page.score, page."variantId", page."productId")
                <= (-last.score, last."variantId", last."productId")) = ${sql.add(take)}::int)`;
}
