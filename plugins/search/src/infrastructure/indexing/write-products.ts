import type { EntityManager } from 'typeorm';

const KEY = ['productId', 'channelId', 'currencyCode'].map(name => `"${name}"`);

const COLUMNS = [
    'variantIds',
    'price',
    'maxPrice',
    'priceWithTax',
    'maxPriceWithTax',
    'inStock',
    'productInStock',
    'isUniform',
    'facetValueIds',
    'collectionIds',
    'names',
].map(name => `"${name}"`);

/** What the enabled variants of each product have together, in the order of the table's columns. */
function groupedItems(condition: string): string {
    const ofAll = (column: string): string => `
           CASE WHEN "isUniform" THEN "${column}" ELSE ARRAY(
                SELECT DISTINCT unnest(i."${column}") FROM efi_search_item i
                 WHERE i."productId" = grouped."productId" AND i."channelId" = grouped."channelId"
                   AND i."currencyCode" = grouped."currencyCode" AND i.enabled ORDER BY 1)
           END AS "${column}"`;
    return `
    SELECT ${KEY.join(', ')}, "variantIds", price, "maxPrice", "priceWithTax", "maxPriceWithTax", "inStock",
           "productInStock", "isUniform", ${['facetValueIds', 'collectionIds'].map(ofAll).join(', ')},
           coalesce((SELECT jsonb_object_agg(t."languageCode", t."productName") FROM efi_search_text t
                      WHERE t."productId" = grouped."productId" AND t."variantId" = grouped."variantIds"[1]), '{}') AS names
      FROM (
        SELECT ${KEY.join(', ')}, array_agg("variantId" ORDER BY "variantId") AS "variantIds", min(price) AS price,
               max(price) AS "maxPrice", min("priceWithTax") AS "priceWithTax", max("priceWithTax") AS "maxPriceWithTax",
               bool_or("inStock") AS "inStock", bool_or("productInStock") AS "productInStock",
               min("facetValueIds") = max("facetValueIds") AND min("collectionIds") = max("collectionIds") AS "isUniform",
               min("facetValueIds") AS "facetValueIds", min("collectionIds") AS "collectionIds"
          FROM efi_search_item WHERE enabled AND ${condition} GROUP BY ${KEY.join(', ')}
      ) grouped`;
}

const WRITE = `
    INSERT INTO efi_search_product AS product (${[...KEY, ...COLUMNS].join(', ')}) ${groupedItems('"productId" = ANY($1::int[])')}
    ON CONFLICT (${KEY.join(', ')}) DO UPDATE SET ${COLUMNS.map(name => `${name} = excluded.${name}`).join(', ')}
     WHERE (${COLUMNS.map(name => `product.${name}`).join(', ')})
           IS DISTINCT FROM (${COLUMNS.map(name => `excluded.${name}`).join(', ')})`;

const REMOVE = `
    DELETE FROM efi_search_product product
     WHERE "productId" = ANY($1::int[])
       AND NOT EXISTS (
           SELECT FROM efi_search_item item
            WHERE item."productId" = product."productId" AND item."channelId" = product."channelId"
              AND item."currencyCode" = product."currencyCode" AND item.enabled)`;

/** Brings the rows of products in line with those of their variants and texts, which are written before. */
export async function writeProducts(manager: EntityManager, productIds: readonly number[]): Promise<void> {
    await manager.query(REMOVE, [productIds]);
    await manager.query(WRITE, [productIds]);
}
