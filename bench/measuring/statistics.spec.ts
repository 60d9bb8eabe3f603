import { describe, expect, it } from 'vitest';
import { percentile, spread } from './statistics';

describe('statistics', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

    it('finds percentiles by the nearest rank', () => {
        expect(percentile(hundred, 0.5)).toBe(50);
        expect(percentile(hundred, 0.95)).toBe(95);
        expect(percentile([7], 0.95)).toBe(7);
    });

    it('refuses to make one up from nothing', () => {
        expect(() => percentile([], 0.5)).toThrow(RangeError);
    });

    it('says how far values lie apart', () => {
        expect(spread([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 });
    });
});
