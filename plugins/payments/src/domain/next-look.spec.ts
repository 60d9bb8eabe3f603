import { describe, expect, it } from 'vitest';
import { NEVER_ARRIVED_AFTER_MS, nextLook, pauseAfter } from './next-look';

describe('the next look at a payment', () => {
    const startedAt = new Date('2026-03-01T12:00:00Z');
    const seconds = (after: number) => new Date(startedAt.getTime() + after * 1_000);

    it('comes after pauses that double, up to ten minutes', () => {
        expect([0, 1, 5, 30].map(pauseAfter)).toEqual([2_000, 4_000, 64_000, 600_000]);
        expect(nextLook(startedAt, 0, seconds(10))).toEqual(seconds(12));
        expect(nextLook(startedAt, 8, seconds(500))).toEqual(seconds(500 + 512));
    });

    it('comes no later than it can be said that the payment never arrived', () => {
        const look = nextLook(startedAt, 5, seconds(92));
        expect(look.getTime() - startedAt.getTime()).toBe(NEVER_ARRIVED_AFTER_MS + 1);
    });

    it('is soon enough wherever the looks begin', () => {
        for (let first = 0; first < 120; first += 7) {
            let [at, attempts] = [seconds(first), 0];
            while (at.getTime() <= startedAt.getTime() + NEVER_ARRIVED_AFTER_MS) {
                at = nextLook(startedAt, attempts++, at);
            }
            expect(at.getTime() - startedAt.getTime()).toBeLessThanOrEqual(NEVER_ARRIVED_AFTER_MS + 1);
        }
    });
});
