import { categories, departments } from '../catalogue/facets';
import { toSlug } from '../catalogue/slug';
import {
    type MarketCode,
    marketCodes,
    stockLocationCodes,
    type StockLocationCode,
    stockLocations,
    taxClasses,
    type TaxClass,
    taxClassNames,
} from '../shop/markets';
import type { CatalogueContext } from '../writing/catalogue.types';
import type { SqlRunner } from '../writing/row-writer';
import type { WrittenCollection } from '../writing/write-collections';

/** Finds in the database what the demo shop wrote before. */
export async function loadContext(sql: SqlRunner): Promise<CatalogueContext> {
    const channels = await idsBy(sql, 'SELECT id, code AS key FROM channel');
    const taxCategories = await idsBy(sql, 'SELECT id, name AS key FROM tax_category');
    const locations = await idsBy(sql, 'SELECT id, name AS key FROM stock_location');
    return {
        shop: {
            defaultChannel: need(channels, '__default_channel__'),
            channels: record<MarketCode>(marketCodes, code => need(channels, code)),
            taxCategories: record<TaxClass>(taxClasses, code => need(taxCategories, taxClassNames[code])),
            stockLocations: record<StockLocationCode>(stockLocationCodes, code =>
                need(locations, stockLocations[code].name),
            ),
        },
        assets: await idsBy(
            sql,
            `SELECT "baseId" AS id, replace(name, '-unsplash.jpg', '') AS key FROM asset_translation`,
        ),
        facetValues: await idsBy(
            sql,
            `SELECT value.id, facet.code || ':' || value.code AS key
             FROM facet_value value JOIN facet ON facet.id = value."facetId"`,
        ),
    };
}

/** The collections that the demo filled, by the code of their category or department. */
export async function loadCollections(sql: SqlRunner): Promise<WrittenCollection[]> {
    const bySlug = await idsBy(
        sql,
        `SELECT "baseId" AS id, slug AS key FROM collection_translation WHERE "languageCode" = 'en'`,
    );
    return Object.entries({ ...departments, ...categories }).map(([code, { name }]) => ({
        id: need(bySlug, toSlug(name.en)),
        code,
    }));
}

async function idsBy(sql: SqlRunner, query: string): Promise<ReadonlyMap<string, number>> {
    const rows = await sql.query<{ id: number; key: string }[]>(query);
    return new Map(rows.map(({ id, key }) => [key, id]));
}

function need(ids: ReadonlyMap<string, number>, key: string): number {
    const id = ids.get(key);
    if (id === undefined) {
        throw new Error(
            `The demo shop's "${key}" is not there any more, so more products can't refer to it.`,
        );
    }
    return id;
}

function record<Key extends string>(
    keys: readonly Key[],
    valueOf: (key: Key) => number,
): Record<Key, number> {
    return Object.fromEntries(keys.map(key => [key, valueOf(key)])) as Record<Key, number>;
}
