import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boostedContributions, boostedLogOdds, trainBoostedTrees } from './boosted-trees';
import {
    anomalyContributions,
    anomalyScore,
    averagePathLength,
    trainIsolationForest,
} from './isolation-forest';
import { Matrix, rowAt } from './matrix';
import { seededRandom } from './random';
import { contributionsOf, sumOfLeaves, Trees } from './trees';

/** Left below 5 of the first feature or without it; then left below 1 of the second. */
const byHand: Trees = {
    roots: [0],
    feature: [0, -1, 1, -1, -1],
    threshold: [5, 0, 1, 0, 0],
    left: [1, -1, 3, -1, -1],
    right: [2, -1, 4, -1, -1],
    missingLeft: [1, 0, 0, 0, 0],
    value: [10, 4, 16, 12, 20],
};

describe('trees', () => {
    it.each([
        [[5, 0], 4],
        [[NaN, 0], 4],
        [[6, 1], 12],
        [[6, 2], 20],
        [[6, NaN], 20],
    ])('a row %j comes to the leaf %d', (row, value) => {
        expect(sumOfLeaves(byHand, Float64Array.from(row))).toBe(value);
    });

    it('a step belongs to the feature that was asked for', () => {
        const { base, byFeature } = contributionsOf(byHand, Float64Array.of(6, 2));
        expect(base).toBe(10);
        expect(Array.from(byFeature)).toEqual([6, 4]);
    });
});

describe('boosted trees', () => {
    it('give a group its log-odds where nothing holds them back', () => {
        // 1 of 4 with the feature at 0, 3 of 4 with it at 1, a hundred times.
        const rows = Float64Array.from({ length: 800 }, (_, at) => (at % 8 < 4 ? 0 : 1));
        const label = Uint8Array.from({ length: 800 }, (_, at) => ([0, 5, 6, 7].includes(at % 8) ? 1 : 0));
        const model = trainBoostedTrees(
            { matrix: { names: ['x'], rows }, label },
            undefined,
            { ridge: 0 },
            seededRandom(1),
        );
        expect(boostedLogOdds(model, Float64Array.of(0))).toBeCloseTo(Math.log(1 / 3), 5);
        expect(boostedLogOdds(model, Float64Array.of(1))).toBeCloseTo(Math.log(3), 5);
    });

    it('send rows without the feature to the side they are like', () => {
        const rows = Float64Array.from({ length: 300 }, (_, at) => [0, 1, NaN][at % 3]!);
        const label = Uint8Array.from({ length: 300 }, (_, at) => (at % 3 === 0 ? 0 : 1));
        const model = trainBoostedTrees(
            { matrix: { names: ['x'], rows }, label },
            undefined,
            {},
            seededRandom(1),
        );
        const [none, one, missing] = [0, 1, NaN].map(x => boostedLogOdds(model, Float64Array.of(x)));
        expect(missing).toBe(one);
        expect(missing! - none!).toBeGreaterThan(3);
    });

    it('keep no tree where what was held back contradicts all of them', () => {
        const rows = Float64Array.from({ length: 200 }, (_, at) => at % 2);
        const label = Uint8Array.from({ length: 200 }, (_, at) => at % 2);
        const matrix = { names: ['x'], rows };
        const opposite = { matrix, label: label.map(value => 1 - value) };
        const model = trainBoostedTrees({ matrix, label }, opposite, { patience: 3 }, seededRandom(1));
        expect(model.trees.roots).toEqual([]);
        expect(boostedLogOdds(model, Float64Array.of(1))).toBe(model.start);
    });

    it('explain a prediction by what adds up to it', () => {
        const { matrix, label } = noise(7, 400, 4);
        const model = trainBoostedTrees({ matrix, label }, undefined, { rounds: 20 }, seededRandom(3));
        fc.assert(
            fc.property(rowsOf(4), row => {
                const { base, byFeature } = boostedContributions(model, row);
                const sum = byFeature.reduce((all, value) => all + value, base);
                expect(sum).toBeCloseTo(boostedLogOdds(model, row), 9);
            }),
        );
    });

    it('are the same for the same seed, and from JSON', () => {
        const { matrix, label } = noise(8, 300, 3);
        const [one, other] = [5, 5].map(seed =>
            trainBoostedTrees({ matrix, label }, undefined, { rounds: 5 }, seededRandom(seed)),
        );
        expect(other).toEqual(one);
        expect(JSON.parse(JSON.stringify(one))).toEqual(one);
    });
});

describe('isolation forest', () => {
    it.each([
        [1, 0],
        [2, 1],
        // c(n) = 2 H(n − 1) − 2 (n − 1) / n, with H by ln and Euler's constant as in the paper.
        [256, 2 * (Math.log(255) + 0.5772156649015329) - (2 * 255) / 256],
    ])('the average path through %d rows is known', (rows, length) => {
        expect(averagePathLength(rows)).toBeCloseTo(length, 12);
    });

    it('of two rows gives both the usual score of 1/2', () => {
        const forest = trainIsolationForest(
            { names: ['x'], rows: Float64Array.of(0, 1) },
            { trees: 3 },
            seededRandom(1),
        );
        expect(anomalyScore(forest, Float64Array.of(0))).toBe(0.5);
    });

    it('finds the one that stands alone, and says which feature it stands alone in', () => {
        const { matrix } = noise(9, 500, 3);
        matrix.rows[1] = 50;
        const forest = trainIsolationForest(matrix, {}, seededRandom(2));
        const all = Array.from({ length: 500 }, (_, at) => anomalyScore(forest, rowAt(matrix, at)));
        expect(all.indexOf(Math.max(...all))).toBe(0);
        const saved = anomalyContributions(forest, rowAt(matrix, 0));
        expect(saved.indexOf(Math.max(...saved))).toBe(1);
    });

    it('scores any row between 0 and 1, the same from JSON', () => {
        const { matrix } = noise(10, 200, 4);
        const forest = trainIsolationForest(matrix, { trees: 20, sampleSize: 64 }, seededRandom(4));
        const stored = JSON.parse(JSON.stringify(forest)) as typeof forest;
        fc.assert(
            fc.property(rowsOf(4), row => {
                const score = anomalyScore(forest, row);
                expect(score).toBeGreaterThan(0);
                expect(score).toBeLessThan(1);
                expect(anomalyScore(stored, row)).toBe(score);
            }),
        );
    });

    it('makes nothing of rows that are all the same', () => {
        const same = { names: ['x', 'y'], rows: new Float64Array(40) };
        const forest = trainIsolationForest(same, { trees: 5 }, seededRandom(1));
        expect(anomalyScore(forest, Float64Array.of(0, 0))).toBeCloseTo(0.5, 12);
        expect(forest.deviation).toBe(1);
    });

    it('needs something to learn from', () => {
        expect(() =>
            trainIsolationForest({ names: ['x'], rows: new Float64Array(0) }, {}, seededRandom(1)),
        ).toThrow('needs rows');
    });
});

/** A tenth is not known; the outcome follows the first feature, with noise. */
function noise(seed: number, count: number, width: number): { matrix: Matrix; label: Uint8Array } {
    const random = seededRandom(seed);
    const rows = Float64Array.from({ length: count * width }, () => (random() < 0.1 ? NaN : random()));
    const label = Uint8Array.from({ length: count }, (_, at) =>
        random() < (rows[at * width] || 0.5) ? 1 : 0,
    );
    return { matrix: { names: Array.from({ length: width }, (_, at) => `f${at}`), rows }, label };
}

function rowsOf(width: number): fc.Arbitrary<Float64Array> {
    const value = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(NaN));
    return fc.array(value, { minLength: width, maxLength: width }).map(values => Float64Array.from(values));
}
