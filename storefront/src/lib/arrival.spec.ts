import { describe, expect, it } from 'vitest';
import { arrivalOf, writtenArrival } from './arrival';

const threeToFive = { minWorkingDays: 3, maxWorkingDays: 5, orderBy: null };
const nextDay = { minWorkingDays: 1, maxWorkingDays: 1, orderBy: '15:00' };

function days(time: typeof nextDay | typeof threeToFive, now: string, timeZone = 'Europe/Berlin') {
    const { from, to } = arrivalOf(time, new Date(now), timeZone);
    return [from, to].map(day => day.toISOString().slice(0, 10));
}

describe('when an order arrives', () => {
    it('is counted in working days', () => {
        // A Thursday.
        expect(days(threeToFive, '2026-11-26T10:00:00Z')).toEqual(['2026-12-01', '2026-12-03']);
    });

    it('counts from Monday on what is ordered at the weekend', () => {
        expect(days(threeToFive, '2026-11-28T10:00:00Z')).toEqual(['2026-12-03', '2026-12-07']);
        expect(days(nextDay, '2026-11-29T10:00:00Z')).toEqual(['2026-12-01', '2026-12-01']);
    });

    it('counts from the next working day what is ordered too late', () => {
        expect(days(nextDay, '2026-11-26T13:59:00Z')).toEqual(['2026-11-27', '2026-11-27']);
        expect(days(nextDay, '2026-11-26T14:00:00Z')).toEqual(['2026-11-30', '2026-11-30']);
    });

    it('goes by the clock and the day of where it arrives', () => {
        // Still Thursday 9 pm in New York, and Friday in Berlin.
        expect(days(threeToFive, '2026-11-27T02:00:00Z', 'America/New_York')[0]).toBe('2026-12-01');
        expect(days(threeToFive, '2026-11-27T02:00:00Z')[0]).toBe('2026-12-02');
        // Summer time: 2 pm and 3 pm in Berlin.
        expect(days(nextDay, '2026-06-25T12:00:00Z')[0]).toBe('2026-06-26');
        expect(days(nextDay, '2026-06-25T13:00:00Z')[0]).toBe('2026-06-29');
    });

    it('may be the same day', () => {
        const sameDay = { minWorkingDays: 0, maxWorkingDays: 0, orderBy: '12:00' };
        expect(days(sameDay, '2026-11-26T10:00:00Z')).toEqual(['2026-11-26', '2026-11-26']);
    });

    it.each([
        ['en-US', 'Tue, Dec 1 – Thu, Dec 3'],
        ['en-GB', 'Tue 1 Dec – Thu 3 Dec'],
        ['de-DE', 'Di., 1. – Do., 3. Dez.'],
        ['fr-FR', 'mar. 1 – jeu. 3 déc.'],
    ])('is written as %s does', (language, text) => {
        const arrival = arrivalOf(threeToFive, new Date('2026-11-26T10:00:00Z'), 'Europe/Berlin');
        const words = (range: string) => range.replaceAll(/[\u2009\u202f\u00a0]/g, ' ');
        expect(words(writtenArrival(arrival, language))).toBe(text);
    });

    it('is one day where it can only be that', () => {
        const arrival = arrivalOf(nextDay, new Date('2026-11-26T10:00:00Z'), 'Europe/Berlin');
        expect(writtenArrival(arrival, 'de-DE')).toBe('Fr., 27. Nov.');
    });
});
