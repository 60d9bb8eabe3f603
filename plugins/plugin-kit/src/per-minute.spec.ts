import { describe, expect, it } from 'vitest';
import { PerMinute } from './per-minute';

describe('so many a minute', () => {
    it('has room for so many, and again in the next minute, which tells how many were left out', () => {
        const leftOut: number[] = [];
        const two = new PerMinute(2, count => leftOut.push(count));
        expect([0, 1, 2, 3].map(moment => two.take(1_000_000 + moment))).toEqual([true, true, false, false]);
        expect(leftOut).toEqual([]);
        expect(two.take(1_060_001)).toBe(true);
        expect(leftOut).toEqual([2]);
        expect(two.take(1_130_000)).toBe(true);
        expect(leftOut).toEqual([2]);
    });
});
