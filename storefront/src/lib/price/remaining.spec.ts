import { describe, expect, it } from 'vitest';
import { remaining } from './remaining';

describe('the time that a sale still lasts', () => {
    it('is counted in days, hours, minutes and seconds', () => {
        const length = ((2 * 24 + 3) * 60 + 4) * 60_000 + 5_000;
        expect(remaining(length, 0)).toEqual({ days: 2, hours: 3, minutes: 4, seconds: 5 });
    });

    it('shows a second that has begun, and nothing once it is over', () => {
        expect(remaining(1_000, 1)).toMatchObject({ seconds: 1 });
        expect(remaining(1_000, 999)).toMatchObject({ seconds: 1 });
        expect(remaining(1_000, 1_000)).toBeUndefined();
        expect(remaining(Number.NaN, 0)).toBeUndefined();
    });
});
