/** A term of this length or less is not looked at, as in Vendure's own search. */
const SHORTEST_IGNORED = 2;

/** So many words of a term count; whatever comes after them is a pasted text and no search. */
const MOST_WORDS = 16;

/** A word longer than this is not one. PostgreSQL refuses lexemes of more than 2,046 bytes. */
const LONGEST_WORD = 100;

/** The letters by which the fields are told apart in the index. */
const FIELD_LABELS = ['A', 'B', 'C', 'D'] as const;

/** What a word, or several that belong together, may be in a text: each of these is one or more words. */
export type Alternatives = ReadonlyArray<readonly string[]>;

/** What a shopper typed, in the language of `to_tsquery`. */
export interface TermQuery {
    readonly words: readonly string[];
    /** All words, each as the beginning of one, in whatever field. */
    readonly anywhere: string;
    /** All words in one and the same field. Equal to {@link anywhere} when there is but one, which can't be apart. */
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
    return term && term.length > SHORTEST_IGNORED ? termQuery(readWords(term)) : undefined;
}

/** The words of a text of any length. They hold none of the signs of `to_tsquery`. */
export function readWords(text: string): readonly string[] {
    return text
        .replaceAll(/['":\\!|&()\0]/g, ' ')
        .split(/\s+/)
        .filter(word => word.length > 0)
        .slice(0, MOST_WORDS)
        .map(word => word.slice(0, LONGEST_WORD));
}

/**
 * The query for words of {@link readWords}.
 *
 * @param parts - What is looked for in place of them, one after the other.
 */
export function termQuery(
    words: readonly string[],
    parts: readonly Alternatives[] = words.map(word => [[word]]),
): TermQuery {
    const all = (label: string): string => parts.map(part => alternatives(part, label)).join(' & ');
    const hasSeveral = words.length > 1 || parts.some(part => part.some(({ length }) => length > 1));
    return {
        words,
        anywhere: all(''),
        inOneField: hasSeveral ? FIELD_LABELS.map(label => `(${all(label)})`).join(' | ') : all(''),
    };
}

function alternatives(part: Alternatives, label: string): string {
    const joined = part.map(words => words.map(word => `'${word}':*${label}`).join(' & '));
    return joined.length === 1 ? joined.join('') : `(${joined.map(one => `(${one})`).join(' | ')})`;
}
