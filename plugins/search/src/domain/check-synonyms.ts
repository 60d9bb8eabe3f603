import { readWords } from './search-term';
import { plainWord } from './spelling';
import type { SynonymGroup } from './synonyms';

/** What is wrong with a rule of the search, as the Admin API names it. */
export type RuleReason =
    | 'TOO_FEW'
    | 'TOO_MANY'
    | 'TOO_LONG'
    | 'NO_WORD'
    | 'REPEATED'
    | 'ALREADY_THERE'
    | 'NOT_SPOKEN'
    | 'UNKNOWN_PRODUCT';

export interface RuleProblem {
    /** Of the input. */
    readonly field: string;
    readonly reason: RuleReason;
    /** Which one of several. */
    readonly value?: string;
}

/** Of each list. */
const MOST_TERMS = 20;
const MOST_WORDS = 4;
const LONGEST_TERM = 60;

/** With single spaces. */
export function tidyTerm(term: string): string {
    return term.normalize('NFC').trim().replaceAll(/\s+/g, ' ');
}

/** As two terms are compared: their words, without accents and in lower case. */
export function plainTerm(term: string): string {
    return readWords(term).map(plainWord).join(' ');
}

/** @returns the first problem; `undefined` when the group can be kept. */
export function checkSynonyms({ terms, meanings }: SynonymGroup): RuleProblem | undefined {
    const fewest = meanings.length > 0 ? 1 : 2;
    const seen = new Set<string>();
    return (
        countProblem('terms', terms, fewest) ??
        countProblem('meanings', meanings, 0) ??
        firstOf(terms, term => termProblem('terms', term, seen)) ??
        firstOf(meanings, term => termProblem('meanings', term, seen))
    );
}

/** Whether two groups say the same. */
export function isSameGroup(one: SynonymGroup, other: SynonymGroup): boolean {
    const key = (terms: readonly string[]): string => terms.map(plainTerm).sort().join('\n');
    return key(one.terms) === key(other.terms) && key(one.meanings) === key(other.meanings);
}

function countProblem(field: string, terms: readonly string[], fewest: number): RuleProblem | undefined {
    if (terms.length < fewest) {
        return { field, reason: 'TOO_FEW' };
    }
    return terms.length > MOST_TERMS ? { field, reason: 'TOO_MANY' } : undefined;
}

function termProblem(field: string, value: string, seen: Set<string>): RuleProblem | undefined {
    const plain = plainTerm(value);
    if (plain === '') {
        return { field, reason: 'NO_WORD', value };
    }
    if (value.length > LONGEST_TERM || readWords(value).length > MOST_WORDS) {
        return { field, reason: 'TOO_LONG', value };
    }
    if (seen.has(plain)) {
        return { field, reason: 'REPEATED', value };
    }
    seen.add(plain);
    return undefined;
}

function firstOf<Value>(
    values: readonly Value[],
    check: (value: Value) => RuleProblem | undefined,
): RuleProblem | undefined {
    for (const value of values) {
        const problem = check(value);
        if (problem) {
            return problem;
        }
    }
    return undefined;
}
