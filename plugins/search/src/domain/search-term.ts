/** A term of this length or less is not looked at, as in Vendure's own search. */
const SHORTEST_IGNORED = 2;

/** So many words of a term count; whatever comes after them is a pasted text and no search. */
const MOST_WORDS = 16;

/** A word longer than this is not one. PostgreSQL refuses lexemes of more than 2,046 bytes. */
const LONGEST_WORD = 100;

/** The letters by which the fields are told apart in the index. */
const FIELD_LABELS = ['A', 'B', 'C', 'D'] as const;

/** What a shopper typed, in the language of `to_tsquery`. */
export interface TermQuery {
    readonly words: readonly string[];
    /** All words, each as the beginning of one, in whatever field. */
    readonly anywhere: string;
    /** All words in one and the same field. Equal to {@link anywhere} when there is one word. */
    readonly inOneField: string;
}

/**
 * Reads a term as Vendure's own search does: words apart from each other by space and by the signs that `to_tsquery`
 * would take for its own.
 *
 * @returns `undefined` when the term does not restrict the search: none, or two characters at most. A term of signs
 *   alone has no words and matches nothing.
 */
export function readTerm(term: string | null | undefined): TermQuery | undefined {
    if (!term || term.length <= SHORTEST_IGNORED) {
        return undefined;
    }
    const words = term
        .replaceAll(/['":\\!|&()\0]/g, ' ')
        .split(/\s+/)
        .filter(word => word.length > 0)
        .slice(0, MOST_WORDS)
        .map(word => word.slice(0, LONGEST_WORD));
    return termQuery(words);
}

/** The query for words that hold none of the signs of `to_tsquery`. */
export function termQuery(words: readonly string[]): TermQuery {
    const all = (label: string): string => words.map(word => `'${word}':*${label}`).join(' & ');
    return {
        words,
        anywhere: all(''),
        inOneField: words.length > 1 ? FIELD_LABELS.map(label => `(${all(label)})`).join(' | ') : all(''),
    };
}
