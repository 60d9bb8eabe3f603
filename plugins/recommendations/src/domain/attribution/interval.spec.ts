import { describe, expect, it } from 'vitest';
import { difference, wilson } from './interval';

describe('the interval of a rate', () => {
    // From Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I.
    it.each([
        [81, 263, 0.2553, 0.3662],
        [15, 148, 0.0624, 0.1605],
        [0, 20, 0, 0.1611],
        [1, 29, 0.0061, 0.1718],
    ])('of %i out of %i is what the literature gives', (successes, cases, from, to) => {
        const interval = wilson(successes, cases);
        expect(interval.from).toBeCloseTo(from, 4);
        expect(interval.to).toBeCloseTo(to, 4);
    });

    it('of nothing is everything', () => {
        expect(wilson(0, 0)).toEqual({ from: 0, to: 1 });
    });
});

describe('the interval of a difference', () => {
    // From Newcombe 1998, "Interval estimation for the difference between independent proportions", table II.
    it.each([
        [56, 70, 48, 80, 0.0524, 0.3339],
        [9, 10, 3, 10, 0.1705, 0.809],
        [10, 10, 0, 10, 0.6075, 1],
    ])('of %i/%i and %i/%i is what the literature gives', (a, m, b, n, from, to) => {
        const interval = difference({ successes: a, cases: m }, { successes: b, cases: n });
        expect(interval.from).toBeCloseTo(from, 4);
        expect(interval.to).toBeCloseTo(to, 4);
    });

    it('says nothing while one side has no cases', () => {
        expect(difference({ successes: 1, cases: 2 }, { successes: 0, cases: 0 })).toEqual({
            from: -1,
            to: 1,
        });
    });
});
