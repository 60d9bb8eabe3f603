import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { boostedLogOdds, trainBoostedTrees } from '../boosted-trees';
import { anomalyScore, trainIsolationForest } from '../isolation-forest';
import { trainLogistic } from '../logistic';
import { Matrix, rowAt, sliceRows } from '../matrix';
import { brier, Metric, once, prAuc, ranked, rocAuc } from '../metrics';
import { seededRandom } from '../random';
import { labelled, unlabelled } from './drawn-data';

interface Reference {
    readonly seed: number;
    readonly rows: number;
    readonly firstRow: number[];
    readonly frauds: number;
    readonly logistic: {
        ridge: number;
        positiveWeight: number;
        intercept: number;
        weights: number[];
        missing: number;
    };
    readonly trees: { auc: number; prAuc: number };
    readonly metrics: { score: number[]; auc: number; prAuc: number; brier: number };
    readonly forest: { mean: number; min: number; max: number };
}

const reference = JSON.parse(readFileSync(path.join(__dirname, 'reference.json'), 'utf8')) as Reference;
const { matrix, label } = labelled(reference.seed, reference.rows);
const half = reference.rows / 2;

describe('beside the same fit by scikit-learn', () => {
    it('draws the same data', () => {
        expect(Array.from(rowAt(matrix, 0))).toEqual(reference.firstRow);
        expect(label.reduce((sum, value) => sum + value, 0)).toBe(reference.frauds);
    });

    it('the logistic regression has the same weights to five digits', () => {
        const model = trainLogistic(matrix, label, reference.logistic);
        const { intercept, weights, missing } = reference.logistic;
        const actual = [model.intercept, ...model.weights, model.missing[2]!];
        [intercept, ...weights, missing].forEach((value, at) => expect(actual[at]).toBeCloseTo(value, 5));
    });

    it('the boosted trees rank rows they never saw as well, within 0.01', () => {
        const fit = { matrix: sliceRows(matrix, 0, half), label: label.subarray(0, half) };
        const rest = sliceRows(matrix, half, reference.rows);
        const model = trainBoostedTrees(fit, undefined, { rounds: 60, featureShare: 1 }, seededRandom(1));
        const score = scores(rest, row => boostedLogOdds(model, row));
        const of = (metric: Metric) => measured(metric, score, label.subarray(half));
        expect(Math.abs(of(rocAuc) - reference.trees.auc)).toBeLessThan(0.01);
        expect(of(prAuc)).toBeGreaterThan(reference.trees.prAuc - 0.02);
    });

    it('the isolation forest finds the odd ones as well, within 0.01', () => {
        const { matrix: rows, label: odd } = unlabelled(reference.seed);
        const aucs = [1, 2, 3, 4, 5].map(seed => {
            const forest = trainIsolationForest(rows, {}, seededRandom(seed));
            return measured(
                rocAuc,
                scores(rows, row => anomalyScore(forest, row)),
                odd,
            );
        });
        const mean = aucs.reduce((sum, auc) => sum + auc, 0) / aucs.length;
        expect(Math.abs(mean - reference.forest.mean)).toBeLessThan(0.01);
    });

    it('measures the same, ties among the scores', () => {
        const score = Float64Array.from(reference.metrics.score);
        const outcome = label.subarray(half, half + score.length);
        expect(measured(rocAuc, score, outcome)).toBeCloseTo(reference.metrics.auc, 12);
        expect(measured(prAuc, score, outcome)).toBeCloseTo(reference.metrics.prAuc, 12);
        expect(measured(brier, score, outcome)).toBeCloseTo(reference.metrics.brier, 12);
    });
});

function scores(rows: Matrix, of: (row: Float64Array) => number): Float64Array {
    return Float64Array.from({ length: rows.rows.length / rows.names.length }, (_, at) =>
        of(rowAt(rows, at)),
    );
}

function measured(metric: Metric, score: Float64Array, outcome: Uint8Array): number {
    const cases = ranked({ score, label: outcome });
    return metric(cases, once(cases));
}
