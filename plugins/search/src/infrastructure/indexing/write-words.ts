import type { EntityManager } from 'typeorm';
import { changedRows } from './write-items';

/** Numbers and the like are not misspelt but wrong. */
const words = (texts: string): string => `
    SELECT DISTINCT named."languageCode", lexeme.lexeme AS word
      FROM (SELECT DISTINCT "languageCode", "productName" || ' ' || "variantName" AS names FROM efi_search_text ${texts}) named
     CROSS JOIN LATERAL unnest(to_tsvector('simple', named.names)) lexeme
     WHERE length(lexeme.lexeme) BETWEEN 3 AND 40 AND lexeme.lexeme !~ '[^[:alpha:]]'`;

const ADD = `
    WITH added AS (
        INSERT INTO efi_search_word ("languageCode", word, plain)
        SELECT "languageCode", word, regexp_replace(normalize(word, NFD), '[\\u0300-\\u036f]', '', 'g')
          FROM (${words('WHERE "productId" = ANY($1::int[])')}) found
        ON CONFLICT DO NOTHING
        RETURNING 1
    )
    SELECT count(*)::int AS changed FROM added`;

const REMOVE = `
    WITH used AS MATERIALIZED (${words('')}),
    removed AS (
        DELETE FROM efi_search_word w
         WHERE NOT EXISTS (SELECT FROM used WHERE used."languageCode" = w."languageCode" AND used.word = w.word)
        RETURNING 1
    )
    SELECT count(*)::int AS changed FROM removed`;

/** Learns the words of products. @returns how many are new. */
export function learnWords(manager: EntityManager, productIds: readonly number[]): Promise<number> {
    return changedRows(manager, ADD, [productIds]);
}

/** Forgets the words that no product has any more. @returns how many those are. */
export function forgetUnusedWords(manager: EntityManager): Promise<number> {
    return changedRows(manager, REMOVE, []);
}
