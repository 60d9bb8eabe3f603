import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, estimate } from './bootstrap';
import {
    brier,
    calibrationTable,
    expectedCalibrationError,
    Metric,
    once,
    prAuc,
    ranked,
    recallAt,
    rocAuc,
} from './metrics';
import { seededRandom } from './random';

const cases = {
    score: Float64Array.of(0.9, 0.8, 0.7, 0.6, 0.5),
    label: Uint8Array.of(1, 0, 1, 0, 0),
};

describe('metrics', () => {
    it.each<[string, Metric, number]>([
        ['average precision: half at 1, half at 2/3', prAuc, 0.5 + 0.5 * (2 / 3)],
        ['ROC AUC: 5 of 6 pairs in order', rocAuc, 5 / 6],
        ['recall before the first false positive', recallAt(0), 1 / 2],
        ['recall with a third of the good', recallAt(1 / 3), 1],
        ['Brier', brier, (0.01 + 0.64 + 0.09 + 0.36 + 0.25) / 5],
    ])('%s', (_, metric, value) => {
        expect(measured(metric, cases)).toBeCloseTo(value, 12);
    });

    it('does not tell cases of one score apart', () => {
        const tied = { score: Float64Array.of(0.5, 0.5, 0.5, 0.5), label: Uint8Array.of(1, 0, 0, 0) };
        expect(measured(prAuc, tied)).toBe(0.25);
        expect(measured(rocAuc, tied)).toBe(0.5);
        expect(measured(recallAt(0.5), tied)).toBe(0);
    });

    it('counts a case as often as it was drawn', () => {
        const outcome = fc.array(
            fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), fc.nat(3)),
            {
                minLength: 1,
                maxLength: 30,
            },
        );
        fc.assert(
            fc.property(outcome, drawn => {
                const repeated = drawn.flatMap(([score, fraud, times]) =>
                    Array.from({ length: times }, () => [score, fraud] as const),
                );
                const times = Float64Array.from(drawn, ([, , count]) => count);
                for (const metric of [prAuc, rocAuc, recallAt(0.1), brier, expectedCalibrationError]) {
                    const plain = measured(metric, casesOf(repeated));
                    const weighted = metric(ranked(casesOf(drawn.map(([s, f]) => [s, f] as const))), times);
                    expect(Number.isNaN(weighted)).toBe(Number.isNaN(plain));
                    expect(weighted || 0).toBeCloseTo(plain || 0, 9);
                }
            }),
        );
    });

    it('refuses cases without a score', () => {
        expect(() => ranked({ score: Float64Array.of(NaN), label: Uint8Array.of(1) })).toThrow(
            'needs a score',
        );
    });

    it('sets what was said beside what was', () => {
        const said = { score: Float64Array.of(0.3, 0.25, 0.9, 1), label: Uint8Array.of(0, 1, 1, 1) };
        const lines = calibrationTable(said);
        expect(lines).toEqual([
            { from: 0.2, to: 0.4, cases: 2, said: 0.275, was: 0.5 },
            { from: 0.8, to: 1, cases: 2, said: 0.95, was: 1 },
        ]);
        expect(measured(expectedCalibrationError, said)).toBeCloseTo((0.225 + 0.05) / 2, 12);
    });
});

describe('bootstrap', () => {
    it('covers the truth about 95 times in 100', () => {
        const random = seededRandom(11);
        let covered = 0;
        for (let trial = 0; trial < 200; trial++) {
            const label = Uint8Array.from({ length: 200 }, () => (random() < 0.3 ? 1 : 0));
            const drawn = { score: new Float64Array(200), label };
            // Brier of always saying 0 is the share of frauds: 0.3.
            const { share } = estimate(drawn, { share: brier }, { random, replicates: 200 });
            covered += share.from <= 0.3 && 0.3 <= share.to ? 1 : 0;
        }
        expect(covered / 200).toBeGreaterThan(0.9);
        expect(covered / 200).toBeLessThan(0.99);
    });

    it('is wider where cases come in groups', () => {
        const label = Uint8Array.from({ length: 400 }, (_, at) => (Math.floor(at / 40) % 2 ? 1 : 0));
        const drawn = { score: new Float64Array(400), label };
        const width = (group?: Int32Array) => {
            const resampling = { random: seededRandom(2), ...(group ? { group } : {}) };
            const { share } = estimate(drawn, { share: brier }, resampling);
            return share.to - share.from;
        };
        const groups = Int32Array.from({ length: 400 }, (_, at) => Math.floor(at / 40));
        expect(width(groups)).toBeGreaterThan(3 * width());
    });

    it('finds no difference between a model and itself', () => {
        const same = difference(prAuc, cases, cases, { random: seededRandom(1) });
        expect(same).toEqual({ value: 0, from: 0, to: 0 });
    });
});

function measured(metric: Metric, of: { score: Float64Array; label: Uint8Array }): number {
    const sorted = ranked(of);
    return metric(sorted, once(sorted));
}

function casesOf(pairs: ReadonlyArray<readonly [number, boolean]>) {
    return {
        score: Float64Array.from(pairs, ([score]) => score),
        label: Uint8Array.from(pairs, ([, fraud]) => (fraud ? 1 : 0)),
    };
}
