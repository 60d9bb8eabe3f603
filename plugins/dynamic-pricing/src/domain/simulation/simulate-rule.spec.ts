import { describe, expect, it } from 'vitest';
import type { EstimatedElasticity } from '../elasticity/elasticity';
import { seededRandom } from './seeded-random';
import type { PastWeek } from './simulate-history';
import { simulateRule, type VariantPast } from './simulate-rule';

const elasticity: EstimatedElasticity = {
    kind: 'estimated',
    basis: 'alone',
    slope: { mean: -3, deviation: 0.2, low: -3.4, high: -2.6 },
    noise: 0.1,
    observed: { low: 800, high: 1200 },
};

const weeks: PastWeek[] = Array.from({ length: 20 }, (_, week) => ({
    ...{ week, price: week % 2 === 0 ? 900 : 1100, units: 50, controls: [], unitCost: 400 },
}));

const past = (rulePrice: number, rest: Partial<VariantPast<PastWeek>> = {}): VariantPast<PastWeek> => ({
    ...{ elasticity, isCostKnown: true, weeks, todaysPrice: 1000, rulePriceOf: () => rulePrice },
    ...rest,
});

const simulate = (...pasts: VariantPast<PastWeek>[]) => simulateRule(pasts, seededRandom(7));

describe('a rule over the past', () => {
    it('that changes nothing makes no difference in any draw', () => {
        const { told } = simulate(past(1000));
        expect(told?.difference.margin).toEqual({ mean: 0, low: 0, high: 0 });
        expect(told?.chanceToGain).toBe(0);
    });

    it('that goes down where demand is elastic sells more and earns more, with an interval', () => {
        const { told, weeksReplayed } = simulate(past(900));
        expect(weeksReplayed).toBe(20);
        expect(told?.difference.units.low).toBeGreaterThan(0);
        expect(told?.difference.margin.mean).toBeGreaterThan(0);
        expect(told?.withRule.units.mean).toBeGreaterThan(told?.today.units.mean ?? Infinity);
        expect(told?.chanceToGain).toBeGreaterThan(0.9);
    });

    it('gives no number at a price that was never seen', () => {
        expect(simulate(past(500))).toMatchObject({
            told: null,
            untold: [{ reason: 'prices-never-seen', variants: 1 }],
        });
    });

    it('gives no number without data, and says of how many and why', () => {
        const unknown = { kind: 'insufficient-data', reason: 'too-few-weeks', weeksWithSales: 3 } as const;
        expect(simulate(past(900, { elasticity: unknown }), past(900, { isCostKnown: false }))).toMatchObject(
            {
                ...{ variants: 2, variantsTold: 0, told: null },
                untold: [
                    { reason: 'too-few-weeks', variants: 1 },
                    { reason: 'cost-unknown', variants: 1 },
                ],
            },
        );
    });

    it('sums variants, and leaves those that can’t tell out of every figure', () => {
        const one = simulate(past(900));
        const both = simulate(past(900), past(900), past(900, { isCostKnown: false }));
        expect(both.variantsTold).toBe(2);
        expect(both.told?.today.units.mean).toBeCloseTo(2 * (one.told?.today.units.mean ?? 0), -2);
    });
});
