/** Replaces the lower half of a small positive definite matrix (n × n, row by row) by its Cholesky factor L. */
export function factoriseSmall(a: Float64Array, n: number): void {
    for (let i = 0; i < n; i++) {
        for (let j = 0; j <= i; j++) {
            let rest = a[i * n + j]!;
            for (let k = 0; k < j; k++) {
                rest -= a[i * n + k]! * a[j * n + k]!;
            }
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

/** Replaces the right-hand side by the solution of L Lᵀ x = b, with L from `factoriseSmall`. */
export function solveSmall(l: Float64Array, b: Float64Array, n: number): void {
    for (let i = 0; i < n; i++) {
        let rest = b[i]!;
        for (let k = 0; k < i; k++) {
            rest -= l[i * n + k]! * b[k]!;
        }
        b[i] = rest / l[i * n + i]!;
    }
    for (let i = n - 1; i >= 0; i--) {
        let rest = b[i]!;
        for (let k = i + 1; k < n; k++) {
            rest -= l[k * n + i]! * b[k]!;
        }
        b[i] = rest / l[i * n + i]!;
    }
}
