/**
 * Solves A·x = b for a symmetric positive definite A (row-major, the lower half is read), by Cholesky's factorisation.
 * A pivot that rounding took to zero gets a tiny ridge: its column adds nothing that others don't.
 */
export function solvePositive(matrix: Float64Array, right: Float64Array, size: number): Float64Array {
    const lower = matrix.slice();
    for (let i = 0; i < size; i++) {
        for (let j = 0; j <= i; j++) {
            let sum = lower[i * size + j]!;
            for (let k = 0; k < j; k++) {
                sum -= lower[i * size + k]! * lower[j * size + k]!;
            }
            lower[i * size + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[j * size + j]!;
        }
    }
    const x = right.slice();
    for (let i = 0; i < size; i++) {
        for (let k = 0; k < i; k++) {
            x[i]! -= lower[i * size + k]! * x[k]!;
        }
        x[i]! /= lower[i * size + i]!;
    }
    for (let i = size - 1; i >= 0; i--) {
        for (let k = i + 1; k < size; k++) {
            x[i]! -= lower[k * size + i]! * x[k]!;
        }
        x[i]! /= lower[i * size + i]!;
    }
    return x;
}
