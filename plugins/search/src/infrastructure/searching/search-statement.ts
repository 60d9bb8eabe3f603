import type { FieldWeights } from '../../search.options';
import type { TermQuery } from '../../domain/search-term';
import type { PriceBounds, SearchFilters } from './search-query';
import { SqlValues } from './sql-values';

/** Which parts of an answer are asked for. */
export interface Wanted {
    readonly items: boolean;
    readonly facetValues: boolean;
    readonly collections: boolean;
    readonly priceRanges: boolean;
    readonly priceBuckets: boolean;
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
    const { wanted } = plan;
    const parts = [`'total', (SELECT count(*) FROM result)`];
    if (wanted.items) {
        parts.push(`'items', (SELECT coalesce(json_agg(item ORDER BY position), '[]') FROM item)`);
    }
    if (wanted.facetValues) {
        parts.push(`'facetValues', ${counts('facetValueIds', plan)}`);
    }
    if (wanted.collections) {
        parts.push(`'collections', ${counts('collectionIds', plan)}`);
    }
    if (wanted.priceRanges || wanted.priceBuckets) {
        parts.push(`'prices', ${prices(plan, sql)}`);
    }
    const ctes = [
        ...(isOfProducts(plan) ? [`uniform AS MATERIALIZED (${uniformProducts(plan, sql)})`] : []),
        ...(isOfVariants(plan) ? [`hit AS MATERIALIZED (${hits(plan, sql)})`] : []),
        `result AS MATERIALIZED (${results(plan)})`,
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

/** Whether the rows of products tell what is asked for, at least where their variants are alike. */
function isOfProducts({ grouped, term, scope, sort, filters, wanted }: SearchPlan): boolean {
    const isOfEachVariant = term ?? sort.name ?? filters.price ?? filters.priceWithTax;
    return grouped && scope.enabledOnly && isOfEachVariant === undefined && !wanted.priceBuckets;
}

/** Whether the rows of variants are needed: those of products tell nothing, or not where variants differ. */
function isOfVariants(plan: SearchPlan): boolean {
    return !isOfProducts(plan) || isPicky(plan.filters);
}

/** Whether there may be variants of a product that match beside others that don't. */
function isPicky({ facetValueGroups, collectionGroups, slugGroups }: SearchFilters): boolean {
    return facetValueGroups.length + collectionGroups.length + slugGroups.length > 0;
}

function uniformProducts(plan: SearchPlan, sql: SqlValues): string {
    const { scope, wanted, filters } = plan;
    const where = [
        `p."channelId" = ${sql.add(scope.channelId)}`,
        `p."currencyCode" = ${sql.add(scope.currencyCode)}`,
        ...(isPicky(filters) ? ['p."isUniform"'] : []),
        ...filterConditions('p', plan, sql),
    ];
    return `
        SELECT "productId", "variantIds"[1] AS "variantId", price, "maxPrice", "priceWithTax", "maxPriceWithTax",
               "inStock", '' AS sorted, 0::float8 AS score, "variantIds" AS variants, true AS "isUniform",
               ${counted(wanted, 'p').join(', ')}
          FROM efi_search_product p
         WHERE ${where.join('\n           AND ')}`;
}

/** What is counted, and empty lists in place of what isn't. */
function counted(wanted: Wanted, row: string): string[] {
    return [
        wanted.facetValues ? `${row}."facetValueIds"` : `'{}'::int[] AS "facetValueIds"`,
        wanted.collections ? `${row}."collectionIds"` : `'{}'::int[] AS "collectionIds"`,
    ];
}

function results(plan: SearchPlan): string {
    return [
        ...(isOfProducts(plan) ? ['SELECT * FROM uniform'] : []),
        ...(isOfVariants(plan) ? [plan.grouped ? GROUPED_RESULT : SINGLE_RESULT] : []),
    ].join('\nUNION ALL\n');
}

function hits(plan: SearchPlan, sql: SqlValues): string {
    const { scope, term, inOneField, sort, wanted, weights } = plan;
    const where = [
        `i."channelId" = ${sql.add(scope.channelId)}`,
        `i."currencyCode" = ${sql.add(scope.currencyCode)}`,
        ...(scope.enabledOnly ? ['i.enabled'] : []),
        ...filterConditions('i', plan, sql),
    ];
    const columns = ['i."productId"', 'i."variantId"', 'i.price', 'i."priceWithTax"', 'i."inStock"'];
    columns.push(...counted(wanted, 'i'));
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
          ${isOfProducts(plan) ? differing(plan, sql) : ''}
          ${term || sort.name ? textOf('i', scope, sql) : ''}
         WHERE ${where.join('\n           AND ')}`;
}

/** Of the variants, those of products whose variants are not alike. */
function differing(plan: SearchPlan, sql: SqlValues): string {
    return `JOIN efi_search_product p
               ON p."productId" = i."productId" AND p."channelId" = i."channelId" AND p."currencyCode" = i."currencyCode"
                  AND NOT p."isUniform" AND ${filterConditions('p', plan, sql).join(' AND ')}`;
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

function filterConditions(row: string, { filters, scope, grouped }: SearchPlan, sql: SqlValues): string[] {
    const stock = grouped ? `${row}."productInStock"` : `${row}."inStock"`;
    const within = (column: string, { min, max }: PriceBounds): string =>
        `${row}."${column}" BETWEEN ${sql.add(min)} AND ${sql.add(max)}`;
    return [
        ...(filters.inStock === undefined ? [] : [`${stock} = ${sql.add(filters.inStock)}`]),
        ...filters.facetValueGroups.map(ids => `${row}."facetValueIds" && ${sql.add(ids)}::int[]`),
        ...filters.collectionGroups.map(ids => `${row}."collectionIds" && ${sql.add(ids)}::int[]`),
        ...filters.slugGroups.map(
            slugs => `${row}."collectionIds" && ${collectionsBySlug(slugs, scope, sql)}`,
        ),
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
           "inStock", "productName" AS sorted, score, ARRAY["variantId"] AS variants, true AS "isUniform",
           "facetValueIds", "collectionIds"
      FROM hit`;

const GROUPED_RESULT = `
    SELECT "productId", min("variantId") AS "variantId", min(price) AS price, max(price) AS "maxPrice",
           min("priceWithTax") AS "priceWithTax", max("priceWithTax") AS "maxPriceWithTax",
           bool_or("inStock") AS "inStock", min("productName") AS sorted, max(score) AS score,
           array_agg("variantId") AS variants,
           min("facetValueIds") = max("facetValueIds") AND min("collectionIds") = max("collectionIds") AS "isUniform",
           min("facetValueIds") AS "facetValueIds", min("collectionIds") AS "collectionIds"
      FROM hit GROUP BY "productId"`;

function page({ sort, term, take, skip }: SearchPlan, sql: SqlValues): string {
    const sorted = [
        ...(sort.name ? [`sorted ${sort.name}`] : []),
        ...(sort.price ? [`price ${sort.price}`] : []),
    ];
    const byScore = sorted.length === 0 && term ? ['score DESC'] : [];
    const order = [...sorted, ...byScore, '"variantId"', '"productId"'].join(', ');
    return `
        SELECT "productId", "variantId", price, "maxPrice", "priceWithTax", "maxPriceWithTax", "inStock", score, variants,
               row_number() OVER (ORDER BY ${order}) AS position
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
function counts(column: 'facetValueIds' | 'collectionIds', plan: SearchPlan): string {
    const ofDiffering = `
        UNION ALL
        SELECT id FROM (
            SELECT DISTINCT "productId", unnest(hit."${column}") AS id
              FROM result JOIN hit USING ("productId") WHERE NOT result."isUniform") each_one`;
    return `(
        SELECT coalesce(json_object_agg(id, number), '{}')
          FROM (SELECT id, count(*) AS number FROM (
                    SELECT unnest("${column}") AS id FROM result WHERE "isUniform"
                    ${plan.grouped && isOfVariants(plan) ? ofDiffering : ''}
                ) found GROUP BY id) counted)`;
}

function prices({ grouped, priceInterval, wanted }: SearchPlan, sql: SqlValues): string {
    const buckets = (column: string): string => {
        const width = sql.add(priceInterval);
        return `(
        SELECT coalesce(json_agg(json_build_object('to', upper, 'count', number) ORDER BY upper), '[]')
          FROM (SELECT (${column} / ${width}::bigint + 1) * ${width}::bigint AS upper,
                       count(${grouped ? 'DISTINCT "productId"' : '*'}) AS number
                  FROM hit GROUP BY 1) bucket)`;
    };
    const range = (least: string, most: string): string => `(
        SELECT json_build_object('min', coalesce(min(${least}), 0), 'max', coalesce(max(${most}), 0)) FROM result)`;
    const parts = [
        ...(wanted.priceRanges
            ? [
                  `'range', ${range('price', '"maxPrice"')}`,
                  `'rangeWithTax', ${range('"priceWithTax"', '"maxPriceWithTax"')}`,
              ]
            : []),
        ...(wanted.priceBuckets
            ? [`'buckets', ${buckets('price')}`, `'bucketsWithTax', ${buckets('"priceWithTax"')}`]
            : []),
    ];
    return `json_build_object(${parts.join(', ')})`;
}
