import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EstimatedElasticity } from '../elasticity/elasticity';
import { seededRandom } from './seeded-random';
import { PastWeek, Replay, simulateHistory } from './simulate-history';

function elasticity(mean: number, deviation: number, noise: number): EstimatedElasticity {
    const slope = { mean, deviation, low: mean - 1.96 * deviation, high: mean + 1.96 * deviation };
    return { kind: 'estimated', basis: 'shared', slope, noise, observed: { low: 5, high: 20 } };
}

const weeks: PastWeek[] = [
    { week: 1, price: 12, units: 100, controls: [], unitCost: 4 },
    { week: 2, price: 10, units: 130, controls: [], unitCost: 4 },
    { week: 3, price: 12, units: 90, controls: [], unitCost: 5 },
];

function replay(changed: Partial<Replay>) {
    const plain = { elasticity: elasticity(-2, 0, 0), weeks, priceOf: () => 12, taxRate: 0.2 };
    return simulateHistory({ ...plain, random: seededRandom(1), ...changed });
}

describe('a replay', () => {
    it('of the prices that were is what happened, whatever is uncertain', () => {
        const { actual, simulated, chanceToGain } = replay({
            elasticity: elasticity(-2, 0.5, 0.4),
            priceOf: week => week.price,
        });
        for (const total of ['units', 'revenue', 'margin'] as const) {
            const { mean, low, high } = simulated[total];
            expect(mean).toBeCloseTo(actual[total], 9);
            expect([low, high]).toEqual([actual[total], actual[total]]);
        }
        expect(chanceToGain).toBe(0);
    });

    it('is what it is by hand when nothing is uncertain', () => {
        // Net 10; week 2 sells (12 / 10)^−2 of 130.
        const second = 130 / 1.44;
        const { actual, simulated } = replay({});
        expect(actual.margin).toBeCloseTo(100 * 6 + 130 * (10 / 1.2 - 4) + 90 * 5, 9);
        expect(simulated.units.mean).toBeCloseTo(190 + second, 9);
        expect(simulated.revenue.mean).toBeCloseTo(10 * (190 + second), 9);
        expect(simulated.margin.mean).toBeCloseTo(100 * 6 + second * 6 + 90 * 5, 9);
    });

    it('is the same for the same seed and another one for another', () => {
        const at = (seed: number) => {
            return replay({
                elasticity: elasticity(-2, 0.3, 0.2),
                priceOf: () => 11,
                random: seededRandom(seed),
            });
        };
        expect(at(5)).toEqual(at(5));
        expect(at(5)).not.toEqual(at(6));
    });

    it('expects what the moment generating function gives, noise or none', () => {
        const { simulated } = replay({
            elasticity: elasticity(-2, 0.3, 0.4),
            weeks: weeks.slice(1, 2),
            draws: 100_000,
        });
        const distance = Math.log(1.2);
        const expected = 130 * Math.exp(-2 * distance + (0.3 * distance) ** 2 / 2);
        expect(simulated.units.mean / expected).toBeCloseTo(1, 2);
    });

    it('is less sure the less is known of the elasticity', () => {
        const width = (deviation: number) => {
            const { low, high } = replay({ elasticity: elasticity(-2, deviation, 0), priceOf: () => 9 })
                .simulated.units;
            return high - low;
        };
        expect(width(0.6)).toBeGreaterThan(1.5 * width(0.3));
    });

    it('leaves weeks out on both sides whose price lies beyond the observed ones', () => {
        const priceOf = ({ week }: PastWeek) => (week === 1 ? 21 : 12);
        const { actual, weeksReplayed, weeksLeftOut } = replay({ priceOf });
        expect({ weeksReplayed, weeksLeftOut }).toEqual({ weeksReplayed: 2, weeksLeftOut: 1 });
        expect(actual.units).toBe(220);
        expect(replay({ priceOf, beyondObserved: 0.05 }).weeksLeftOut).toBe(0);
    });

    it('holds no number that is none, whatever a rule answers', () => {
        fc.assert(
            fc.property(
                fc.array(fc.oneof(fc.double(), fc.integer({ min: 5, max: 20 })), { minLength: 3 }),
                prices => {
                    const found = replay({
                        elasticity: elasticity(-2, 0.5, 0.4),
                        priceOf: ({ week }) => prices[week - 1]!,
                        draws: 20,
                    });
                    const { units, revenue, margin } = found.simulated;
                    const numbers = [found.actual.units, found.actual.revenue, found.actual.margin].concat(
                        [units, revenue, margin].flatMap(({ mean, low, high }) => [mean, low, high]),
                    );
                    expect(numbers.every(Number.isFinite)).toBe(true);
                },
            ),
        );
    });
});
