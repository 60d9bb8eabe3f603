import { factoriseSmall, solveSmall } from './cholesky';

/** Rows of `width` features each, one after the other, and what came of them: 1 or 0. */
export interface Examples {
    readonly width: number;
    readonly features: Float64Array;
    readonly outcome: Uint8Array;
}

/**
 * The weights of a logistic regression, P(1) = 1 / (1 + e^(−w·x)), with a penalty of ½ · `ridge` · ‖w‖², by Newton's
 * method. It converges in a dozen steps; 50 is where something must be wrong, and the last weights are as good as any.
 */
export function fitLogistic({ width, features, outcome }: Examples, ridge: number): Float64Array {
    const weights = new Float64Array(width);
    for (let step = 0; step < 50; step++) {
        const gradient = weights.map(weight => ridge * weight);
        const hessian = new Float64Array(width * width);
        for (let i = 0; i < width; i++) {
            hessian[i * width + i] = ridge;
        }
        for (let row = 0; row < outcome.length; row++) {
            const x = features.subarray(row * width, (row + 1) * width);
            const p = sigmoid(product(weights, x));
            const curvature = p * (1 - p);
            for (let i = 0; i < width; i++) {
                gradient[i]! += (p - outcome[row]!) * x[i]!;
                const weighted = curvature * x[i]!;
                for (let j = 0; j <= i; j++) {
                    hessian[i * width + j]! += weighted * x[j]!;
                }
            }
        }
        factoriseSmall(hessian, width);
        solveSmall(hessian, gradient, width);
        gradient.forEach((change, i) => (weights[i]! -= change));
        if (gradient.every(change => Math.abs(change) < 1e-7)) {
            break;
        }
    }
    return weights;
}

export function sigmoid(x: number): number {
    return 1 / (1 + Math.exp(-x));
}

export function product(left: Float64Array, right: Float64Array): number {
    let sum = 0;
    for (let i = 0; i < left.length; i++) {
        sum += left[i]! * right[i]!;
    }
    return sum;
}
