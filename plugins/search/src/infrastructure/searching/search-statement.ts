import type { FieldWeights } from '../../search.options';
import type { TermQuery } from '../../domain/search-term';
import type { PriceBounds, SearchFilters } from './search-query';
import { SqlValues } from './sql-values';

/** Which parts of an answer are asked for. */
export interface Wanted {
    readonly items: boolean;
    readonly facetValues: boolean;
    readonly collections: boolean;
    readonly prices: boolean;
}

interface SearchScope {
    readonly channelId: number;
    readonly currencyCode: string;
    readonly languageCode: string;
    /** Whose translations stand in for missing ones. */
    readonly defaultLanguage: string;
    /** Names of text search configurations: of the language, and of the one that stands in for it. */
    readonly configurations: readonly string[];
    readonly enabledOnly: boolean;
}

export interface SearchPlan {
    readonly scope: SearchScope;
    readonly filters: SearchFilters;
    readonly term?: TermQuery;
    /** Whether all words of the term have to stand in the same field. */
    readonly inOneField: boolean;
    readonly grouped: boolean;
    readonly sort: { readonly name?: 'ASC' | 'DESC'; readonly price?: 'ASC' | 'DESC' };
    readonly take: number;
    readonly skip: number;
    readonly wanted: Wanted;
    readonly weights: FieldWeights;
    readonly priceInterval: number;
}

/** PostgreSQL counts a word that has no weight as this much, and none as more than 1. */
const PLAIN = 0.1;

/** A statement with one row, `answer`, in JSON. */
export interface SearchStatement {
    readonly text: string;
    readonly values: unknown[];
    /** Whether there are few enough of its kind to have PostgreSQL remember how it is done. */
    readonly isUsual: boolean;
}

/** A search with more lists to choose from than these is rare, and each number of them another statement. */
const MOST_USUAL_GROUPS = 3;

/** One statement for a whole answer: what matches is found once, and everything else is made from that. */
export function searchStatement(plan: SearchPlan): SearchStatement {
    const sql = new SqlValues();
    const { wanted, grouped } = plan;
    const parts = [`'total', (SELECT count(*) FROM result)`];
    if (wanted.items) {
        parts.push(`'items', (SELECT coalesce(json_agg(item ORDER BY position), '[]') FROM item)`);
    }
    if (wanted.facetValues) {
        parts.push(`'facetValues', ${counts('facetValueIds', grouped)}`);
    }
    if (wanted.collections) {
        parts.push(`'collections', ${counts('collectionIds', grouped)}`);
    }
    if (wanted.prices) {
        parts.push(`'prices', ${prices(plan, sql)}`);
    }
    const ctes = [
        `hit AS MATERIALIZED (${hits(plan, sql)})`,
        `result AS MATERIALIZED (${grouped ? GROUPED_RESULT : SINGLE_RESULT})`,
        ...(wanted.items
            ? [`page AS MATERIALIZED (${page(plan, sql)})`, `item AS (${items(plan, sql)})`]
            : []),
    ];
    const { facetValueGroups, collectionGroups, slugGroups } = plan.filters;
    return {
        text: `WITH ${ctes.join(',\n')}\nSELECT json_build_object(${parts.join(', ')}) AS answer`,
        values: sql.values,
        isUsual: facetValueGroups.length + collectionGroups.length + slugGroups.length <= MOST_USUAL_GROUPS,
    };
}

function hits(plan: SearchPlan, sql: SqlValues): string {
    const { scope, term, inOneField, sort, wanted, weights } = plan;
    const where = [
        `i."channelId" = ${sql.add(scope.channelId)}`,
        `i."currencyCode" = ${sql.add(scope.currencyCode)}`,
        ...(scope.enabledOnly ? ['i.enabled'] : []),
        ...filterConditions(plan, sql),
    ];
    const columns = ['i."productId"', 'i."variantId"', 'i.price', 'i."priceWithTax"', 'i."inStock"'];
    columns.push(wanted.facetValues ? 'i."facetValueIds"' : `'{}'::int[] AS "facetValueIds"`);
    columns.push(wanted.collections ? 'i."collectionIds"' : `'{}'::int[] AS "collectionIds"`);
    columns.push(sort.name ? 't."productName"' : `'' AS "productName"`);
    if (term) {
        const query = (text: string): string => termIn(scope.configurations, text, sql);
        const anywhere = query(term.anywhere);
        where.push(`t.words @@ ${anywhere}`);
        if (inOneField && term.words.length > 1) {
            // The index knows no fields: it finds the rows, and these are looked at once more.
            where.push(`t.words @@ ${query(term.inOneField)}`);
        }
        columns.push(`${score(anywhere, inOneField && term.words.length > 1, weights, sql)} AS score`);
    } else {
        columns.push('0::float8 AS score');
    }
    return `
        SELECT ${columns.join(', ')}
          FROM efi_search_item i
          ${term || sort.name ? textOf('i', scope, sql) : ''}
         WHERE ${where.join('\n           AND ')}`;
}

/** A word may stand there by the rules of either language. */
function termIn(configurations: readonly string[], text: string, sql: SqlValues): string {
    const term = sql.add(text);
    return `(${configurations.map(name => `to_tsquery(${sql.add(name)}::regconfig, ${term})`).join(' || ')})`;
}

function textOf(row: string, { languageCode }: SearchScope, sql: SqlValues): string {
    return `JOIN efi_search_text t ON t."productId" = ${row}."productId" AND t."variantId" = ${row}."variantId"
                 AND t."languageCode" = ${sql.add(languageCode)}`;
}

/** Of several words, nearness counts within a field only, and not from the end of one to the beginning of the next. */
function score(query: string, byField: boolean, weights: FieldWeights, sql: SqlValues): string {
    const { sku, productName, variantName, description } = weights;
    const [d, c, b, a] = [description, variantName, productName, sku].map(weight => weight * PLAIN);
    const rank = (words: string): string =>
        `ts_rank_cd(${sql.add([d, c, b, a])}::float4[], ${words}, ${query})::float8`;
    return byField
        ? ['a', 'b', 'c', 'd'].map(label => rank(`ts_filter(t.words, '{${label}}')`)).join(' + ')
        : rank('t.words');
}

function filterConditions({ filters, scope, grouped }: SearchPlan, sql: SqlValues): string[] {
    const stock = grouped ? 'i."productInStock"' : 'i."inStock"';
    const within = (column: string, { min, max }: PriceBounds): string =>
        `i."${column}" BETWEEN ${sql.add(min)} AND ${sql.add(max)}`;
    return [
        ...(filters.inStock === undefined ? [] : [`${stock} = ${sql.add(filters.inStock)}`]),
        ...filters.facetValueGroups.map(ids => `i."facetValueIds" && ${sql.add(ids)}::int[]`),
        ...filters.collectionGroups.map(ids => `i."collectionIds" && ${sql.add(ids)}::int[]`),
        ...filters.slugGroups.map(slugs => `i."collectionIds" && ${collectionsBySlug(slugs, scope, sql)}`),
        ...(filters.price ? [within('price', filters.price)] : []),
        ...(filters.priceWithTax ? [within('priceWithTax', filters.priceWithTax)] : []),
    ];
}

function collectionsBySlug(slugs: readonly string[], scope: SearchScope, sql: SqlValues): string {
    return `ARRAY(
        SELECT c.id FROM collection c CROSS JOIN LATERAL (
            SELECT t.slug FROM collection_translation t WHERE t."baseId" = c.id
             ORDER BY t."languageCode" = ${sql.add(scope.languageCode)} DESC,
                      t."languageCode" = ${sql.add(scope.defaultLanguage)} DESC, t.id
             LIMIT 1
        ) named WHERE named.slug = ANY(${sql.add(slugs)}::text[]))`;
}

const SINGLE_RESULT = `
    SELECT "productId", "variantId", price, price AS "maxPrice", "priceWithTax", "priceWithTax" AS "maxPriceWithTax",
           "inStock", "productName" AS sorted, score, ARRAY["variantId"] AS variants
      FROM hit`;

const GROUPED_RESULT = `
    SELECT "productId", min("variantId") AS "variantId", min(price) AS price, max(price) AS "maxPrice",
           min("priceWithTax") AS "priceWithTax", max("priceWithTax") AS "maxPriceWithTax",
           bool_or("inStock") AS "inStock", min("productName") AS sorted, max(score) AS score,
           array_agg("variantId") AS variants
      FROM hit GROUP BY "productId"`;

function page({ sort, term, take, skip }: SearchPlan, sql: SqlValues): string {
    const sorted = [
        ...(sort.name ? [`sorted ${sort.name}`] : []),
        ...(sort.price ? [`price ${sort.price}`] : []),
    ];
    const byScore = sorted.length === 0 && term ? ['score DESC'] : [];
    const order = [...sorted, ...byScore, '"variantId"', '"productId"'].join(', ');
    return `
        SELECT *, row_number() OVER (ORDER BY ${order}) AS position
          FROM result ORDER BY ${order} LIMIT ${sql.add(take)} OFFSET ${sql.add(skip)}`;
}

/** What is shown of each result: of a product, the least of each of its variants that match, as in Vendure's search. */
function items({ scope }: SearchPlan, sql: SqlValues): string {
    const ids = (column: string): string =>
        `string_agg(array_to_string(i."${column}", ','), ',') AS "${column}"`;
    return `
        SELECT page.*, shown.*, product_asset.preview AS "productPreview",
               product_asset."focalPoint" AS "productFocalPoint", variant_asset.preview AS "variantPreview",
               variant_asset."focalPoint" AS "variantFocalPoint"
          FROM page
         CROSS JOIN LATERAL (
            SELECT min(i."currencyCode") AS "currencyCode", bool_or(i.enabled) AS enabled, min(t.sku) AS sku,
                   min(t.slug) AS slug, min(t."productName") AS "productName", min(t."variantName") AS "variantName",
                   min(t.description) AS description, min(i."productAssetId") AS "productAssetId",
                   min(i."variantAssetId") AS "variantAssetId",
                   ${['facetIds', 'facetValueIds', 'collectionIds', 'channelIds'].map(ids).join(',\n                   ')}
              FROM efi_search_item i
              ${textOf('i', scope, sql)}
             WHERE i."productId" = page."productId" AND i."variantId" = ANY(page.variants)
               AND i."channelId" = ${sql.add(scope.channelId)} AND i."currencyCode" = ${sql.add(scope.currencyCode)}
          ) shown
          LEFT JOIN asset product_asset ON product_asset.id = shown."productAssetId"
          LEFT JOIN asset variant_asset ON variant_asset.id = shown."variantAssetId"`;
}

/** How many results have each id. A product has it when any of its variants that match does. */
function counts(column: 'facetValueIds' | 'collectionIds', grouped: boolean): string {
    const each = grouped
        ? `SELECT DISTINCT "productId", unnest("${column}") AS id FROM hit`
        : `SELECT unnest("${column}") AS id FROM hit`;
    return `(SELECT coalesce(json_object_agg(id, number), '{}')
               FROM (SELECT id, count(*) AS number FROM (${each}) each_one GROUP BY id) counted)`;
}

function prices({ grouped, priceInterval }: SearchPlan, sql: SqlValues): string {
    const width = sql.add(priceInterval);
    const buckets = (column: string): string => `(
        SELECT coalesce(json_agg(json_build_object('to', upper, 'count', number) ORDER BY upper), '[]')
          FROM (SELECT (${column} / ${width}::bigint + 1) * ${width}::bigint AS upper,
                       count(${grouped ? 'DISTINCT "productId"' : '*'}) AS number
                  FROM hit GROUP BY 1) bucket)`;
    const range = (column: string): string => `json_build_object('min', coalesce(min(${column}), 0),
        'max', coalesce(max(${column}), 0))`;
    return `(SELECT json_build_object('range', ${range('price')}, 'rangeWithTax', ${range('"priceWithTax"')},
        'buckets', ${buckets('price')}, 'bucketsWithTax', ${buckets('"priceWithTax"')}) FROM hit)`;
}
