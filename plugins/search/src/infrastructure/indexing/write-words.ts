import type { EntityManager } from 'typeorm';

/** Numbers and the like are not misspelt but wrong. */
const words = (texts: string): string => `
    SELECT DISTINCT named."languageCode", lexeme.lexeme AS word
      FROM (SELECT DISTINCT "languageCode", "productName" || ' ' || "variantName" AS names FROM efi_search_text ${texts}) named
     CROSS JOIN LATERAL unnest(to_tsvector('simple', named.names)) lexeme
     WHERE length(lexeme.lexeme) BETWEEN 3 AND 40 AND lexeme.lexeme !~ '[^[:alpha:]]'`;

const ADD = `
    INSERT INTO efi_search_word ("languageCode", word, plain)
    SELECT "languageCode", word, regexp_replace(normalize(word, NFD), '[\\u0300-\\u036f]', '', 'g')
      FROM (${words('WHERE "productId" = ANY($1::int[])')}) found
    ON CONFLICT DO NOTHING`;

const REMOVE = `
    WITH used AS MATERIALIZED (${words('')})
    DELETE FROM efi_search_word w
     WHERE NOT EXISTS (SELECT FROM used WHERE used."languageCode" = w."languageCode" AND used.word = w.word)`;

/** Learns the words of products. */
export async function learnWords(manager: EntityManager, productIds: readonly number[]): Promise<void> {
    await manager.query(ADD, [productIds]);
}

/** Forgets the words that no product has any more. */
export async function forgetUnusedWords(manager: EntityManager): Promise<void> {
    await manager.query(REMOVE);
}
