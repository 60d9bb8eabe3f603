import { describe, expect, it } from 'vitest';
import { checkArrangement } from './check-arrangement';
import { plainTerm, tidyTerm } from './check-synonyms';

const many = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('the arrangement of a term', () => {
    it('has pinned products, hidden ones, or both', () => {
        for (const [pinnedIds, hiddenIds] of [
            [[1, 2], []],
            [[], [3]],
            [many(20), [21]],
        ] as const) {
            expect(checkArrangement('red sofa', { pinnedIds, hiddenIds })).toBeUndefined();
        }
    });

    it.each([
        ['sofa', [], [], { field: 'pinnedIds', reason: 'TOO_FEW' }],
        ['sofa', many(21), [], { field: 'pinnedIds', reason: 'TOO_MANY' }],
        ['sofa', [], many(101), { field: 'hiddenIds', reason: 'TOO_MANY' }],
        ['sofa', [1, 2, 1], [], { field: 'pinnedIds', reason: 'REPEATED', value: '1' }],
        ['sofa', [1], [2, 1], { field: 'hiddenIds', reason: 'REPEATED', value: '1' }],
        ['so', [1], [], { field: 'term', reason: 'NO_WORD', value: 'so' }],
        ['!!!!', [1], [], { field: 'term', reason: 'NO_WORD', value: '!!!!' }],
        ['x'.repeat(101), [1], [], { field: 'term', reason: 'TOO_LONG', value: 'x'.repeat(101) }],
    ])('is refused for %s with %j and %j', (term, pinnedIds, hiddenIds, problem) => {
        expect(checkArrangement(term, { pinnedIds, hiddenIds })).toEqual(problem);
    });

    it('holds however the term is spaced, capitalised and accented', () => {
        expect(plainTerm('  Canapé   ROUGE! ')).toBe(plainTerm('canape rouge'));
        expect(tidyTerm('  Canapé   ROUGE ')).toBe('Canapé ROUGE');
    });
});
