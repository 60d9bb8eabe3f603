import type { ItemPart, SearchPlan, SearchScope, Wanted } from './search-plan';
import type { PriceBounds, SearchFilters } from './search-query';
import { bestMatched, isOfBestAlone, isSurelyBest } from './best-matches';
import { tellingSlugs } from './read-parts';
import { counted, countedInCollection, type CountedColumn, countsById } from './counted-values';
import { facetValueRows } from './facet-value-rows';
import { SqlValues } from './sql-values';
import { candidates, matched, termConditions, termQueries, termScore } from './term-matches';

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
    const found = isOfAllProducts(plan) ? allFound(plan, sql) : matchesFound(plan, sql);
    const parts = [`'total', ${found.total}`, ...slugged(plan, sql), ...sureness(plan, sql)];
    const pinnedIds = plan.arrangement?.pinnedIds ?? [];
    if (pinnedIds.length > 0) {
        const unpinned = `${found.rows} WHERE "productId" <> ALL(${sql.add(pinnedIds)}::int[])`;
        parts.push(`'unpinned', (SELECT count(*) FROM ${unpinned})`);
    }
    if (wanted.items) {
        parts.push(`'items', (SELECT coalesce(json_agg(item ORDER BY position), '[]') FROM item)`);
    }
    if (wanted.facetValues === 'rows') {
        const rows = facetValueRows(found.counted('facetValueIds'), sql.add(plan.scope.channelId));
        parts.push(`'facetValueRows', ${rows}`);
    } else if (wanted.facetValues) {
        parts.push(`'facetValues', ${countsById(found.counted('facetValueIds'))}`);
    }
    if (wanted.collections) {
        parts.push(`'collections', ${countsById(found.counted('collectionIds'))}`);
    }
    if (wanted.priceRanges || wanted.priceBuckets) {
        parts.push(`'prices', ${prices(plan, found.rows, sql)}`);
    }
    const ctes = [
        ...found.ctes,
        ...(wanted.items
            ? [`page AS MATERIALIZED (${found.page()})`, `item AS (${items(plan, wanted.items, sql)})`]
            : []),
    ];
    const { facetValueGroups, collectionGroups, slugGroups } = plan.filters;
    return {
        text: `${ctes.length > 0 ? `WITH ${ctes.join(',\n')}\n` : ''}SELECT json_build_object(${parts.join(', ')}) AS answer`,
        values: sql.values,
        isUsual:
            plan.arrangement === undefined &&
            facetValueGroups.length + collectionGroups.length + slugGroups.length <= MOST_USUAL_GROUPS,
    };
}

function slugged({ filters, scope }: SearchPlan, sql: SqlValues): string[] {
    const slugs = tellingSlugs(filters);
    return slugs ? [`'slugged', ${collectionsBySlug(slugs, scope, sql)}`] : [];
}

function sureness(plan: SearchPlan, sql: SqlValues): string[] {
    return isOfProducts(plan) && isOfBestAlone(plan) ? [`'isSure', ${isSurelyBest(plan, sql)}`] : [];
}

/** Where the parts of an answer come from, in SQL. */
interface Found {
    readonly ctes: readonly string[];
    readonly total: string;
    /** What stands after FROM for all results. */
    readonly rows: string;
    page(): string;
    /** A subquery with `id`, and the `number` of results that have it. */
    counted(column: CountedColumn): string;
}

function matchesFound(plan: SearchPlan, sql: SqlValues): Found {
    return {
        ctes: [
            ...(isOfOneCollection(plan)
                ? [`collection_asked AS MATERIALIZED (SELECT ${collectionAsked(plan, sql)} AS ids)`]
                : []),
            ...(plan.term ? [`term AS MATERIALIZED (${termQueries(plan, plan.term, sql)})`] : []),
            ...(plan.term && isOfProducts(plan)
                ? [
                      `matched AS MATERIALIZED (${matched(plan, sql)})`,
                      ...(isOfBestAlone(plan) ? [`best AS MATERIALIZED (${bestMatched(plan, sql)})`] : []),
                      `candidate AS MATERIALIZED (${candidates(plan, isOfBestAlone(plan) ? 'best' : 'matched', sql)})`,
                  ]
                : []),
            ...(isOfProducts(plan) ? [`uniform AS (${uniformProducts(plan, sql)})`] : []),
            ...(isOfVariants(plan) ? [`hit AS MATERIALIZED (${hits(plan, sql)})`] : []),
            `result AS MATERIALIZED (${results(plan)})`,
        ],
        total: '(SELECT count(*) FROM result)',
        rows: 'result',
        page: () => pageOf(`score, variants, "variantId"`, 'result', '"variantId"', plan, sql),
        counted: column =>
            column === 'facetValueIds' && isOfOneCollection(plan)
                ? countedInCollection(plan, sql)
                : counted(column, plan.grouped && isOfVariants(plan)),
    };
}

/** Every product there is: the page from an index in its order, and the numbers as the database keeps them. */
function allFound(plan: SearchPlan, sql: SqlValues): Found {
    const { scope, sort } = plan;
    const { channelId, currencyCode } = scope;
    const market = `"channelId" = ${sql.add(channelId)} AND "currencyCode" = ${sql.add(currencyCode)}`;
    const numbers = (kind: string): string => `efi_search_count WHERE ${market} AND kind = '${kind}'`;
    const kinds = { facetValueIds: 'facetValue', collectionIds: 'collection' } as const;
    const rows = `efi_search_product WHERE ${market}`;
    // Only for a page: PostgreSQL refuses values that no part of the statement speaks of.
    const sorted = (): string =>
        sort.name
            ? `(SELECT *, ${nameIn(scope, sql)} AS sorted FROM efi_search_product WHERE ${market}) named`
            : rows;
    const first = '("variantIds"[1])';
    return {
        ctes: [],
        total: `(SELECT coalesce(sum(number), 0) FROM ${numbers('product')})`,
        rows,
        page: () =>
            pageOf(
                `0::float8 AS score, "variantIds" AS variants, ${first} AS "variantId"`,
                sorted(),
                first,
                plan,
                sql,
            ),
        counted: column => `(SELECT id, number FROM ${numbers(kinds[column])} AND number > 0)`,
    };
}

function isOfAllProducts(plan: SearchPlan): boolean {
    const { term, filters } = plan;
    return isOfProducts(plan) && !term && !isPicky(filters) && filters.inStock === undefined;
}

/** What most lists of a shop are: all products of a collection. */
function isOfOneCollection(plan: SearchPlan): boolean {
    const { term, filters } = plan;
    const { collectionGroups, slugGroups, facetValueGroups, inStock } = filters;
    const asked = [...collectionGroups, ...slugGroups].flat();
    const isAlone = facetValueGroups.length === 0 && inStock === undefined && !term;
    return isOfProducts(plan) && isAlone && asked.length === 1;
}

function collectionAsked({ scope, filters }: SearchPlan, sql: SqlValues): string {
    const [slugs] = filters.slugGroups;
    return slugs ? collectionsBySlug(slugs, scope, sql) : `${sql.add(filters.collectionGroups[0])}::int[]`;
}

/** Whether the rows of products tell what is asked for, at least where their variants are alike. */
function isOfProducts({ grouped, scope, filters, wanted }: SearchPlan): boolean {
    const isOfEachVariant = filters.price ?? filters.priceWithTax;
    return grouped && scope.enabledOnly && isOfEachVariant === undefined && !wanted.priceBuckets;
}

/** Whether the rows of variants are needed: those of products tell nothing, or not where variants differ. */
function isOfVariants(plan: SearchPlan): boolean {
    return !isOfProducts(plan) || plan.term !== undefined || isPicky(plan.filters);
}

/** Whether there may be variants of a product that match beside others that don't. */
function isPicky({ facetValueGroups, collectionGroups, slugGroups }: SearchFilters): boolean {
    return facetValueGroups.length + collectionGroups.length + slugGroups.length > 0;
}

function uniformProducts(plan: SearchPlan, sql: SqlValues): string {
    const { scope, term, wanted, filters, sort } = plan;
    const where = [
        ...(term
            ? ['p.ready']
            : [
                  `p."channelId" = ${sql.add(scope.channelId)}`,
                  `p."currencyCode" = ${sql.add(scope.currencyCode)}`,
                  ...(isPicky(filters) ? ['p."isUniform"'] : []),
              ]),
        ...filterConditions('p', plan, sql),
    ];
    return `
        SELECT "productId", "variantIds"[1] AS "variantId", price, "maxPrice", "priceWithTax", "maxPriceWithTax",
               "inStock", ${sort.name ? nameIn(scope, sql) : "''"} AS sorted, ${term ? 'score' : '0::float8 AS score'}, "variantIds" AS variants,
               true AS "isUniform", ${listed(wanted, 'p').join(', ')}
          FROM ${term ? 'candidate' : 'efi_search_product'} p
         WHERE ${where.join('\n           AND ')}`;
}

/** The name of a product, which all of its variants have. */
function nameIn({ languageCode }: SearchScope, sql: SqlValues): string {
    return `names ->> ${sql.add(languageCode)}::text`;
}

/** What is counted, and empty lists in place of what isn't. */
function listed(wanted: Wanted, row: string): string[] {
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
    if (!plan.term || !isOfProducts(plan)) {
        return matchingVariants(plan, sql);
    }
    return `
        SELECT variant.* FROM candidate CROSS JOIN LATERAL (
            ${matchingVariants(plan, sql)}
               AND i."productId" = candidate."productId" OFFSET 0) variant
         WHERE NOT candidate.ready`;
}

function matchingVariants(plan: SearchPlan, sql: SqlValues): string {
    const { scope, term, sort, wanted } = plan;
    const where = [
        `i."channelId" = ${sql.add(scope.channelId)}`,
        `i."currencyCode" = ${sql.add(scope.currencyCode)}`,
        ...(scope.enabledOnly ? ['i.enabled'] : []),
        ...filterConditions('i', plan, sql),
        ...(term ? termConditions(plan, sql) : []),
    ];
    const columns = [
        ...['i."productId"', 'i."variantId"', 'i.price', 'i."priceWithTax"', 'i."inStock"'],
        ...listed(wanted, 'i'),
        sort.name ? 't."productName"' : `'' AS "productName"`,
        `${term ? termScore(plan, sql) : '0::float8'} AS score`,
    ];
    return `
        SELECT ${columns.join(', ')}
          FROM efi_search_item i
          ${!term && isOfProducts(plan) ? differing(plan, sql) : ''}
          ${term || sort.name ? textOf('i', scope, sql) : ''}
         WHERE ${where.join('\n           AND ')}`;
}

/** Of the variants, those of products whose variants are not alike. */
function differing(plan: SearchPlan, sql: SqlValues): string {
    return `JOIN efi_search_product p
               ON p."productId" = i."productId" AND p."channelId" = i."channelId" AND p."currencyCode" = i."currencyCode"
                  AND NOT p."isUniform" AND ${filterConditions('p', plan, sql).join(' AND ')}`;
}

function textOf(row: string, { languageCode }: SearchScope, sql: SqlValues): string {
    return `JOIN efi_search_text t ON t."productId" = ${row}."productId" AND t."variantId" = ${row}."variantId"
                 AND t."languageCode" = ${sql.add(languageCode)}`;
}

function filterConditions(row: string, plan: SearchPlan, sql: SqlValues): string[] {
    const { filters, scope, grouped } = plan;
    if (isOfOneCollection(plan)) {
        return [`${row}."collectionIds" && (SELECT ids FROM collection_asked)`];
    }
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

function pageOf(columns: string, rows: string, variantId: string, plan: SearchPlan, sql: SqlValues): string {
    const { sort, take, skip } = plan;
    const sorted = [
        ...(sort.name ? [`sorted ${sort.name}`] : []),
        ...(sort.price ? [`price ${sort.price}`] : []),
    ];
    const first = sorted.length > 0 ? sorted : byRelevance(plan, sql);
    const order = [...first, variantId, '"productId"'].join(', ');
    return `
        SELECT "productId", price, "maxPrice", "priceWithTax", "maxPriceWithTax", "inStock", ${columns},
               row_number() OVER (ORDER BY ${order}) AS position
          FROM ${rows} ORDER BY ${order} LIMIT ${sql.add(take)} OFFSET ${sql.add(skip)}`;
}

/** What stands before what where no order is asked for. */
function byRelevance({ term, arrangement, inStockFirst }: SearchPlan, sql: SqlValues): string[] {
    const pinnedIds = arrangement?.pinnedIds ?? [];
    return [
        ...(pinnedIds.length > 0 ? [`array_position(${sql.add(pinnedIds)}::int[], "productId")`] : []),
        ...(inStockFirst ? ['"inStock" DESC'] : []),
        ...(term ? ['score DESC'] : []),
    ];
}

const ITEM_COLUMNS: Readonly<Record<ItemPart, readonly string[]>> = {
    assets: ['min(i."productAssetId") AS "productAssetId"', 'min(i."variantAssetId") AS "variantAssetId"'],
    ids: ['facetIds', 'facetValueIds', 'collectionIds', 'channelIds'].map(
        column => `string_agg(array_to_string(i."${column}", ','), ',') AS "${column}"`,
    ),
    texts: ['sku', 'variantName', 'description'].map(column => `min(t."${column}") AS "${column}"`),
};

/** What is shown of each result: of a product, the least of each of its variants that match, as in Vendure's search. */
function items({ scope }: SearchPlan, parts: readonly ItemPart[], sql: SqlValues): string {
    const asset = (name: string): string => `
          LEFT JOIN asset ${name}_asset ON ${name}_asset.id = shown."${name}AssetId"`;
    const preview = (name: string): string => `,
               ${name}_asset.preview AS "${name}Preview", ${name}_asset."focalPoint" AS "${name}FocalPoint"`;
    const assets = parts.includes('assets') ? ['product', 'variant'] : [];
    return `
        SELECT page.*, shown.*${assets.map(preview).join('')}
          FROM page
         CROSS JOIN LATERAL (
            SELECT min(i."currencyCode") AS "currencyCode", bool_or(i.enabled) AS enabled, min(t.slug) AS slug,
                   min(t."productName") AS "productName"${parts.flatMap(part => ITEM_COLUMNS[part].map(column => `, ${column}`)).join('')}
              FROM efi_search_item i
              ${textOf('i', scope, sql)}
             WHERE i."productId" = page."productId" AND i."variantId" = ANY(page.variants)
               AND i."channelId" = ${sql.add(scope.channelId)} AND i."currencyCode" = ${sql.add(scope.currencyCode)}
          ) shown${assets.map(asset).join('')}`;
}

function prices({ grouped, priceInterval, wanted }: SearchPlan, results: string, sql: SqlValues): string {
    const buckets = (column: string): string => {
        const width = sql.add(priceInterval);
        return `(
        SELECT coalesce(json_agg(json_build_object('to', upper, 'count', number) ORDER BY upper), '[]')
          FROM (SELECT (${column} / ${width}::bigint + 1) * ${width}::bigint AS upper,
                       count(${grouped ? 'DISTINCT "productId"' : '*'}) AS number
                  FROM hit GROUP BY 1) bucket)`;
    };
    const range = (least: string, most: string): string => `(
        SELECT json_build_object('min', coalesce(min(${least}), 0), 'max', coalesce(max(${most}), 0)) FROM ${results})`;
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
