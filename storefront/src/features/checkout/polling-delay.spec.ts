import { describe, expect, it } from 'vitest';
import { pollingDelay, unusuallyLong } from './polling-delay';

describe('asking how a payment stands', () => {
    const delays = Array.from({ length: 60 }, (_, asked) => pollingDelay(asked));

    it('begins after a second, takes more and more time, and never more than ten seconds', () => {
        expect(delays[0]).toBe(1_000);
        expect(delays).toEqual([...delays].sort((a, b) => a - b));
        expect(Math.max(...delays)).toBe(10_000);
    });

    it('says after about a minute that it takes longer than usual', () => {
        const until = delays.slice(0, unusuallyLong).reduce((sum, delay) => sum + delay, 0);
        expect(until).toBeGreaterThan(45_000);
        expect(until).toBeLessThan(75_000);
    });
});
