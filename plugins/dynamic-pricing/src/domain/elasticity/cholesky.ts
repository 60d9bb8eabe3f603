/** Lower triangular L with L Lᵀ = a, of a symmetric positive definite matrix (n × n, row by row). */
export function cholesky(a: Float64Array, n: number): Float64Array {
    const l = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
        for (let j = 0; j <= i; j++) {
            const rest = a[i * n + j]! - dot(l, i * n, j * n, j);
            if (j < i) {
                l[i * n + j] = rest / l[j * n + j]!;
            } else if (rest > 0) {
                l[i * n + i] = Math.sqrt(rest);
            } else {
                throw new RangeError(`Not positive definite at row ${i} of ${n}.`);
            }
        }
    }
    return l;
}

/** x of Lᵀ x = b, for the first `b.length` rows of L (n × n). */
export function solveTransposed(l: Float64Array, n: number, b: ArrayLike<number>): Float64Array {
    const x = Float64Array.from(b);
    for (let i = x.length - 1; i >= 0; i--) {
        for (let k = i + 1; k < x.length; k++) {
            x[i]! -= l[k * n + i]! * x[k]!;
        }
        x[i]! /= l[i * n + i]!;
    }
    return x;
}

/** x of L x = b, for the first `b.length` rows of L (n × n). */
export function solveLower(l: Float64Array, n: number, b: ArrayLike<number>): Float64Array {
    const x = Float64Array.from(b);
    for (let i = 0; i < x.length; i++) {
        for (let k = 0; k < i; k++) {
            x[i]! -= l[i * n + k]! * x[k]!;
        }
        x[i]! /= l[i * n + i]!;
    }
    return x;
}

/** Below this share of its own length left over, a column is a mix of the ones before it. */
const dependent = 1e-9;

/**
 * Takes columns of a gram (n × n) in the order given and tells which carry something that the ones before them do not,
 * and which share of the last one's sum of squares they leave (1 − R² where a column of ones is among them).
 */
export function independentColumns(
    gram: Float64Array,
    n: number,
    order: readonly number[],
): { kept: number[]; leftOfLast: number } {
    const kept: number[] = [];
    const rows: number[][] = [];
    let leftOfLast = 0;
    for (const column of order) {
        const row: number[] = [];
        for (const [k, other] of kept.entries()) {
            const known = rows[k]!;
            let rest = gram[column * n + other]!;
            for (let i = 0; i < k; i++) {
                rest -= row[i]! * known[i]!;
            }
            row.push(rest / known[k]!);
        }
        const own = gram[column * n + column]!;
        const left = own - row.reduce((sum, value) => sum + value * value, 0);
        leftOfLast = own > 0 ? Math.max(0, left / own) : 0;
        if (leftOfLast > dependent) {
            kept.push(column);
            rows.push([...row, Math.sqrt(left)]);
        }
    }
    return { kept, leftOfLast };
}

function dot(values: Float64Array, a: number, b: number, length: number): number {
    let sum = 0;
    for (let k = 0; k < length; k++) {
        sum += values[a + k]! * values[b + k]!;
    }
    return sum;
}
