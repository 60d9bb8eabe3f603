import { describe, expect, it } from 'vitest';
import { calendarControls } from './calendar-controls';

describe('calendar controls', () => {
    it('have a trend from half a year and a season from two years on', () => {
        expect(calendarControls(1, 25)(1)).toHaveLength(0);
        expect(calendarControls(1, 26)(1)).toHaveLength(1);
        expect(calendarControls(1, 103)(1)).toHaveLength(1);
        expect(calendarControls(1, 104)(1)).toHaveLength(5);
    });

    it('count the trend in years and come back to the same season after one', () => {
        const calendar = calendarControls(1, 105);
        const [now, nextYear] = [calendar(20), calendar(72)];
        expect(nextYear[0]! - now[0]!).toBeCloseTo(1, 12);
        now.slice(1).forEach((value, at) => expect(nextYear[at + 1]).toBeCloseTo(value, 12));
    });
});
