import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalDraw, seededRandom } from '../simulation/seeded-random';
import { Elasticity, EstimatedElasticity } from './elasticity';
import { estimateElasticities } from './estimate-elasticities';
import { gramOf } from './gram';
import { leastSquares } from './least-squares';
import { fitMixedModel } from './mixed-model';
import { SalesHistory, SalesWeek } from './sales-history';

interface Truth {
    readonly members: number;
    readonly weeks: number;
    readonly noise: number;
    /** How far slopes lie around −2. */
    readonly between: number;
}

/** A family whose slopes are known, with a deal that lifts sales. */
function drawFamily({ members, weeks, noise, between }: Truth, seed: number) {
    const random = seededRandom(seed);
    const normal = () => normalDraw(random);
    const slopes = Array.from({ length: members }, () => -2 + between * normal());
    const histories = slopes.map((slope, at): SalesHistory => {
        const [level, typical] = [4 + normal(), Math.exp(normal())];
        return {
            id: String(at),
            weeks: Array.from({ length: weeks }, (_, week): SalesWeek => {
                const [change, deal] = [0.15 * normal(), Number(random() < 0.3)];
                const logUnits = level + slope * change + 0.4 * deal + noise * normal();
                return {
                    week,
                    price: typical * Math.exp(change),
                    units: Math.exp(logUnits),
                    controls: [deal],
                };
            }),
        };
    });
    return { slopes, histories };
}

function estimated(found: Elasticity | undefined): EstimatedElasticity {
    if (found?.kind !== 'estimated') {
        throw new Error(`An estimate was expected, not ${JSON.stringify(found)}.`);
    }
    return found;
}

describe('a regression of one product', () => {
    it('is what it is by hand', () => {
        // Errors beside both columns: slope −1.5, level 2, residual variance 0.06 / 1, price variance 2.
        const logs = [2 + 1.5 + 0.1, 2 - 0.2, 2 - 1.5 + 0.1];
        const weeks = logs.map((log, at) => ({
            week: at,
            price: Math.exp(at - 1),
            units: Math.exp(log),
            controls: [],
        }));
        const { coefficients, slope, noise, freedom } = leastSquares(gramOf(weeks, []));
        expect(coefficients[0]).toBeCloseTo(2, 9);
        expect(slope.mean).toBeCloseTo(-1.5, 9);
        expect(noise ** 2).toBeCloseTo(0.06, 8);
        expect(slope.variance).toBeCloseTo(0.06 / 2, 8);
        expect(freedom).toBe(1);
    });
});

describe('shrinkage', () => {
    const loose = { maxWidth: Infinity };

    it('leaves a slope where its own weeks put it when they are many', () => {
        const { histories } = drawFamily({ members: 8, weeks: 2000, noise: 0.2, between: 0.6 }, 3);
        const shared = estimateElasticities(histories);
        for (const history of histories) {
            const alone = estimated(estimateElasticities([history]).get(history.id));
            const { basis, slope } = estimated(shared.get(history.id));
            expect(basis).toBe('shared');
            expect(Math.abs(slope.mean - alone.slope.mean)).toBeLessThan(0.01);
        }
    });

    it('draws slopes to their family when their own weeks say little', () => {
        const { histories } = drawFamily({ members: 60, weeks: 12, noise: 1, between: 0.2 }, 4);
        const family = fitMixedModel(histories.map(({ weeks }) => gramOf(weeks, [0]))).fixed[1]!;
        const shared = estimateElasticities(histories, loose);
        const distance = (of: (history: SalesHistory) => Elasticity | undefined) => {
            const gaps = histories.map(history => Math.abs(estimated(of(history)).slope.mean - family));
            return gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
        };
        const alone = distance(history => estimateElasticities([history], loose).get(history.id));
        expect(distance(history => shared.get(history.id))).toBeLessThan(0.25 * alone);
    });

    it('lies nearer to the truth than each by itself', () => {
        const { histories, slopes } = drawFamily({ members: 40, weeks: 20, noise: 0.5, between: 0.4 }, 5);
        const shared = estimateElasticities(histories, loose);
        const error = (of: (history: SalesHistory) => Elasticity | undefined) => {
            return histories.reduce(
                (sum, h, at) => sum + (estimated(of(h)).slope.mean - slopes[at]!) ** 2,
                0,
            );
        };
        const alone = error(history => estimateElasticities([history], loose).get(history.id));
        expect(error(history => shared.get(history.id))).toBeLessThan(0.6 * alone);
    });
});

describe('intervals of 95 %', () => {
    const coverage = (truth: Truth, families: number, alone: boolean) => {
        let [held, all] = [0, 0];
        for (let seed = 0; seed < families; seed++) {
            const { histories, slopes } = drawFamily(truth, 100 + seed);
            const shared = estimateElasticities(histories, {
                maxWidth: Infinity,
                minMembers: alone ? Infinity : 5,
            });
            histories.forEach(({ id }, at) => {
                const { low, high } = estimated(shared.get(id)).slope;
                held += Number(low <= slopes[at]! && slopes[at]! <= high);
                all++;
            });
        }
        return held / all;
    };

    it.each([
        ['a family of 30', { members: 30, weeks: 25, noise: 0.4, between: 0.5 }, 40, false],
        ['a family of 30 with few weeks', { members: 30, weeks: 12, noise: 0.6, between: 0.5 }, 40, false],
        ['a family of 8', { members: 8, weeks: 25, noise: 0.4, between: 0.5 }, 120, false],
        ['products alone', { members: 30, weeks: 12, noise: 0.4, between: 0.5 }, 40, true],
    ] as const)('hold the truth about as often in %s', (_, truth, families, alone) => {
        const share = coverage(truth, families, alone);
        expect(share).toBeGreaterThan(0.925);
        expect(share).toBeLessThan(0.975);
    });
});

describe('intervals of weeks that depend on each other', () => {
    /** Prices stay for weeks, as does what else moves sales; or both are the same for all members. */
    const dependent = (kind: 'own' | 'common', seed: number) => {
        const random = seededRandom(seed);
        const series = () => {
            let last = normalDraw(random);
            return Array.from({ length: 52 }, () => {
                last = kind === 'own' ? 0.6 * last + 0.8 * normalDraw(random) : normalDraw(random);
                return last;
            });
        };
        const [commonPrice, commonNoise] = [series(), series()];
        const slopes = Array.from({ length: 20 }, () => -2 + 0.3 * normalDraw(random));
        const histories = slopes.map((slope, at): SalesHistory => {
            const [price, noise] = [series(), series()];
            const mixed = (own: number, common: number) => (kind === 'own' ? own : 0.6 * own + 0.8 * common);
            return {
                id: String(at),
                weeks: price.map((own, week) => {
                    const change = 0.15 * mixed(own, commonPrice[week]!);
                    const units = Math.exp(
                        4 + slope * change + 0.4 * mixed(noise[week]!, commonNoise[week]!),
                    );
                    return { week, price: Math.exp(change), units, controls: [] };
                }),
            };
        });
        return { slopes, histories };
    };

    it.each(['own', 'common'] as const)('hold the truth nearly as often when it is %s', kind => {
        let [held, all] = [0, 0];
        for (let seed = 0; seed < 60; seed++) {
            const { slopes, histories } = dependent(kind, 300 + seed);
            const found = estimateElasticities(histories, { maxWidth: Infinity });
            histories.forEach(({ id }, at) => {
                const { low, high } = estimated(found.get(id)).slope;
                held += Number(low <= slopes[at]! && slopes[at]! <= high);
                all++;
            });
        }
        expect(held / all).toBeGreaterThan(0.91);
        expect(held / all).toBeLessThan(0.98);
    });
});

describe('insufficient data', () => {
    const { histories } = drawFamily({ members: 12, weeks: 30, noise: 0.2, between: 0.3 }, 6);
    const changed = (change: (week: SalesWeek) => SalesWeek): SalesHistory => ({
        id: 'odd',
        weeks: histories[0]!.weeks.map(change),
    });
    const odd: Record<string, SalesHistory> = {
        'too-few-weeks': { id: 'odd', weeks: histories[0]!.weeks.slice(0, 11) },
        'weeks-without-sales': changed(week => ({ ...week, units: week.week % 2 ? 0 : week.units })),
        'too-little-price-variation': changed(week => ({ ...week, price: week.week % 2 ? 5 : 5.1 })),
        'price-moves-with-controls': changed(week => ({ ...week, price: week.controls[0] ? 4 : 5 })),
    };

    it.each(Object.entries(odd))('is said with the reason %s', (reason, history) => {
        const found = estimateElasticities([history, ...histories], { borrow: false }).get('odd');
        expect(found).toMatchObject({ kind: 'insufficient-data', reason });
    });

    it.each(Object.entries(odd))('is said of a product without a family: %s', (reason, history) => {
        expect(estimateElasticities([history]).get('odd')).toMatchObject({
            kind: 'insufficient-data',
            reason,
        });
    });

    it('is said when the interval is too wide to set a price by', () => {
        const found = estimateElasticities(histories, { maxWidth: 0.01 });
        for (const elasticity of found.values()) {
            expect(elasticity).toMatchObject({ kind: 'insufficient-data', reason: 'interval-too-wide' });
        }
    });

    it('may be made up for by the family, which says so and is less sure than of a member', () => {
        const found = estimateElasticities([odd['too-little-price-variation']!, ...histories]);
        const borrowed = estimated(found.get('odd'));
        expect(borrowed).toMatchObject({ basis: 'family', because: 'too-little-price-variation' });
        for (const { id } of histories) {
            expect(estimated(found.get(id)).slope.deviation).toBeLessThan(borrowed.slope.deviation);
        }
    });

    it('leaves the estimates of all others alone', () => {
        const found = estimateElasticities([odd['too-few-weeks']!, ...histories]);
        const without = estimateElasticities(histories);
        for (const { id } of histories) {
            expect(found.get(id)).toEqual(without.get(id));
        }
    });
});

describe('whatever the data', () => {
    const wild = fc.oneof(fc.double(), fc.constantFrom(0, -1, NaN, Infinity, 1e-300, 1e300));
    const price = fc.oneof(
        { weight: 9, arbitrary: fc.integer({ min: 1, max: 20 }) },
        { weight: 1, arbitrary: wild },
    );
    const units = fc.oneof(
        { weight: 9, arbitrary: fc.integer({ min: 1, max: 9 }) },
        { weight: 1, arbitrary: wild },
    );
    const control = fc.oneof(
        { weight: 19, arbitrary: fc.integer({ min: 0, max: 1 }) },
        { weight: 1, arbitrary: wild },
    );
    const week = fc.record({
        week: fc.integer({ min: 0, max: 40 }),
        price,
        units,
        controls: fc.tuple(control, control),
    });
    const family = fc.array(fc.array(week, { maxLength: 30 }), { maxLength: 9 });
    const easy = { minWeeks: 1, minShareOfWeeksSold: 0, maxWidth: Infinity, minMembers: 2 };

    it('an estimate is a number with an interval around it', () => {
        fc.assert(
            fc.property(family, members => {
                const histories = members.map((weeks, at) => ({ id: String(at), weeks }));
                for (const found of estimateElasticities(histories, easy).values()) {
                    if (found.kind === 'estimated') {
                        const { low, mean, high, deviation } = found.slope;
                        expect([low, mean, high, deviation].every(Number.isFinite)).toBe(true);
                        expect(low).toBeLessThanOrEqual(mean);
                        expect(mean).toBeLessThanOrEqual(high);
                    }
                }
            }),
            { numRuns: 150 },
        );
    });

    it('sales that never move have a slope of 0', () => {
        const histories = drawFamily({ members: 6, weeks: 15, noise: 0.1, between: 0 }, 7).histories.map(
            history => ({
                ...history,
                weeks: history.weeks.map(each => ({ ...each, units: 1 })),
            }),
        );
        for (const found of estimateElasticities(histories).values()) {
            expect(estimated(found).slope.mean).toBeCloseTo(0, 6);
        }
    });

    it('neither the currency nor the size of a pack changes a slope', () => {
        const { histories } = drawFamily({ members: 6, weeks: 20, noise: 0.3, between: 0.4 }, 8);
        const plain = estimateElasticities(histories);
        const factor = fc.double({ min: 0.01, max: 200, noNaN: true });
        fc.assert(
            fc.property(factor, factor, (currency, pack) => {
                const scaled = histories.map(({ id, weeks }) => ({
                    id,
                    weeks: weeks.map(each => ({
                        ...each,
                        price: each.price * currency,
                        units: each.units * pack,
                    })),
                }));
                const found = estimateElasticities(scaled);
                for (const { id } of histories) {
                    expect(estimated(found.get(id)).slope.mean).toBeCloseTo(
                        estimated(plain.get(id)).slope.mean,
                        4,
                    );
                }
            }),
            { numRuns: 20 },
        );
    });
});
