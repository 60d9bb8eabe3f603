import { describe, expect, it } from 'vitest';
import { CallWindow } from './call-window';

const MINUTE = 60_000;

describe('how calls went lately', () => {
    it('is nothing without calls', () => {
        expect(new CallWindow().statistics(0)).toEqual({ calls: 0, failures: 0, averageMs: 0 });
    });

    it('counts them, and those that failed, over the minutes', () => {
        const window = new CallWindow();
        window.add(0, 100, false);
        window.add(1, 200, true);
        window.add(MINUTE, 600, false);
        expect(window.statistics(MINUTE)).toEqual({ calls: 3, failures: 1, averageMs: 300 });
    });

    it('forgets what is older than a quarter of an hour', () => {
        const window = new CallWindow();
        window.add(0, 100, true);
        window.add(5 * MINUTE, 300, false);
        expect(window.statistics(14 * MINUTE).calls).toBe(2);
        expect(window.statistics(15 * MINUTE)).toEqual({ calls: 1, failures: 0, averageMs: 300 });
        expect(window.statistics(20 * MINUTE).calls).toBe(0);
    });
});
