import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solvePositive } from './cholesky';
import { fitLogistic, logisticContributions, logisticLogOdds, softplus, trainLogistic } from './logistic';

describe('logistic regression', () => {
    it('finds the log-odds of each group where there is no penalty', () => {
        // Without the feature 1 of 4 came true, with it 3 of 4.
        const values = Float64Array.of(0, 0, 0, 0, 1, 1, 1, 1);
        const label = Uint8Array.of(1, 0, 0, 0, 1, 1, 1, 0);
        const { intercept, weights } = fitLogistic({ width: 1, values }, label, { ridge: 1e-9 });
        expect(intercept).toBeCloseTo(Math.log(1 / 3), 6);
        expect(weights[0]).toBeCloseTo(Math.log(9), 6);
    });

    it('counts a fraud as often as its weight says', () => {
        const values = new Float64Array(0);
        const label = Uint8Array.of(1, 0, 0, 0);
        const { intercept } = fitLogistic({ width: 0, values }, label, { ridge: 1, positiveWeight: 3 });
        expect(intercept).toBeCloseTo(0, 9);
    });

    it('stays finite where a penalty is all that holds it', () => {
        const values = Float64Array.of(-1, 1);
        const { weights } = fitLogistic({ width: 1, values }, Uint8Array.of(0, 1), { ridge: 1 });
        // 2 (1 − p) = w at the optimum.
        expect(2 / (1 + Math.exp(weights[0]!))).toBeCloseTo(weights[0]!, 9);
    });

    it('gives what is not known a weight of its own', () => {
        const rows = Float64Array.of(1, 1, 2, 2, NaN, NaN, NaN, NaN);
        const label = Uint8Array.of(0, 1, 0, 1, 1, 1, 1, 0);
        const model = trainLogistic({ names: ['x'], rows }, label, { ridge: 1e-6 });
        expect(logisticLogOdds(model, Float64Array.of(NaN))).toBeCloseTo(Math.log(3), 4);
        expect(logisticLogOdds(model, Float64Array.of(1))).toBeCloseTo(0, 4);
    });

    it('ignores what is the same everywhere or never known', () => {
        const rows = Float64Array.of(7, NaN, 7, NaN, 7, NaN);
        const model = trainLogistic({ names: ['same', 'never'], rows }, Uint8Array.of(0, 1, 1), {});
        expect(model.weights).toEqual([0, 0]);
        expect(model.missing).toEqual([0, 0]);
        expect(logisticLogOdds(model, Float64Array.of(99, 5))).toBeCloseTo(Math.log(2), 6);
    });

    it('explains a prediction by what adds up to it', () => {
        const rows = Float64Array.of(1, 5, NaN, 2, 3, NaN, 4, 4, 0, 9);
        const model = trainLogistic({ names: ['x', 'y'], rows }, Uint8Array.of(0, 1, 0, 1, 1), {});
        const value = fc.oneof(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), fc.constant(NaN));
        fc.assert(
            fc.property(value, value, (x, y) => {
                const row = Float64Array.of(x, y);
                const contributions = logisticContributions(model, row);
                expect(contributions[0]! + contributions[1]! + model.intercept).toBeCloseTo(
                    logisticLogOdds(model, row),
                    9,
                );
            }),
        );
    });

    it('takes the logarithm of large sums without overflow', () => {
        expect(softplus(1000)).toBe(1000);
        expect(softplus(0)).toBeCloseTo(Math.LN2, 12);
    });
});

it('solves symmetric positive systems', () => {
    // Of A = LLᵀ plus a little, x is known beforehand.
    const entry = fc.double({ noNaN: true, min: -2, max: 2 });
    fc.assert(
        fc.property(
            fc.array(entry, { minLength: 9, maxLength: 9 }),
            fc.array(entry, { minLength: 3, maxLength: 3 }),
            (l, x) => {
                const a = Float64Array.from({ length: 9 }, (_, at) => {
                    const [i, j] = [Math.floor(at / 3), at % 3];
                    return [0, 1, 2].reduce(
                        (sum, k) => sum + l[i * 3 + k]! * l[j * 3 + k]!,
                        i === j ? 0.5 : 0,
                    );
                });
                const b = Float64Array.from([0, 1, 2], i =>
                    x.reduce((sum, value, j) => sum + a[i * 3 + j]! * value, 0),
                );
                solvePositive(a, b, 3).forEach((value, at) => expect(value).toBeCloseTo(x[at]!, 8));
            },
        ),
    );
});
