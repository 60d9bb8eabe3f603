import { cholesky, solveLower, solveTransposed } from './cholesky';
import { Gram, priceColumn, sumOf } from './gram';
import { minimise } from './minimise';

/** A mean and its variance. */
export interface Uncertain {
    readonly mean: number;
    readonly variance: number;
}

/** Standard deviations of members' levels and of their slopes, in noises. */
export type Relative = readonly [levels: number, slopes: number];

export interface MixedModel {
    readonly relative: Relative;
    /** Of the family: level, slope, controls. */
    readonly fixed: readonly number[];
    /** Variance of the family's slope as an estimate. */
    readonly slopeVariance: number;
    /** How members differ around the family: variances. */
    readonly between: { readonly level: number; readonly slope: number };
    /** Standard deviation of a week's log units around what the model says. */
    readonly noise: number;
    /** Twice the negative restricted log likelihood. */
    readonly deviance: number;
    /** In the order of the grams: where each member's level and slope are. */
    readonly members: ReadonlyArray<{ readonly level: number; readonly slope: Uncertain }>;
}

/**
 * Log-log regression with a level and a slope of each member's own, drawn from what its family has in common:
 *
 *     log units = (α + a_g) + (ε + b_g) · log price + γ · controls + noise,   a_g ~ N(0, ψ₁), b_g ~ N(0, ψ₂)
 *
 * (Gelman & Hill, Data Analysis Using Regression and Multilevel/Hierarchical Models, 2007, ch. 13.) ψ and the noise are
 * those of the highest restricted likelihood (Harville, JASA 72, 1977), in the profiled form of Bates, Mächler, Bolker &
 * Walker (Journal of Statistical Software 67, 2015), which needs each member's gram only. Members are shrunk towards the
 * family by the ratio of what they know to what the family knows: the empirical Bayes estimate (Morris, JASA 78, 1983).
 *
 * Levels and slopes are uncorrelated: small families put that correlation at ±1 and then read a slope, as if it were known,
 * off how much a product sells.
 *
 * Grams must have columns that do not depend on each other, and more weeks than columns.
 */
export function fitMixedModel(grams: readonly Gram[]): MixedModel {
    const total = sumOf(grams);
    const best = minimise(([a, b]) => devianceAt(grams, total, [a!, b!]), [1, 1]);
    return modelAt(grams, [Math.abs(best[0]!), Math.abs(best[1]!)]);
}

/** Twice the negative restricted log likelihood of members that differ as told. */
export function devianceAt(grams: readonly Gram[], total: Float64Array, relative: Relative): number {
    return profile(grams, total, relative).deviance;
}

/** The model whose members differ as told, instead of as the likelihood has it. */
export function modelAt(grams: readonly Gram[], relative: Relative): MixedModel {
    const { factor, deviance, residual, freedom } = profile(grams, sumOf(grams), relative);
    const size = grams[0]!.size;
    const columns = size - 1;
    const noise = residual / Math.sqrt(freedom);
    const fixed = solveTransposed(factor, size, factor.subarray(columns * size, columns * size + columns));
    const known = (row: ArrayLike<number>) => noise ** 2 * lengthSquared(solveLower(factor, size, row));
    return {
        relative,
        fixed: Array.from(fixed),
        slopeVariance: known(Float64Array.from({ length: columns }, (_, i) => (i === priceColumn ? 1 : 0))),
        between: { level: (relative[0] * noise) ** 2, slope: (relative[1] * noise) ** 2 },
        noise,
        deviance,
        members: grams.map(gram => memberOf(gram, relative, fixed, noise, known)),
    };
}

/** Minus twice the restricted log likelihood at its best fixed effects and noise (Bates et al., equation 42). */
function profile(grams: readonly Gram[], total: Float64Array, relative: Relative) {
    const size = grams[0]!.size;
    const left = total.slice();
    let deviance = 0;
    let weeks = 0;
    for (const gram of grams) {
        const { products } = gram;
        const [level, slope] = openOf(gram, relative);
        weeks += gram.weeks;
        for (let i = 0; i < size; i++) {
            const [byLevel, bySlope] = [level * products[i]!, slope * products[size + i]!];
            for (let j = 0; j <= i; j++) {
                left[i * size + j]! -= byLevel * products[j]! + bySlope * products[size + j]!;
            }
        }
        deviance +=
            Math.log1p(relative[0] ** 2 * products[0]!) + Math.log1p(relative[1] ** 2 * products[size + 1]!);
    }
    const factor = cholesky(left, size);
    const columns = size - 1;
    const residual = factor[size * size - 1]!;
    for (let i = 0; i < columns; i++) {
        deviance += 2 * Math.log(factor[i * size + i]!);
    }
    const freedom = weeks - columns;
    deviance += freedom * (1 + Math.log((2 * Math.PI * residual ** 2) / freedom));
    return { factor, residual, freedom, deviance };
}

/**
 * What a member's own weeks leave open of its level and of its slope: their variances given the family, in noises. They
 * have nothing to do with each other, as each price is around its own mean.
 */
function openOf({ products, size }: Gram, [levels, slopes]: Relative): [level: number, slope: number] {
    return [
        1 / (levels ** -2 + products[0]!),
        1 / (slopes ** -2 + products[priceColumn * size + priceColumn]!),
    ];
}

/** One member's level and slope given all data. */
function memberOf(
    gram: Gram,
    relative: Relative,
    fixed: Float64Array,
    noise: number,
    known: (row: ArrayLike<number>) => number,
): MixedModel['members'][number] {
    const { products, size } = gram;
    const [openLevel, openSlope] = openOf(gram, relative);
    const unexplained = (row: number) => {
        const explained = fixed.reduce((sum, value, i) => sum + products[row * size + i]! * value, 0);
        return products[row * size + size - 1]! - explained;
    };
    const throughFamily = Float64Array.from({ length: size - 1 }, (_, i) => {
        return (i === priceColumn ? 1 : 0) - openSlope * products[size + i]!;
    });
    return {
        level: fixed[0]! + openLevel * unexplained(0),
        slope: {
            mean: fixed[priceColumn]! + openSlope * unexplained(priceColumn),
            variance: known(throughFamily) + noise ** 2 * openSlope,
        },
    };
}

function lengthSquared(values: Float64Array): number {
    return values.reduce((sum, value) => sum + value * value, 0);
}
