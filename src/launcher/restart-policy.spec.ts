import { describe, expect, it } from 'vitest';
import { restartDelay } from './restart-policy.mjs';

describe('restartDelay', () => {
    it('waits longer each time, and gives up after five deaths in five minutes', () => {
        const delays = [0, 1, 2, 3, 4, 5].map(count => restartDelay(Array<number>(count).fill(0), 1000));
        expect(delays).toEqual([1000, 2000, 4000, 8000, 16_000, undefined]);
    });

    it('forgets what is long ago', () => {
        expect(restartDelay([0, 0, 0, 0, 0, 0], 5 * 60_000)).toBe(1000);
    });
});
