import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { featureNames } from '../features';
import { driftOf, spreadsOf } from './drift';
import { accountAgeBand, falsePositiveRates, wilson } from './fairness';
import { type Matrix, matrixOf } from './matrix';
import { aboveGood, writeCard } from './model-card';
import { seededRandom } from './random';
import { trainModel } from './train-model';
import { cutInTime } from './training-set';

const column = (...rows: number[]): Matrix => ({ names: ['x'], rows: Float64Array.from(rows) });

describe('drift', () => {
    it('is nothing between data and itself', () => {
        const value = fc.oneof(fc.double({ noNaN: true }), fc.constant(NaN));
        fc.assert(
            fc.property(fc.array(value, { minLength: 1, maxLength: 50 }), rows => {
                const data = column(...rows);
                expect(driftOf(spreadsOf(data), data)[0]!.psi).toBe(0);
            }),
        );
    });

    it('is Σ (now − then) · ln(now / then), by hand for two lines', () => {
        const [then, now] = [column(0, 0, 0, 0, 1), column(0, 1, 1, 1, 1)];
        // Edge at 0 (and at 1, above which nothing is): 0.8 and 0.2 became 0.2 and 0.8.
        expect(driftOf(spreadsOf(then), now)[0]!.psi).toBeCloseTo(2 * 0.6 * Math.log(4), 12);
    });

    it('sees a feature that went away', () => {
        const [then, now] = [column(1, 2, 3, 4), column(1, 2, NaN, NaN)];
        expect(driftOf(spreadsOf(then), now)[0]!.psi).toBeGreaterThan(0.25);
    });
});

describe('fairness', () => {
    it('compares the good orders of each group that would be stopped', () => {
        const group = (name: string, good: number, stopped: number) =>
            Array.from({ length: good }, (_, at) => ({ group: name, stopped: at < stopped, fraud: false }));
        const frauds = [{ group: 'DE', stopped: true, fraud: true }];
        const rates = falsePositiveRates([...group('DE', 500, 5), ...group('FR', 500, 50), ...frauds]);
        expect(rates.map(({ group: name, rate, differs }) => [name, rate, differs])).toEqual([
            ['DE', 0.01, true],
            ['FR', 0.1, true],
        ]);
        const alike = falsePositiveRates([...group('DE', 500, 5), ...group('FR', 500, 6)]);
        expect(alike.map(({ differs }) => differs)).toEqual([false, false]);
    });

    it('knows the interval of a rate', () => {
        // Newcombe (1998), table I: 81 of 263 and 1 of 29, by the score method.
        expect(wilson(81, 263).from).toBeCloseTo(0.2553, 4);
        expect(wilson(81, 263).to).toBeCloseTo(0.3662, 4);
        expect(wilson(1, 29).to).toBeCloseTo(0.1718, 4);
        expect(wilson(0, 0)).toEqual({ from: 0, to: 1 });
    });

    it.each([
        [undefined, 'guest'],
        [0, 'under 7 days'],
        [7, '7 to 90 days'],
        [90, '90 days and more'],
    ])('an account of %s days is "%s"', (days, band) => expect(accountAgeBand(days)).toBe(band));
});

describe('the card', () => {
    it('says what was learned from, and how it does beside rules and chance', () => {
        const random = seededRandom(4);
        const names = [featureNames[0], featureNames[1]] as const;
        const label = Uint8Array.from({ length: 3000 }, () => (random() < 0.08 ? 1 : 0));
        const all = {
            matrix: matrixOf(
                names,
                Array.from(label, fraud => ({
                    [names[0]]: fraud + random(),
                    [names[1]]: random(),
                })),
            ),
            label,
            at: Float64Array.from(label, (_, row) => Date.UTC(2026, 0, 1) + row * 3_600_000),
            ruleOdds: Float64Array.from(label, fraud => -3 + fraud * random()),
        };
        const [trained, measured] = cutInTime(all, 0.7);
        const model = trainModel(trained!, { forest: { trees: 10 } }, random);
        const groups = Array.from(measured!.label, (_, row) => (row % 2 ? 'DE' : 'FR'));
        const card = writeCard(model, {
            trained: trained!,
            measured: measured!,
            labelDelayDays: 45,
            country: groups,
            accountAge: groups,
            resampling: { random, replicates: 50 },
        });
        expect([card.from, card.attempts, card.measured.attempts]).toEqual([
            '2026-01-01T00:00:00.000Z',
            2100,
            900,
        ]);
        expect(card.model.prAuc.from).toBeGreaterThan(card.chance.prAuc);
        expect(card.calibration.reduce((sum, { cases }) => sum + cases, 0)).toBe(900);
        expect(card.drift.map(({ name }) => name).sort()).toEqual([...names].sort());
        expect(card.fairness.byCountry.map(({ group }) => group)).toEqual(['DE', 'FR']);
    });

    it('stops no more good orders than it was told', () => {
        fc.assert(
            fc.property(
                fc.array(fc.nat(9), { minLength: 1 }),
                fc.double({ min: 0, max: 1, noNaN: true }),
                (of, share) => {
                    const score = Float64Array.from(of);
                    const stopped = aboveGood(score, new Uint8Array(of.length), share);
                    expect(of.filter(stopped).length).toBeLessThanOrEqual(share * of.length);
                },
            ),
        );
    });
});
