import { describe, expect, it } from 'vitest';
import { coverageOf, estimate, noveltyOf, qualityOf } from './metrics';

describe('metrics', () => {
    it('counts hits against the list, against what was possible, and by rank', () => {
        const quality = qualityOf([7, 8, 9, 10], new Set([8, 9, 1]), 4);
        expect(quality.precision).toBe(2 / 4);
        expect(quality.recall).toBe(2 / 3);
        const gain = 1 / Math.log2(3) + 1 / 2;
        expect(quality.ndcg).toBeCloseTo(gain / (1 + 1 / Math.log2(3) + 1 / 2), 12);
    });

    it('asks no more of a list than its length', () => {
        expect(qualityOf([1, 2], new Set([1, 2, 3, 4]), 2)).toEqual({ precision: 1, recall: 1, ndcg: 1 });
    });

    it('covers the share of the catalogue that somebody was shown', () => {
        expect(coverageOf([[1, 2], [2]], 8)).toBe(0.25);
    });

    it('is the newer, the fewer people knew it', () => {
        expect(noveltyOf([[0, 1]], [8, 2], 16)).toBe((1 + 3) / 2);
    });

    it('gives the mean with an interval as wide as chance makes it', () => {
        const coin = Array.from({ length: 400 }, (_, at) => at % 2);
        const { mean, low, high } = estimate(coin);
        // 0.5 ± 1.96 · √(0.25 / 400)
        expect(mean).toBe(0.5);
        expect(low).toBeCloseTo(0.451, 1.5);
        expect(high).toBeCloseTo(0.549, 1.5);
    });
});
