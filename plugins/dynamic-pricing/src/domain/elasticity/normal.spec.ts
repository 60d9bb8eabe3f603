import { describe, expect, it } from 'vitest';
import { halfWidth, normalShareBelow } from './normal';

describe('the normal distribution', () => {
    it.each([
        [-3, 0.0013498980316],
        [-1, 0.1586552539315],
        [0, 0.5],
        [0.5, 0.6914624612741],
        [1.959963984540054, 0.975],
    ])('has below %s the share of the tables', (x, share) => {
        expect(normalShareBelow(x)).toBeCloseTo(share, 6);
    });

    it.each([
        [5, 2.570582],
        [9, 2.262157],
        [30, 2.042272],
        [Infinity, 1.959964],
    ])("has half the width of Student's t with %s degrees of freedom", (freedom, width) => {
        expect(Math.abs(halfWidth(freedom) - width)).toBeLessThan(2e-3);
    });
});
