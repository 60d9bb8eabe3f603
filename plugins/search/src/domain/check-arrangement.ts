import { plainTerm, type RuleProblem } from './check-synonyms';
import { readTerm } from './search-term';

/** What stands first in the answer to a term, and what is left out of it: ids of products. */
export interface Arrangement {
    readonly pinnedIds: readonly number[];
    readonly hiddenIds: readonly number[];
}

const MOST_PINNED = 20;
const MOST_HIDDEN = 100;
const LONGEST_TERM = 100;

/** @returns the first problem; `undefined` when the arrangement can be kept. */
export function checkArrangement(term: string, arrangement: Arrangement): RuleProblem | undefined {
    return termProblem(term) ?? checkProducts(arrangement);
}

function checkProducts({ pinnedIds, hiddenIds }: Arrangement): RuleProblem | undefined {
    if (pinnedIds.length + hiddenIds.length === 0) {
        return { field: 'pinnedIds', reason: 'TOO_FEW' };
    }
    if (pinnedIds.length > MOST_PINNED) {
        return { field: 'pinnedIds', reason: 'TOO_MANY' };
    }
    if (hiddenIds.length > MOST_HIDDEN) {
        return { field: 'hiddenIds', reason: 'TOO_MANY' };
    }
    const all = [...pinnedIds, ...hiddenIds];
    const again = all.findIndex((id, index) => all.indexOf(id) < index);
    return again < 0
        ? undefined
        : {
              field: again < pinnedIds.length ? 'pinnedIds' : 'hiddenIds',
              reason: 'REPEATED',
              value: String(all[again]),
          };
}

function termProblem(value: string): RuleProblem | undefined {
    if (value.length > LONGEST_TERM) {
        return { field: 'term', reason: 'TOO_LONG', value };
    }
    return readTerm(value) === undefined || plainTerm(value) === ''
        ? { field: 'term', reason: 'NO_WORD', value }
        : undefined;
}
