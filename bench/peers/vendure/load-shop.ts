import type { RunningShop } from '../../../e2e/support/running-shop';
import { loadCatalogue } from '../../measuring/load-catalogue';
import { menu } from '../keys';

/** More than any run sells: what is in stock stays so. */
const ENOUGH = 1_000_000;

/**
 * The catalogue with its collections. They are made while they are empty, by the API, and filled by SQL: Vendure would
 * look for what belongs to each, and index it once more.
 */
export async function loadShop(shop: RunningShop, products: number): Promise<void> {
    const { database } = shop;
    for (const department of menu) {
        const parent = await createCollection(shop, department);
        for (const category of department.children) {
            await createCollection(shop, category, parent);
        }
    }
    await loadCatalogue((text, values) => database.query(text, values), products);
    await database.query(`
        UPDATE collection SET filters = jsonb_build_array(jsonb_build_object(
                   'code', 'facet-value-filter',
                   'args', jsonb_build_array(
                       jsonb_build_object('name', 'facetValueIds', 'value', '["' || v.id || '"]'),
                       jsonb_build_object('name', 'containsAny', 'value', 'false'),
                       jsonb_build_object('name', 'combineWithAnd', 'value', 'true'))))::text
          FROM collection_translation t, facet_value v
         WHERE t."baseId" = collection.id AND v.code = 'category:' || t.slug`);
    await database.query(`
        INSERT INTO collection_product_variants_product_variant ("collectionId", "productVariantId")
        SELECT t."baseId", pv.id
          FROM collection_translation t
          JOIN facet_value v ON v.code = 'category:' || t.slug
          JOIN product_facet_values_facet_value p ON p."facetValueId" = v.id
          JOIN product_variant pv ON pv."productId" = p."productId"`);
    await database.query(`UPDATE stock_level SET "stockOnHand" = ${ENOUGH} WHERE "stockOnHand" > 0`);
    await database.query('VACUUM ANALYZE');
}

async function createCollection(
    { merchant }: RunningShop,
    { code, name }: { readonly code: string; readonly name: string },
    parentId?: string,
): Promise<string> {
    const { createCollection: created } = await merchant.client.run<{ createCollection: { id: string } }>(
        `mutation ($input: CreateCollectionInput!) { createCollection(input: $input) { id } }`,
        {
            input: {
                ...{ parentId, filters: [] },
                translations: [{ languageCode: 'en', name, slug: code, description: '' }],
            },
        },
    );
    return created.id;
}

/**
 * Writes what Vendure's own indexer would, which takes minutes: for runs that do not measure that. Answers are compared
 * before anything is measured.
 */
export async function fillStockIndex({ database }: RunningShop): Promise<void> {
    await database.query('DELETE FROM search_index_item');
    await database.query(`
        INSERT INTO search_index_item (
            "productVariantId", "languageCode", "channelId", "productId", enabled, "productName", "productVariantName",
            description, slug, sku, price, "priceWithTax", "facetIds", "facetValueIds", "collectionIds",
            "collectionSlugs", "channelIds", "productPreview", "productVariantPreview", "inStock", "productInStock")
        SELECT v.id, 'en', c.id, p.id, true, pt.name, vt.name, pt.description, pt.slug, v.sku, vp.price,
               round(vp.price * 1.2), coalesce(f.facets, ''), coalesce(f.ids, ''), coalesce(l.ids, ''),
               coalesce(l.slugs, ''), c.id::text, '', '', s.on_hand > 0, bool_or(s.on_hand > 0) OVER (PARTITION BY p.id)
          FROM product_variant v
          JOIN product p ON p.id = v."productId"
          JOIN product_translation pt ON pt."baseId" = p.id
          JOIN product_variant_translation vt ON vt."baseId" = v.id
          JOIN product_variant_price vp ON vp."variantId" = v.id
          JOIN channel c ON c.id = vp."channelId"
          LEFT JOIN LATERAL (
              SELECT string_agg(DISTINCT fv."facetId"::text, ',') AS facets, string_agg(fv.id::text, ',') AS ids
                FROM product_facet_values_facet_value pf JOIN facet_value fv ON fv.id = pf."facetValueId"
               WHERE pf."productId" = p.id) f ON true
          LEFT JOIN LATERAL (
              SELECT string_agg(t."baseId"::text, ',') AS ids, string_agg(t.slug, ',') AS slugs
                FROM collection_product_variants_product_variant cv
                JOIN collection_translation t ON t."baseId" = cv."collectionId"
               WHERE cv."productVariantId" = v.id) l ON true
          JOIN LATERAL (
              SELECT coalesce(sum("stockOnHand" - "stockAllocated"), 0) AS on_hand
                FROM stock_level WHERE "productVariantId" = v.id) s ON true`);
    await database.query('VACUUM ANALYZE');
}
