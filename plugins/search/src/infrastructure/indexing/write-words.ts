import type { EntityManager } from 'typeorm';

/** Numbers and the like are not misspelt but wrong. What stands between spaces is taken apart once, however many names have it. */
const words = (texts: string): string => `
    SELECT DISTINCT said."languageCode", lexeme.lexeme AS word
      FROM (SELECT DISTINCT "languageCode", unnest(string_to_array(name, ' ')) AS part
              FROM (SELECT DISTINCT "languageCode", "productName" AS name FROM efi_search_text ${texts}
                    UNION ALL SELECT "languageCode", "variantName" FROM efi_search_text ${texts}) named) said
     CROSS JOIN LATERAL unnest(to_tsvector('simple', said.part)) lexeme
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
