import { Inject, Injectable } from '@nestjs/common';
import type { Arrangement } from '../../domain/check-arrangement';
import { plainWord } from '../../domain/spelling';
import { type Alternatives, readTerm, type TermQuery, termQuery } from '../../domain/search-term';
import { type Stems, Synonyms } from '../../domain/synonyms';
import { type ResolvedSearchOptions, SEARCH_OPTIONS } from '../../search.options';
import type { MarketRules } from './market-rules';
import type { Vocabulary } from '../searching/spelling-help';
import { RuleMemory } from './rule-memory';

const NO_SYNONYMS = new Synonyms([]);

/** A term, and who asks. */
interface Asked {
    readonly channelId: number;
    readonly languageCode: string;
    readonly term: string | null | undefined;
    /** Whether a shopper asks: staff find everything, and as it is. */
    readonly enabledOnly: boolean;
    /** In place of what the term's arrangement is. */
    readonly draft?: Arrangement;
}

/** What staff have said of a term. */
export interface Said {
    readonly term?: TermQuery;
    /** Where synonyms make more of the term than its words. */
    readonly alternatives?: readonly Alternatives[];
    readonly arrangement?: Arrangement;
    readonly inStockFirst: boolean;
    readonly vocabulary: Vocabulary;
    /** The same for other words in place of these. */
    again(this: void, words: readonly string[]): Promise<Said>;
}

/** Reads a term by what staff have said of it. */
@Injectable()
export class TermRules {
    constructor(
        private readonly memory: RuleMemory,
        @Inject(SEARCH_OPTIONS) private readonly options: ResolvedSearchOptions,
    ) {}

    async of(asked: Asked): Promise<Said> {
        const read = readTerm(asked.term);
        if (!asked.enabledOnly) {
            return plainly(read);
        }
        const rules = await this.memory.of(asked.channelId, asked.languageCode);
        const inStockFirst = rules.inStockFirst ?? this.options.inStockFirst;
        const again = async (words: readonly string[]): Promise<Said> => {
            const { stems, ...said } = await this.said(rules, words, asked);
            return { inStockFirst, vocabulary: vocabularyOf(rules.synonyms, stems), again, ...said };
        };
        return read ? again(read.words) : plainly(read, inStockFirst);
    }

    private async said(rules: MarketRules, words: readonly string[], { languageCode, draft }: Asked) {
        const { synonyms, arrangements } = rules;
        const undecided = synonyms.isEmpty ? [] : synonyms.undecided(words);
        const stems = await this.memory.stemsOf(undecided, languageCode);
        const alternatives = synonyms.isEmpty ? undefined : synonyms.expand(words, stems);
        const arrangement =
            draft ?? (arrangements.size > 0 ? arrangements.get(words.map(plainWord).join(' ')) : undefined);
        return { term: termQuery(words, alternatives), alternatives, arrangement, stems };
    }
}

function plainly(term: TermQuery | undefined, inStockFirst = false): Said {
    const again = (words: readonly string[]): Promise<Said> => Promise.resolve(plainly(termQuery(words)));
    return { term, inStockFirst, vocabulary: vocabularyOf(NO_SYNONYMS), again };
}

function vocabularyOf(synonyms: Synonyms, stems?: Stems): Vocabulary {
    return { words: synonyms.words, isRight: word => synonyms.knows(word, stems) };
}
