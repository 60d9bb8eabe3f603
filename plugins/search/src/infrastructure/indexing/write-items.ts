import type { EntityManager } from 'typeorm';
import type { Offer } from './offers';

const OFFERS = `
    SELECT * FROM unnest($1::int[], $2::int[], $3::int[], $4::text[], $5::bigint[], $6::bigint[], $7::bool[], $8::bool[])
        AS o("productId", "variantId", "channelId", "currencyCode", price, "priceWithTax", "inStock", "productInStock")`;

const COLUMNS = [
    'enabled',
    'price',
    'priceWithTax',
    'inStock',
    'productInStock',
    'facetIds',
    'facetValueIds',
    'collectionIds',
    'channelIds',
    'productAssetId',
    'variantAssetId',
].map(name => `"${name}"`);

const listed = (column: string): string =>
    `coalesce(array_agg(DISTINCT f.${column} ORDER BY f.${column}) FILTER (WHERE f.id IS NOT NULL), '{}')`;

const VALUES = `${listed('id')} AS "facetValueIds", ${listed('"facetId"')} AS "facetIds"`;

/**
 * All that is the same in each channel is read once for each variant, and the facet values of a product once for all of
 * its variants that have none of their own. A row that stays as it was is not written.
 */
const WRITE = `
    WITH offer AS MATERIALIZED (${OFFERS}),
    offered AS MATERIALIZED (SELECT DISTINCT "productId", "variantId" FROM offer),
    of_product AS MATERIALIZED (
        SELECT o."productId", ${VALUES}
          FROM (SELECT DISTINCT "productId" FROM offered) o
          LEFT JOIN product_facet_values_facet_value said ON said."productId" = o."productId"
          LEFT JOIN facet_value f ON f.id = said."facetValueId"
         GROUP BY 1
    ),
    of_variant AS MATERIALIZED (
        SELECT o."variantId", ${VALUES}
          FROM offered o
         CROSS JOIN LATERAL (
               SELECT "facetValueId" AS id FROM product_variant_facet_values_facet_value
                WHERE "productVariantId" = o."variantId"
               UNION ALL
               SELECT "facetValueId" FROM product_facet_values_facet_value WHERE "productId" = o."productId"
         ) said
          JOIN facet_value f ON f.id = said.id
         WHERE o."variantId" IN (SELECT "productVariantId" FROM product_variant_facet_values_facet_value)
         GROUP BY 1
    ),
    fact AS MATERIALIZED (
        SELECT p.id AS "productId", coalesce(v.id, 0) AS "variantId",
               p.enabled AND coalesce(v.enabled, false) AS enabled,
               coalesce(of_variant."facetIds", of_product."facetIds") AS "facetIds",
               coalesce(of_variant."facetValueIds", of_product."facetValueIds") AS "facetValueIds",
               ARRAY(SELECT c."collectionId" FROM collection_product_variants_product_variant c
                      WHERE c."productVariantId" = v.id ORDER BY 1) AS "collectionIds",
               CASE WHEN v.id IS NULL
                    THEN ARRAY(SELECT c."channelId" FROM product_channels_channel c
                                WHERE c."productId" = p.id ORDER BY 1)
                    ELSE ARRAY(SELECT c."channelId" FROM product_variant_channels_channel c
                                WHERE c."productVariantId" = v.id ORDER BY 1)
               END AS "channelIds",
               p."featuredAssetId" AS "productAssetId", v."featuredAssetId" AS "variantAssetId"
          FROM offered o
          JOIN product p ON p.id = o."productId"
          JOIN of_product ON of_product."productId" = o."productId"
          LEFT JOIN product_variant v ON v.id = o."variantId"
          LEFT JOIN of_variant ON of_variant."variantId" = o."variantId"
    )
    INSERT INTO efi_search_item AS item ("productId", "variantId", "channelId", "currencyCode", ${COLUMNS.join(', ')})
    SELECT "productId", "variantId", "channelId", "currencyCode", ${COLUMNS.join(', ')}
      FROM offer JOIN fact USING ("productId", "variantId")
    ON CONFLICT ("productId", "variantId", "channelId", "currencyCode") DO UPDATE
       SET ${COLUMNS.map(name => `${name} = excluded.${name}`).join(', ')}
     WHERE (${COLUMNS.map(name => `item.${name}`).join(', ')})
           IS DISTINCT FROM (${COLUMNS.map(name => `excluded.${name}`).join(', ')})`;

const REMOVE = `
    WITH offer AS MATERIALIZED (${OFFERS})
    DELETE FROM efi_search_item item
     WHERE item."productId" = ANY($9::int[])
       AND NOT EXISTS (
           SELECT FROM offer o
            WHERE o."productId" = item."productId" AND o."variantId" = item."variantId"
              AND o."channelId" = item."channelId" AND o."currencyCode" = item."currencyCode")`;

/**
 * Makes the offers of some products what they are to be.
 *
 * @param offers - All that there are of these products, and no other ones.
 */
export async function writeItems(
    manager: EntityManager,
    productIds: readonly number[],
    offers: readonly Offer[],
): Promise<void> {
    const columns = [
        offers.map(offer => offer.productId),
        offers.map(offer => offer.variantId),
        offers.map(offer => offer.channelId),
        offers.map(offer => offer.currencyCode),
        offers.map(offer => offer.price),
        offers.map(offer => offer.priceWithTax),
        offers.map(offer => offer.inStock),
        offers.map(offer => offer.productInStock),
    ];
    await manager.query(REMOVE, [...columns, productIds]);
    await manager.query(WRITE, columns);
}
