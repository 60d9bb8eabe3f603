import { plainWord } from './spelling';
import { type Alternatives, readWords } from './search-term';

/** Terms that mean the same, or that lead to others. A term is a word or a few. */
export interface SynonymGroup {
    readonly terms: readonly string[];
    /** What each of the terms finds as well, and not the other way round. Without any, the terms find each other. */
    readonly meanings: readonly string[];
}

/** So much of a word has to be typed before what it may become counts. */
const SHORTEST_BEGINNING = 4;
/** Stems and words shorter than this say too little. */
const SHORTEST_STEM = 3;
/** Of one part of a term. */
const MOST_ALTERNATIVES = 50;

/** Stems by word, both without accents. */
export type Stems = ReadonlyMap<string, string>;

const NO_STEMS: Stems = new Map();

/** What the synonyms of a language make of a term. Accents and capital letters don't count. */
export class Synonyms {
    /** By the stems of a term's words, with a space between them. */
    private readonly byPhrase = new Map<string, string[][]>();
    /** All words of the terms and meanings as they were written, by what they are without accents. */
    readonly words: ReadonlyMap<string, string>;
    private readonly stemsOfWords: ReadonlySet<string>;
    private longest = 0;

    /** @param stems - Of all words in {@link wordsOf}; a word without one stands for itself. */
    constructor(
        groups: readonly SynonymGroup[],
        private readonly stems: Stems = NO_STEMS,
    ) {
        this.words = new Map(groups.flatMap(wordsOf).map(word => [plainWord(word), word.toLowerCase()]));
        this.stemsOfWords = new Set([...this.words.keys()].map(word => this.stemOf(word, NO_STEMS)));
        groups.forEach(group => this.learn(group));
    }

    /** Whether there are any. */
    get isEmpty(): boolean {
        return this.byPhrase.size === 0;
    }

    /** Which of the words may be forms of one that is known here, without accents: for these the stem decides. */
    undecided(words: readonly string[]): readonly string[] {
        return words.map(plainWord).filter(word => {
            const beginnings = Array.from(word, (_, index) => word.slice(0, index + 1));
            return (
                !this.words.has(word) &&
                beginnings.some(
                    beginning => beginning.length >= SHORTEST_STEM && this.stemsOfWords.has(beginning),
                )
            );
        });
    }

    /** Whether a word is one of these, a form of one, or its beginning: then it is not spelt wrong. */
    knows(word: string, stems: Stems = NO_STEMS): boolean {
        const plain = plainWord(word);
        return (
            this.words.has(plain) ||
            this.stemsOfWords.has(this.stemOf(plain, stems)) ||
            (plain.length >= SHORTEST_STEM && [...this.words.keys()].some(known => known.startsWith(plain)))
        );
    }

    /**
     * What is looked for in place of some words: the longest terms first, from the first word to the last. Meanings
     * have no further meanings. The last word may be the beginning of a term of one word.
     *
     * @param stems - Of the words that are {@link undecided}.
     * @returns `undefined` when there is nothing but the words themselves.
     */
    expand(words: readonly string[], stems: Stems = NO_STEMS): readonly Alternatives[] | undefined {
        const typed = words.map(word => this.stemOf(plainWord(word), stems));
        const parts: Alternatives[] = [];
        let hasFound = false;
        for (let at = 0; at < words.length;) {
            const length = this.lengthAt(typed, at);
            const own = words.slice(at, at + Math.max(length, 1));
            const others =
                length > 0
                    ? (this.byPhrase.get(typed.slice(at, at + length).join(' ')) ?? [])
                    : at === words.length - 1
                      ? this.begunWith(plainWord(own[0] ?? ''))
                      : [];
            hasFound ||= others.length > 0;
            parts.push(unique([own, ...others]).slice(0, MOST_ALTERNATIVES));
            at += own.length;
        }
        return hasFound ? parts : undefined;
    }

    private learn({ terms, meanings }: SynonymGroup): void {
        const found = (meanings.length > 0 ? meanings : terms).map(term => [...readWords(term)]);
        for (const words of terms.map(readWords)) {
            const phrase = words.map(word => this.stemOf(plainWord(word), NO_STEMS)).join(' ');
            this.byPhrase.set(phrase, [...(this.byPhrase.get(phrase) ?? []), ...found]);
            this.longest = Math.max(this.longest, words.length);
        }
    }

    private stemOf(plain: string, asked: Stems): string {
        return this.stems.get(plain) ?? asked.get(plain) ?? plain;
    }

    /** How many words the longest term has that begins there; 0 for none. */
    private lengthAt(typed: readonly string[], at: number): number {
        for (let length = Math.min(this.longest, typed.length - at); length > 0; length--) {
            if (this.byPhrase.has(typed.slice(at, at + length).join(' '))) {
                return length;
            }
        }
        return 0;
    }

    private begunWith(beginning: string): readonly string[][] {
        return beginning.length < SHORTEST_BEGINNING
            ? []
            : [...this.words.keys()]
                  .filter(word => word.startsWith(beginning))
                  .flatMap(word => this.byPhrase.get(this.stemOf(word, NO_STEMS)) ?? []);
    }
}

/** All words of a group. */
export function wordsOf({ terms, meanings }: SynonymGroup): string[] {
    return [...terms, ...meanings].flatMap(term => [...readWords(term)]);
}

function unique(alternatives: readonly (readonly string[])[]): Alternatives {
    const known = new Set<string>();
    return alternatives.filter(words => {
        const key = words.map(plainWord).join(' ');
        return !known.has(key) && known.add(key);
    });
}
