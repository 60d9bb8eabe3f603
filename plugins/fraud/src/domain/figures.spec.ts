import { describe, expect, it } from 'vitest';
import { backTest } from './back-test';
import { ageGroup, compareGroups } from './compare-groups';
import type { FeatureVector } from './features';
import type { PastDecision } from './past-decision';
import { defaultPolicy, problemOf, verdictAt } from './policy';
import { previewPolicy } from './preview-policy';

function past(itemCount: number | undefined, label: PastDecision['label'], score?: number): PastDecision {
    return { features: { itemCount } as FeatureVector, label, score };
}

const decisions = [
    past(1, 'good', 5),
    past(9, 'good', 50),
    past(9, 'fraud', 95),
    past(1, 'fraud', 65),
    past(undefined, undefined),
];

describe('figures about the past', () => {
    it('say what a rule would have hit, missed and not known', () => {
        const tested = backTest(
            ({ itemCount }) => (itemCount === undefined ? undefined : itemCount > 5),
            decisions,
        );
        expect(tested).toEqual({
            orders: { good: 2, fraud: 2, unlabelled: 1 },
            fired: { good: 1, fraud: 1, unlabelled: 0 },
            unknown: 1,
            precision: 0.5,
            recall: 0.5,
        });
        expect(backTest(() => false, []).precision).toBeUndefined();
    });

    it('say what thresholds would have done to good and bad orders', () => {
        expect(previewPolicy({ stepUpFrom: 30, reviewFrom: 60, blockFrom: 90 }, decisions)).toEqual([
            { verdict: 'allow', orders: { good: 1, fraud: 0, unlabelled: 0 } },
            { verdict: 'step-up', orders: { good: 1, fraud: 0, unlabelled: 0 } },
            { verdict: 'review', orders: { good: 0, fraud: 1, unlabelled: 0 } },
            { verdict: 'block', orders: { good: 0, fraud: 1, unlabelled: 0 } },
        ]);
    });

    it('compare groups, also among those who turned out good', () => {
        const rates = compareGroups([
            { group: 'AT', verdict: 'allow', label: 'good' },
            { group: 'AT', verdict: 'review', label: 'good' },
            { group: 'AT', verdict: 'block', label: 'fraud' },
            { group: 'DE', verdict: 'allow', label: undefined },
        ]);
        expect(rates).toEqual([
            { group: 'AT', orders: 3, blockRate: 1 / 3, reviewRate: 1 / 3, falsePositiveRate: 0.5 },
            { group: 'DE', orders: 1, blockRate: 0, reviewRate: 0, falsePositiveRate: undefined },
        ]);
        expect([undefined, 1, 7, 90].map(ageGroup)).toEqual([
            'guest',
            'under 7 days',
            '7 to 90 days',
            'over 90 days',
        ]);
    });
});

describe('a policy', () => {
    it('never reaches a verdict whose threshold is 100', () => {
        expect(verdictAt(99, { stepUpFrom: 100, reviewFrom: 100, blockFrom: 100 })).toBe('allow');
    });

    it('has its thresholds in order and its numbers in range', () => {
        expect(problemOf(defaultPolicy)).toBeUndefined();
        expect(problemOf({ ...defaultPolicy, reviewFrom: 95 })).toBe('thresholds-not-in-order');
        expect(problemOf({ ...defaultPolicy, stepUpFrom: 0 })).toBe('out-of-range');
        expect(problemOf({ ...defaultPolicy, reviewHours: 0 })).toBe('out-of-range');
        expect(problemOf({ ...defaultPolicy, fourEyesAbove: -1 })).toBe('out-of-range');
    });
});
