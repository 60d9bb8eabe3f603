import { bestSplit, Histogram, histogramOf, Totals } from './best-split';
import { binned, Binned, missingBin } from './bins';
import { softplus, sigmoid, logOdds } from './logistic';
import { Matrix, rowCount } from './matrix';
import { drawToFront, Random } from './random';
import { addNode, contributionsOf, leafValue, noTrees, sumOfLeaves, Trees } from './trees';

/**
 * Gradient-boosted trees on the logistic loss, by histograms (Friedman 2001; Chen, Guestrin 2016; Ke et al.: "LightGBM",
 * 2017). Our own: no npm package in plain JavaScript has histograms, missing values and a model to look into.
 */
export interface BoostedTrees {
    readonly names: readonly string[];
    /** Log-odds before the first tree. */
    readonly start: number;
    readonly trees: Trees;
}

export interface BoostingSettings {
    /** At most; early stopping ends it before. @default 300 */
    readonly rounds?: number;
    /** Splits between root and leaf. @default 4 */
    readonly depth?: number;
    /** Share of each tree's correction that is taken. @default 0.1 */
    readonly rate?: number;
    /** L2 penalty on leaves. @default 1 */
    readonly ridge?: number;
    /** Rows that a leaf holds at least. @default 20 */
    readonly leafRows?: number;
    /** Share of the features that each tree may ask for. @default 0.7 */
    readonly featureShare?: number;
    /** How much more a fraud counts than a good order. @default 1 */
    readonly positiveWeight?: number;
    /** Rounds without an improvement on what was held back before it stops. @default 20 */
    readonly patience?: number;
}

export interface Examples {
    readonly matrix: Matrix;
    readonly label: Uint8Array;
}

/** `heldBack` comes after `fit` in time: the number of trees that does best there is kept. Without it, all are. */
export function trainBoostedTrees(
    fit: Examples,
    heldBack: Examples | undefined,
    settings: BoostingSettings,
    random: Random,
): BoostedTrees {
    const given = { ...defaults, ...settings };
    const { names } = fit.matrix;
    const table = binned(fit.matrix);
    const trees = noTrees();
    const start = startOf(fit.label, given.positiveWeight);
    const odds = new Float64Array(table.rows).fill(start);
    const heldOdds = new Float64Array(heldBack?.label.length ?? 0).fill(start);
    const watch = new Watch(given.patience);
    const lossHeld = () => lossOf(heldBack?.label ?? new Uint8Array(0), heldOdds, given.positiveWeight);
    watch.sees(lossHeld(), 0);
    const features = Int32Array.from(names.keys());
    const drawn = Math.max(1, Math.round(given.featureShare * names.length));
    for (let round = 0; round < given.rounds; round++) {
        drawToFront(features, drawn, random);
        const root = new Growth(table, fit.label, odds, given, features.slice(0, drawn)).grow(trees);
        trees.roots.push(root);
        addTo(odds, trees, root, fit.matrix);
        if (heldBack) {
            addTo(heldOdds, trees, root, heldBack.matrix);
            if (watch.sees(lossHeld(), round + 1)) {
                break;
            }
        }
    }
    return { names, start, trees: heldBack ? firstTrees(trees, watch.bestRound) : trees };
}

export function boostedLogOdds({ start, trees }: BoostedTrees, row: Float64Array): number {
    return start + sumOfLeaves(trees, row);
}

/** What each feature adds to the log-odds, by paths (see `contributionsOf`): with `base` they add up to it. */
export function boostedContributions({ start, trees }: BoostedTrees, row: Float64Array) {
    const { base, byFeature } = contributionsOf(trees, row);
    return { base: base + start, byFeature };
}

const defaults = {
    rounds: 300,
    depth: 4,
    rate: 0.1,
    ridge: 1,
    leafRows: 20,
    featureShare: 0.7,
    positiveWeight: 1,
    patience: 20,
};

/** One tree, from the root down; a histogram is counted for the smaller child only, the other one is the rest. */
class Growth {
    private readonly gradient: Float64Array;
    private readonly curvature: Float64Array;

    constructor(
        private readonly table: Binned,
        label: Uint8Array,
        odds: Float64Array,
        private readonly settings: typeof defaults,
        private readonly features: Int32Array,
    ) {
        const weight = (row: number) => (label[row] ? settings.positiveWeight : 1);
        const p = odds.map(sigmoid);
        this.gradient = p.map((value, row) => weight(row) * (value - label[row]!));
        this.curvature = p.map((value, row) => weight(row) * value * (1 - value));
    }

    grow(trees: Trees): number {
        const rows = Int32Array.from({ length: this.table.rows }, (_, row) => row);
        return this.node(trees, rows, this.count(rows), 0);
    }

    private count(rows: Int32Array): Histogram {
        return histogramOf(this.table, rows, this.gradient, this.curvature);
    }

    private node(trees: Trees, rows: Int32Array, histogram: Histogram, depth: number): number {
        const totals = this.totals(rows);
        const { rate, ridge } = this.settings;
        const node = addNode(trees, (-rate * totals.gradient) / (totals.curvature + ridge));
        const split =
            depth < this.settings.depth
                ? bestSplit(this.table, histogram, this.features, totals, this.settings)
                : undefined;
        if (!split) {
            return node;
        }
        const { feature, bin, missingLeft } = split;
        const goesLeft = (row: number) => {
            const of = this.table.bins[feature * this.table.rows + row]!;
            return of === missingBin ? missingLeft : of <= bin;
        };
        const left = rows.filter(goesLeft);
        const right = rows.filter(row => !goesLeft(row));
        const smaller = this.count(left.length <= right.length ? left : right);
        const larger = histogram.map((sum, at) => sum - smaller[at]!);
        const [ofLeft, ofRight] = left.length <= right.length ? [smaller, larger] : [larger, smaller];
        trees.feature[node] = feature;
        trees.threshold[node] = this.table.edges[feature]![bin]!;
        trees.missingLeft[node] = missingLeft ? 1 : 0;
        trees.left[node] = this.node(trees, left, ofLeft, depth + 1);
        trees.right[node] = this.node(trees, right, ofRight, depth + 1);
        const mean =
            trees.value[trees.left[node]]! * left.length + trees.value[trees.right[node]]! * right.length;
        trees.value[node] = mean / rows.length;
        return node;
    }

    private totals(rows: Int32Array): Totals {
        let [gradient, curvature] = [0, 0];
        for (const row of rows) {
            gradient += this.gradient[row]!;
            curvature += this.curvature[row]!;
        }
        return { gradient, curvature, rows: rows.length };
    }
}

/** Remembers the best round, and says when there was no better one for too long. */
class Watch {
    bestRound = 0;
    private best = Infinity;

    constructor(private readonly patience: number) {}

    sees(loss: number, round: number): boolean {
        if (loss < this.best - 1e-9) {
            this.best = loss;
            this.bestRound = round;
        }
        return round - this.bestRound >= this.patience;
    }
}

function startOf(label: Uint8Array, positiveWeight: number): number {
    const positives = label.reduce((sum, value) => sum + value, 0);
    const weighted = positives * positiveWeight;
    return logOdds((weighted + 1) / (weighted + label.length - positives + 2));
}

function addTo(odds: Float64Array, trees: Trees, root: number, matrix: Matrix): void {
    for (let row = 0; row < rowCount(matrix); row++) {
        odds[row]! += leafValue(trees, root, matrix.rows, row * matrix.names.length);
    }
}

function lossOf(label: Uint8Array, odds: Float64Array, positiveWeight: number): number {
    let loss = 0;
    for (let row = 0; row < label.length; row++) {
        loss += label[row] ? positiveWeight * softplus(-odds[row]!) : softplus(odds[row]!);
    }
    return loss;
}

/** Trees are stored one after the other: those after the first `count` fall off the end. */
function firstTrees(trees: Trees, count: number): Trees {
    const end = trees.roots[count] ?? trees.value.length;
    const { feature, threshold, left, right, missingLeft, value } = trees;
    return {
        roots: trees.roots.slice(0, count),
        feature: feature.slice(0, end),
        threshold: threshold.slice(0, end),
        left: left.slice(0, end),
        right: right.slice(0, end),
        missingLeft: missingLeft.slice(0, end),
        value: value.slice(0, end),
    };
}
