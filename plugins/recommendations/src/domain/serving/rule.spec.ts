import { describe, expect, it } from 'vitest';
import { problemOf, type RuleTerms } from './rule';

const terms = (some: Partial<RuleTerms>): RuleTerms => ({
    ...{ action: 'BOOST', target: 'PRODUCT', targetId: 1, placement: null, amount: 2 },
    ...{ startsAt: null, endsAt: null, enabled: true },
    ...some,
});

describe('a rule', () => {
    it.each<Partial<RuleTerms>>([
        {},
        { action: 'PIN', amount: 24 },
        { action: 'MARGIN', target: 'EVERYTHING', targetId: null, amount: 10 },
        { action: 'DIVERSIFY', target: 'EVERYTHING', targetId: null, amount: 1 },
        { action: 'BURY', target: 'COLLECTION' },
    ])('like %o is fine', some => {
        expect(problemOf(terms(some))).toBeUndefined();
    });

    it.each<[Partial<RuleTerms>, string]>([
        [{ targetId: null }, 'target-is-missing'],
        [{ target: 'EVERYTHING', targetId: null }, 'everything-is-too-much'],
        [{ action: 'DIVERSIFY' }, 'diversity-is-about-everything'],
        [
            { action: 'DIVERSIFY', target: 'EVERYTHING', targetId: null, amount: 0 },
            'diversity-is-out-of-range',
        ],
        [{ action: 'MARGIN', amount: 1 }, 'boost-is-out-of-range'],
        [{ action: 'PIN', amount: 1.5 }, 'position-is-no-place'],
        [{ action: 'PIN', target: 'EVERYTHING', targetId: null }, 'pin-needs-a-product'],
        [{ startsAt: new Date(2), endsAt: new Date(2) }, 'ends-before-it-starts'],
    ])('like %o is not, for %s', (some, kind) => {
        expect(problemOf(terms(some))?.kind).toBe(kind);
    });
});
