import { describe, expect, it } from 'vitest';
import { VisitRate } from './visit-rate';

describe('the rate of a visit', () => {
    it('lets a minute of acts pass at once, and then as many as the time brings', () => {
        const rate = new VisitRate(60);
        expect(rate.take('a', 100, 0)).toBe(60);
        expect(rate.take('a', 1, 0)).toBe(0);
        expect(rate.take('a', 10, 2_000)).toBe(2);
        expect(rate.take('a', 100, 600_000)).toBe(60);
    });

    it('is each visit’s own', () => {
        const rate = new VisitRate(1);
        expect(rate.take('a', 1, 0)).toBe(1);
        expect(rate.take('b', 1, 0)).toBe(1);
    });

    it('is forgotten for the visit that was silent the longest when there are too many', () => {
        const rate = new VisitRate(1);
        for (let visit = 0; visit <= 10_000; visit++) {
            rate.take(String(visit), 1, 0);
        }
        expect(rate.take('10000', 1, 0)).toBe(0);
        expect(rate.take('0', 1, 0)).toBe(1);
    });
});
