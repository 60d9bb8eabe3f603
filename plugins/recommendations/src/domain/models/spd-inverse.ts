/**
 * Replaces a symmetric positive definite matrix (n × n, row by row) by its inverse, by Cholesky: A = L Lᵀ,
 * A⁻¹ = L⁻ᵀ L⁻¹. Only the lower half of the input is read. All inner loops are products of rows that lie in one piece,
 * four at a time: at n = 4,000 that is what the memory can keep up with.
 *
 * Throws a RangeError when the matrix is not positive definite.
 */
export function invertSpd(a: Float64Array, n: number): void {
    factorise(a, n);
    invertTransposed(a, n);
    multiplyRows(a, n);
}

/** Puts L into the lower half, the diagonal included. */
function factorise(a: Float64Array, n: number): void {
    for (let i0 = 0; i0 < n; i0 += 4) {
        const i1 = Math.min(i0 + 4, n);
        if (i1 - i0 === 4) {
            for (let j = 0; j < i0; j++) {
                dot4(a, i0 * n, n, j * n, 0, j);
                for (let r = 0; r < 4; r++) {
                    const at = (i0 + r) * n + j;
                    a[at] = (a[at]! - sums[r]!) / a[j * n + j]!;
                }
            }
        }
        for (let i = i0; i < i1; i++) {
            for (let j = i1 - i0 === 4 ? i0 : 0; j <= i; j++) {
                const rest = a[i * n + j]! - dot(a, i * n, j * n, 0, j);
                if (j < i) {
                    a[i * n + j] = rest / a[j * n + j]!;
                } else if (rest > 0) {
                    a[i * n + i] = Math.sqrt(rest);
                } else {
                    throw new RangeError(`Not positive definite at row ${i} of ${n}.`);
                }
            }
        }
    }
}

/**
 * Puts (L⁻¹)ᵀ above the diagonal, and the inverse of L's diagonal onto it: row j holds column j of L⁻¹. Each column needs
 * L only, which stays below the diagonal as it is.
 */
function invertTransposed(a: Float64Array, n: number): void {
    const diagonal = Float64Array.from({ length: n }, (_, i) => a[i * n + i]!);
    for (let i = 0; i < n; i++) {
        a[i * n + i] = 1 / diagonal[i]!;
    }
    for (let j0 = 0; j0 < n; j0 += 4) {
        const j1 = Math.min(j0 + 4, n);
        for (let j = j0; j < j1; j++) {
            for (let k = j + 1; k < j1; k++) {
                a[j * n + k] = -dot(a, j * n, k * n, j, k) / diagonal[k]!;
            }
        }
        for (let k = j1; k < n; k++) {
            // The columns of the four begin at their own diagonals: j1 on they share, before it each for itself.
            if (j1 - j0 === 4) {
                dot4(a, j0 * n, n, k * n, j1, k);
            }
            for (let j = j0; j < j1; j++) {
                const sum = dot(a, j * n, k * n, j, j1) + sums[j - j0]!;
                a[j * n + k] = -sum / diagonal[k]!;
            }
        }
    }
}

/** A⁻¹[i][j] = Σ over k ≥ max(i, j) of N[i][k] N[j][k], where N = (L⁻¹)ᵀ is the upper half; goes below, then up. */
function multiplyRows(a: Float64Array, n: number): void {
    const diagonal = new Float64Array(n);
    for (let i0 = 0; i0 < n; i0 += 4) {
        const i1 = Math.min(i0 + 4, n);
        for (let j = i1 - 1; j >= i0; j--) {
            diagonal[j] = dot(a, j * n, j * n, j, n);
        }
        for (let j = 0; j < i1; j++) {
            for (let i = Math.max(i0, j + 1); i < i1 && (j >= i0 || i1 - i0 < 4); i++) {
                a[i * n + j] = dot(a, i * n, j * n, i, n);
            }
            if (j < i0 && i1 - i0 === 4) {
                dot4(a, i0 * n, n, j * n, i1, n);
                for (let i = i0; i < i1; i++) {
                    a[i * n + j] = sums[i - i0]! + dot(a, i * n, j * n, i, i1);
                }
            }
        }
    }
    for (let i = 0; i < n; i++) {
        a[i * n + i] = diagonal[i]!;
        for (let j = 0; j < i; j++) {
            a[j * n + i] = a[i * n + j]!;
        }
    }
}

const sums = new Float64Array(4);

/** `sums[r]` = Σ a[rows + r · stride + k] · a[row + k] over from ≤ k < to, for r = 0 … 3. */
function dot4(a: Float64Array, rows: number, stride: number, row: number, from: number, to: number): void {
    const [r0, r1, r2, r3] = [rows, rows + stride, rows + 2 * stride, rows + 3 * stride];
    let [s0, s1, s2, s3] = [0, 0, 0, 0];
    for (let k = from; k < to; k++) {
        const v = a[row + k]!;
        s0 += a[r0 + k]! * v;
        s1 += a[r1 + k]! * v;
        s2 += a[r2 + k]! * v;
        s3 += a[r3 + k]! * v;
    }
    sums[0] = s0;
    sums[1] = s1;
    sums[2] = s2;
    sums[3] = s3;
}

function dot(a: Float64Array, left: number, right: number, from: number, to: number): number {
    let sum = 0;
    for (let k = from; k < to; k++) {
        sum += a[left + k]! * a[right + k]!;
    }
    return sum;
}
