import type { DataSource } from 'typeorm';
import type { Arrangement } from '../../domain/check-arrangement';
import { plainWord } from '../../domain/spelling';
import { type SynonymGroup, Synonyms, wordsOf } from '../../domain/synonyms';
import { textConfiguration } from '../../domain/text-configuration';

/** What staff have said of searches in a channel and a language. */
export interface MarketRules {
    readonly synonyms: Synonyms;
    /** By the term without accents and in lower case. */
    readonly arrangements: ReadonlyMap<string, Arrangement>;
    /** Undefined where the channel has not chosen. */
    readonly inStockFirst?: boolean;
}

const RULES = `
    SELECT (SELECT coalesce(json_agg(json_build_object('terms', terms, 'meanings', meanings) ORDER BY id), '[]')
              FROM efi_search_synonym WHERE "channelId" = $1 AND "languageCode" = $2) AS synonyms,
           (SELECT coalesce(json_agg(json_build_object('plainTerm', "plainTerm", 'pinnedIds', "pinnedIds",
                                                       'hiddenIds', "hiddenIds")), '[]')
              FROM efi_search_arrangement WHERE "channelId" = $1 AND "languageCode" = $2) AS arrangements,
           (SELECT "inStockFirst" FROM efi_search_setting WHERE "channelId" = $1) AS "inStockFirst"`;

interface RulesRow {
    readonly synonyms: readonly SynonymGroup[];
    readonly arrangements: ReadonlyArray<Arrangement & { readonly plainTerm: string }>;
    readonly inStockFirst: boolean | null;
}

export async function readMarketRules(
    dataSource: DataSource,
    channelId: number,
    languageCode: string,
): Promise<MarketRules> {
    const [row] = await dataSource.query<[RulesRow]>(RULES, [channelId, languageCode]);
    const words = row.synonyms.flatMap(wordsOf);
    const stems = words.length > 0 ? await readStems(dataSource, languageCode, words) : undefined;
    return {
        synonyms: new Synonyms(row.synonyms, stems),
        arrangements: new Map(row.arrangements.map(({ plainTerm, ...rest }) => [plainTerm, rest])),
        inStockFirst: row.inStockFirst ?? undefined,
    };
}

const STEMS = `
    SELECT word, (tsvector_to_array(to_tsvector($1::regconfig, word)))[1] AS stem
      FROM unnest($2::text[]) AS word`;

/** What PostgreSQL reduces words to, both without accents. A word that is not indexed has none. */
export async function readStems(
    dataSource: DataSource,
    languageCode: string,
    words: readonly string[],
): Promise<Map<string, string>> {
    const rows = await dataSource.query<Array<{ word: string; stem: string | null }>>(STEMS, [
        textConfiguration(languageCode),
        words,
    ]);
    return new Map(
        rows.flatMap(({ word, stem }) => (stem === null ? [] : [[plainWord(word), plainWord(stem)]])),
    );
}
