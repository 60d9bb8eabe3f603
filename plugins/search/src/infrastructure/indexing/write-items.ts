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

/** All that is the same in each channel is read once for each variant. A row that stays as it was is not written. */
const WRITE = `
    WITH offer AS MATERIALIZED (${OFFERS}),
    fact AS MATERIALIZED (
        SELECT p.id AS "productId", coalesce(v.id, 0) AS "variantId",
               p.enabled AND coalesce(v.enabled, false) AS enabled,
               facets."facetIds", facets."facetValueIds",
               ARRAY(SELECT c."collectionId" FROM collection_product_variants_product_variant c
                      WHERE c."productVariantId" = v.id ORDER BY 1) AS "collectionIds",
               CASE WHEN v.id IS NULL
                    THEN ARRAY(SELECT c."channelId" FROM product_channels_channel c
                                WHERE c."productId" = p.id ORDER BY 1)
                    ELSE ARRAY(SELECT c."channelId" FROM product_variant_channels_channel c
                                WHERE c."productVariantId" = v.id ORDER BY 1)
               END AS "channelIds",
               p."featuredAssetId" AS "productAssetId", v."featuredAssetId" AS "variantAssetId"
          FROM (SELECT DISTINCT "productId", "variantId" FROM offer) o
          JOIN product p ON p.id = o."productId"
          LEFT JOIN product_variant v ON v.id = o."variantId"
         CROSS JOIN LATERAL (
               SELECT coalesce(array_agg(DISTINCT f.id ORDER BY f.id), '{}') AS "facetValueIds",
                      coalesce(array_agg(DISTINCT f."facetId" ORDER BY f."facetId"), '{}') AS "facetIds"
                 FROM facet_value f
                WHERE f.id IN (
                      SELECT "facetValueId" FROM product_facet_values_facet_value WHERE "productId" = p.id
                      UNION ALL
                      SELECT "facetValueId" FROM product_variant_facet_values_facet_value
                       WHERE "productVariantId" = v.id)
         ) facets
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
