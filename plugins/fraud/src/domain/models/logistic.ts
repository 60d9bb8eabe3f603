import { solvePositive } from './cholesky';
import { Matrix, rowCount } from './matrix';

/** Columns to fit on: row-major, no NaN, without an intercept. */
export interface Design {
    readonly width: number;
    readonly values: Float64Array;
}

export interface Fitted {
    readonly intercept: number;
    readonly weights: number[];
}

/**
 * Minimises Σ weightᵢ · logloss + ½ · `ridge` · ‖w‖² by Newton's method; the intercept is not penalised (scikit-learn's
 * LogisticRegression with C = 1 / ridge). It converges in a dozen steps; steps that would worsen it are halved.
 */
export function fitLogistic(
    { width, values }: Design,
    label: Uint8Array,
    { ridge, positiveWeight = 1 }: { readonly ridge: number; readonly positiveWeight?: number },
): Fitted {
    const size = width + 1;
    let weights = new Float64Array(size);
    const lossAt = (at: Float64Array) => {
        let loss = 0;
        for (let row = 0; row < label.length; row++) {
            const odds = linear(at, values, row * width, width);
            loss += label[row] ? positiveWeight * softplus(-odds) : softplus(odds);
        }
        for (let i = 0; i < width; i++) {
            loss += 0.5 * ridge * at[i]! ** 2;
        }
        return loss;
    };
    let loss = lossAt(weights);
    for (let step = 0; step < 100; step++) {
        const { gradient, hessian } = slopes(weights, { width, values }, label, ridge, positiveWeight);
        const change = solvePositive(hessian, gradient, size);
        let scale = 1;
        let next = weights.map((weight, i) => weight - change[i]!);
        let nextLoss = lossAt(next);
        while (nextLoss > loss && scale > 1e-6) {
            scale /= 2;
            next = weights.map((weight, i) => weight - scale * change[i]!);
            nextLoss = lossAt(next);
        }
        const done = change.every(value => Math.abs(value * scale) < 1e-9) || nextLoss >= loss;
        if (nextLoss <= loss) {
            [weights, loss] = [next, nextLoss];
        }
        if (done) {
            break;
        }
    }
    return { intercept: weights[width]!, weights: Array.from(weights.subarray(0, width)) };
}

export function sigmoid(odds: number): number {
    return 1 / (1 + Math.exp(-odds));
}

export function logOdds(probability: number): number {
    return Math.log(probability / (1 - probability));
}

/** ln(1 + eˣ) without overflow. */
export function softplus(x: number): number {
    return x > 30 ? x : Math.log1p(Math.exp(x));
}

function linear(weights: Float64Array, values: Float64Array, offset: number, width: number): number {
    let sum = weights[width]!;
    for (let i = 0; i < width; i++) {
        sum += weights[i]! * values[offset + i]!;
    }
    return sum;
}

function slopes(
    weights: Float64Array,
    { width, values }: Design,
    label: Uint8Array,
    ridge: number,
    positiveWeight: number,
) {
    const size = width + 1;
    const gradient = new Float64Array(size);
    const hessian = new Float64Array(size * size);
    const x = new Float64Array(size).fill(1);
    for (let row = 0; row < label.length; row++) {
        const offset = row * width;
        x.set(values.subarray(offset, offset + width));
        const importance = label[row] ? positiveWeight : 1;
        const p = sigmoid(linear(weights, values, offset, width));
        const error = importance * (p - label[row]!);
        const curvature = importance * p * (1 - p);
        for (let i = 0; i < size; i++) {
            gradient[i]! += error * x[i]!;
            const weighted = curvature * x[i]!;
            for (let j = 0; weighted !== 0 && j <= i; j++) {
                hessian[i * size + j]! += weighted * x[j]!;
            }
        }
    }
    for (let i = 0; i < width; i++) {
        gradient[i]! += ridge * weights[i]!;
        hessian[i * size + i]! += ridge;
    }
    return { gradient, hessian };
}

/**
 * A logistic regression on features as they come: each is taken as sign(x) · ln(1 + |x|), since counts and days have
 * long tails, and standardised; where it is not known it counts as average, and a column of its own says so.
 */
export interface LogisticModel {
    readonly names: readonly string[];
    readonly intercept: number;
    /** Of the transformed features over the rows that know them. */
    readonly mean: number[];
    readonly deviation: number[];
    readonly weights: number[];
    /** Added in place of the feature where it is not known. */
    readonly missing: number[];
}

export interface LogisticSettings {
    /** L2 penalty, in rows: at 1, a single row can outweigh it. @default 1 */
    readonly ridge?: number;
    /** How much more a fraud counts than a good order. @default 1 */
    readonly positiveWeight?: number;
}

export function trainLogistic(
    matrix: Matrix,
    label: Uint8Array,
    { ridge = 1, positiveWeight = 1 }: LogisticSettings,
): LogisticModel {
    const { names, rows } = matrix;
    const moments = names.map((_, feature) => momentsOf(matrix, feature));
    const columns = [
        ...moments.flatMap(({ deviation }, feature) => (deviation > 0 ? [{ feature, known: true }] : [])),
        ...moments.flatMap(({ some }, feature) => (some ? [{ feature, known: false }] : [])),
    ];
    const values = new Float64Array(label.length * columns.length);
    for (let row = 0; row < label.length; row++) {
        columns.forEach(({ feature, known }, column) => {
            const raw = rows[row * names.length + feature]!;
            const absent = Number.isNaN(raw);
            const { mean, deviation } = moments[feature]!;
            const value = absent ? 0 : (dampened(raw) - mean) / deviation;
            values[row * columns.length + column] = known ? value : absent ? 1 : 0;
        });
    }
    const fit = fitLogistic({ width: columns.length, values }, label, { ridge, positiveWeight });
    const [weights, missing] = [names.map(() => 0), names.map(() => 0)];
    columns.forEach(({ feature, known }, column) => {
        (known ? weights : missing)[feature] = fit.weights[column]!;
    });
    return {
        names,
        intercept: fit.intercept,
        mean: moments.map(({ mean }) => mean),
        deviation: moments.map(({ deviation }) => deviation || 1),
        weights,
        missing,
    };
}

/** What each feature adds to the log-odds; with the intercept they add up to the prediction exactly. */
export function logisticContributions(model: LogisticModel, row: Float64Array): Float64Array {
    return row.map((raw, i) =>
        Number.isNaN(raw)
            ? model.missing[i]!
            : (model.weights[i]! * (dampened(raw) - model.mean[i]!)) / model.deviation[i]!,
    );
}

export function logisticLogOdds(model: LogisticModel, row: Float64Array): number {
    return logisticContributions(model, row).reduce((sum, value) => sum + value, model.intercept);
}

function dampened(value: number): number {
    return Math.sign(value) * Math.log1p(Math.abs(value));
}

function momentsOf(matrix: Matrix, feature: number) {
    const { names, rows } = matrix;
    const count = rowCount(matrix);
    const known: number[] = [];
    for (let row = 0; row < count; row++) {
        const value = rows[row * names.length + feature]!;
        if (!Number.isNaN(value)) {
            known.push(dampened(value));
        }
    }
    const mean = known.reduce((sum, value) => sum + value, 0) / (known.length || 1);
    const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (known.length || 1);
    // A column that is never known has nothing beside it to compare with.
    return {
        mean,
        deviation: variance > 1e-18 ? Math.sqrt(variance) : 0,
        some: known.length > 0 && known.length < count,
    };
}
