import { cholesky, solveLower, solveTransposed } from './cholesky';
import { Gram, priceColumn } from './gram';
import { Uncertain } from './mixed-model';

export interface LeastSquares {
    /** Level, slope, controls. */
    readonly coefficients: readonly number[];
    readonly slope: Uncertain;
    readonly noise: number;
    /** Weeks less columns. */
    readonly freedom: number;
}

/** One history by itself. Columns must not depend on each other, and be fewer than the weeks. */
export function leastSquares({ products, size, weeks }: Gram): LeastSquares {
    const factor = cholesky(products, size);
    const columns = size - 1;
    const freedom = weeks - columns;
    const noise = factor[size * size - 1]! / Math.sqrt(freedom);
    const coefficients = solveTransposed(
        factor,
        size,
        factor.subarray(columns * size, columns * size + columns),
    );
    const unit = Float64Array.from({ length: columns }, (_, i) => (i === priceColumn ? 1 : 0));
    const variance =
        noise ** 2 * solveLower(factor, size, unit).reduce((sum, value) => sum + value * value, 0);
    return {
        coefficients: Array.from(coefficients),
        slope: { mean: coefficients[priceColumn]!, variance },
        noise,
        freedom,
    };
}
