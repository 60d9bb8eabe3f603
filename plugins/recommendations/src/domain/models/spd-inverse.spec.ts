import { describe, expect, it } from 'vitest';
import { seededRandom } from './random';
import { invertSpd } from './spd-inverse';

describe('invertSpd', () => {
    it.each([1, 2, 3, 4, 5, 7, 8, 9, 16, 33])('times the matrix gives the identity, n = %i', n => {
        const matrix = positiveDefinite(n);
        const inverse = matrix.slice();
        invertSpd(inverse, n);
        for (let i = 0; i < n; i++) {
            for (let j = 0; j < n; j++) {
                let sum = 0;
                for (let k = 0; k < n; k++) {
                    sum += matrix[i * n + k]! * inverse[k * n + j]!;
                }
                expect(sum).toBeCloseTo(i === j ? 1 : 0, 9);
            }
        }
    });

    it('refuses a matrix that is not positive definite', () => {
        expect(() => invertSpd(Float64Array.of(1, 2, 2, 1), 2)).toThrow(RangeError);
    });
});

function positiveDefinite(n: number): Float64Array {
    const random = seededRandom(n);
    const root = Float64Array.from({ length: n * n }, () => random() - 0.5);
    const matrix = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) {
            for (let k = 0; k < n; k++) {
                matrix[i * n + j]! += root[i * n + k]! * root[j * n + k]!;
            }
        }
        matrix[i * n + i]! += 1;
    }
    return matrix;
}
