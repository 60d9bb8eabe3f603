import type { TermQuery } from '../../domain/search-term';
import type { SearchPlan } from './search-plan';
import type { SqlValues } from './sql-values';

/** PostgreSQL counts a word that has no weight as this much, and none as more than 1. */
const PLAIN = 0.1;

/** A subquery is asked once for a statement; PostgreSQL would read the term anew for each row. */
const ANYWHERE = '(SELECT anywhere FROM term)';
const IN_ONE_FIELD = '(SELECT in_one_field FROM term)';

/** The row that all conditions and scores refer to. */
export function termQueries({ scope }: SearchPlan, term: TermQuery, sql: SqlValues): string {
    const query = (text: string): string => termIn(scope.configurations, text, sql);
    return `SELECT ${query(term.anywhere)} AS anywhere, ${query(term.inOneField)} AS in_one_field`;
}

/** A word may stand there by the rules of either language. */
function termIn(configurations: readonly string[], text: string, sql: SqlValues): string {
    const term = sql.add(text);
    return `(${configurations.map(name => `to_tsquery(${sql.add(name)}::regconfig, ${term})`).join(' || ')})`;
}

/** Of a row of `efi_search_text` named `t`: that it has the words, or is pinned, and is not hidden. */
export function termConditions(plan: SearchPlan, sql: SqlValues): string[] {
    // The index knows no fields: it finds the rows, and these are looked at once more.
    const says = [`t.words @@ ${ANYWHERE}`, ...(isByField(plan) ? [`t.words @@ ${IN_ONE_FIELD}`] : [])];
    const { pinnedIds = [], hiddenIds = [] } = plan.arrangement ?? {};
    return [
        ...(pinnedIds.length > 0
            ? [`(${says.join(' AND ')} OR t."productId" = ANY(${sql.add(pinnedIds)}::int[]))`]
            : says),
        ...(hiddenIds.length > 0 ? [`t."productId" <> ALL(${sql.add(hiddenIds)}::int[])`] : []),
    ];
}

function isByField({ inOneField, term }: SearchPlan): boolean {
    return inOneField && term !== undefined && term.inOneField !== term.anywhere;
}

/** Of several words, nearness counts within a field only, and not from the end of one to the beginning of the next. */
export function termScore(plan: SearchPlan, sql: SqlValues): string {
    const { sku, productName, variantName, description } = plan.weights;
    const [d, c, b, a] = [description, variantName, productName, sku].map(weight => weight * PLAIN);
    const rank = (words: string): string =>
        `ts_rank_cd(${sql.add([d, c, b, a])}::float4[], ${words}, ${ANYWHERE})::float8`;
    return isByField(plan)
        ? ['a', 'b', 'c', 'd'].map(label => rank(`ts_filter(t.words, '{${label}}')`)).join(' + ')
        : rank('t.words');
}

/** What the term finds, by product: cheaper to look up than each of its variants. Scored before it is sorted. */
export function matched(plan: SearchPlan, sql: SqlValues): string {
    return `
        SELECT "productId", array_agg("variantId" ORDER BY "variantId") AS variants, max(score) AS score
          FROM (SELECT t."productId", t."variantId", ${termScore(plan, sql)} AS score
                  FROM efi_search_text t
                 WHERE ${termConditions(plan, sql).join(' AND ')} AND t."languageCode" = ${sql.add(plan.scope.languageCode)}
                OFFSET 0) scored
         GROUP BY "productId"`;
}

/**
 * Of these, or the best of them, the products of a market. `ready` are those of which every variant matches and all are
 * alike: the row of the product says all of them. OFFSET 0 has PostgreSQL look up each by its key, however many it expects.
 */
export function candidates({ scope, sort }: SearchPlan, of: 'matched' | 'best', sql: SqlValues): string {
    return `
        SELECT p.*, matched.score, p."isUniform" AND p."variantIds" = matched.variants AS ready
          FROM ${of} matched CROSS JOIN LATERAL (
               SELECT p."productId", p."variantIds", p.price, p."maxPrice", p."priceWithTax", p."maxPriceWithTax",
                      p."inStock", p."productInStock", p."isUniform", p."facetValueIds", p."collectionIds"${sort.name ? ', p.names' : ''}
                 FROM efi_search_product p
                WHERE p."productId" = matched."productId" AND p."channelId" = ${sql.add(scope.channelId)}
                  AND p."currencyCode" = ${sql.add(scope.currencyCode)}
               OFFSET 0) p`;
}
