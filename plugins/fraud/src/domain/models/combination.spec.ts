import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assumedCombination, combine, fitCombination, type Parts } from './combination';
import { logOdds, sigmoid } from './logistic';
import { seededRandom } from './random';

/** Rules and supervised model are right in part; the anomaly speaks for fraud when it should speak against. */
const random = seededRandom(3);
const label = Uint8Array.from({ length: 4000 }, () => (random() < 0.1 ? 1 : 0));
const cases = Array.from(label, (fraud): Parts => ({
    rules: -5 + (fraud && random() < 0.4 ? 4 : 0) + random(),
    anomaly: (fraud ? -1 : 0) + 2 * random(),
    supervised: (fraud ? 1 : -2) + 3 * random(),
}));
const combination = fitCombination(cases, label);
const part = fc.double({ min: -8, max: 8, noNaN: true });

describe('the combination', () => {
    it('has a calibrated answer for each set of parts', () => {
        expect(Object.keys(combination.byParts).sort()).toEqual([
            'anomaly',
            'anomaly+supervised',
            'rules',
            'rules+anomaly',
            'rules+anomaly+supervised',
            'rules+supervised',
            'supervised',
        ]);
        for (const name of ['rules', 'supervised'] as const) {
            const sum = cases.reduce(
                (all, of) => all + sigmoid(combine(combination, { [name]: of[name] }).logOdds),
                0,
            );
            expect(sum / cases.length).toBeCloseTo(label.reduce((all, value) => all + value, 0) / 4000, 4);
        }
    });

    it('never takes a part the wrong way round', () => {
        fc.assert(
            fc.property(part, part, part, fc.double({ min: 0, max: 5, noNaN: true }), (r, a, s, more) => {
                const parts = { rules: r, anomaly: a, supervised: s };
                const before = combine(combination, parts).logOdds;
                for (const name of ['rules', 'anomaly', 'supervised'] as const) {
                    const raised = combine(combination, { ...parts, [name]: parts[name] + more }).logOdds;
                    expect(raised).toBeGreaterThanOrEqual(before - 1e-12);
                }
            }),
        );
        expect(combination.byParts['rules+anomaly+supervised']!.weights.anomaly).toBeUndefined();
    });

    it('never falls below what the rules say alone, where they fire', () => {
        fc.assert(
            fc.property(part, part, part, (rules, anomaly, supervised) => {
                const { logOdds: all } = combine(combination, { rules, anomaly, supervised });
                const { logOdds: alone } = combine(combination, { rules });
                if (rules > combination.usualRules) {
                    expect(all).toBeGreaterThanOrEqual(alone);
                }
            }),
        );
    });

    it('lets no rule that is silent speak against the others', () => {
        const quiet = { rules: combination.usualRules, supervised: -8 };
        expect(combine(combination, quiet).logOdds).toBeLessThan(
            combine(combination, { rules: quiet.rules }).logOdds,
        );
    });

    it('adds up, with any part missing', () => {
        const maybe = fc.option(part, { nil: undefined });
        fc.assert(
            fc.property(maybe, maybe, part, (rules, anomaly, supervised) => {
                const {
                    logOdds: sum,
                    intercept,
                    contributions,
                } = combine(combination, {
                    rules,
                    anomaly,
                    supervised,
                });
                const added = Object.values(contributions).reduce((all, value) => all + value, intercept);
                expect(added).toBeCloseTo(sum, 9);
            }),
        );
    });

    it('leaves out a part that it was never fitted for', () => {
        const fitted = fitCombination(
            cases.map(({ anomaly, supervised }) => ({ anomaly, supervised })),
            label,
        );
        expect(combine(fitted, cases[0]!)).toEqual(combine(fitted, { ...cases[0]!, rules: undefined }));
        expect(() => combine(fitted, { rules: 1 })).toThrow('Nothing to combine: of rules');
    });

    it('without labels takes the rules as they stand, and says that nothing is calibrated', () => {
        const assumed = assumedCombination(0.01);
        expect(assumed.calibrated).toBe(false);
        expect(combine(assumed, { rules: -3 }).logOdds).toBe(-3);
        expect(combine(assumed, { rules: -3, anomaly: 4 }).logOdds).toBe(-1);
        expect(combine(assumed, { anomaly: 0 }).logOdds).toBe(logOdds(0.01));
    });
});
