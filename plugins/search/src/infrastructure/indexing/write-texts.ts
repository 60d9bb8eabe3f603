import type { EntityManager } from 'typeorm';
import { textConfiguration } from '../../domain/text-configuration';

const COLUMNS = ['sku', 'slug', 'productName', 'variantName', 'description', 'words'].map(
    name => `"${name}"`,
);

/** The translation into a language, else into the shop's own, else the oldest. */
const translation = (table: string, owner: string): string => `
    SELECT * FROM ${table} t WHERE t."baseId" = ${owner}
     ORDER BY t."languageCode" = spoken."languageCode" DESC, t."languageCode" = $4 DESC, t.id LIMIT 1`;

/**
 * Words are reduced by the rules of the language that they are written in, which is another one than the row's where
 * a translation is missing. A product's own words are read once for all of its variants. A row that stays as it was
 * is not written.
 */
const WRITE = `
    WITH spoken AS (
        SELECT unnest($2::text[]) AS "languageCode"
    ),
    rule AS MATERIALIZED (
        SELECT "writtenIn", stems::regconfig FROM unnest($5::text[], $3::text[]) AS r("writtenIn", stems)
    ),
    named AS MATERIALIZED (
        SELECT p.id AS "productId", spoken."languageCode",
               coalesce(rule.stems, 'simple'::regconfig) AS stems,
               coalesce(t.slug, '') AS slug, coalesce(t.name, '') AS "productName",
               left(coalesce(t.description, ''), 2600) AS description
          FROM product p CROSS JOIN spoken
          LEFT JOIN LATERAL (${translation('product_translation', 'p.id')}) t ON true
          LEFT JOIN rule ON rule."writtenIn" = t."languageCode"
         WHERE p.id = ANY($1::int[]) AND p."deletedAt" IS NULL
    ),
    product_words AS MATERIALIZED (
        SELECT *, setweight(to_tsvector(stems, "productName"), 'B')
                  || setweight(to_tsvector(stems, description), 'D') AS words
          FROM named
    ),
    text AS (
        SELECT spoken."productId", coalesce(v.id, 0) AS "variantId", spoken."languageCode", coalesce(v.sku, '') AS sku,
               spoken.slug, spoken."productName",
               CASE WHEN v.id IS NULL THEN spoken."productName" ELSE coalesce(t.name, '') END AS "variantName",
               spoken.description, coalesce(rule.stems, spoken.stems) AS stems, spoken.words
          FROM product_words spoken
          LEFT JOIN product_variant v ON v."productId" = spoken."productId" AND v."deletedAt" IS NULL
          LEFT JOIN LATERAL (${translation('product_variant_translation', 'v.id')}) t ON true
          LEFT JOIN rule ON rule."writtenIn" = t."languageCode"
    )
    INSERT INTO efi_search_text AS item ("productId", "variantId", "languageCode", ${COLUMNS.join(', ')})
    SELECT "productId", "variantId", "languageCode", sku, slug, "productName", "variantName", description,
           setweight(to_tsvector(stems, sku), 'A') || words
           || setweight(to_tsvector(stems, "variantName"), 'C')
      FROM text
    ON CONFLICT ("productId", "variantId", "languageCode") DO UPDATE
       SET ${COLUMNS.map(name => `${name} = excluded.${name}`).join(', ')}
     WHERE (${COLUMNS.map(name => `item.${name}`).join(', ')})
           IS DISTINCT FROM (${COLUMNS.map(name => `excluded.${name}`).join(', ')})`;

const REMOVE = `
    DELETE FROM efi_search_text item
     WHERE item."productId" = ANY($1::int[])
       AND (item."languageCode" <> ALL($2::text[])
            OR NOT EXISTS (
                SELECT FROM product p LEFT JOIN product_variant v
                       ON v."productId" = p.id AND v."deletedAt" IS NULL
                 WHERE p.id = item."productId" AND p."deletedAt" IS NULL
                   AND coalesce(v.id, 0) = item."variantId"))`;

/** Makes the words of some products what they are to be. */
export async function writeTexts(
    manager: EntityManager,
    productIds: readonly number[],
    languages: readonly string[],
    defaultLanguage: string,
): Promise<void> {
    const written = [...new Set([...languages, defaultLanguage])];
    await manager.query(REMOVE, [productIds, languages]);
    const values = [productIds, languages, written.map(textConfiguration), defaultLanguage, written];
    await manager.query(WRITE, values);
}
