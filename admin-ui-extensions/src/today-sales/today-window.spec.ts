import { describe, expect, it } from 'vitest';
import { todayWindow } from './today-window';

function iso(window: ReturnType<typeof todayWindow>) {
    return {
        from: window.from.toISOString(),
        until: window.until.toISOString(),
        comparedFrom: window.comparedFrom.toISOString(),
        comparedUntil: window.comparedUntil.toISOString(),
    };
}

describe('todayWindow', () => {
    it('goes from midnight until now, and over the same stretch a week before', () => {
        expect(iso(todayWindow(new Date('2026-11-23T14:05:00Z'), 'UTC'))).toEqual({
            from: '2026-11-23T00:00:00.000Z',
            until: '2026-11-23T14:05:00.000Z',
            comparedFrom: '2026-11-16T00:00:00.000Z',
            comparedUntil: '2026-11-16T14:05:00.000Z',
        });
    });

    it("begins the day on the shop's clock: in Tokyo it is tomorrow already", () => {
        expect(iso(todayWindow(new Date('2026-11-23T16:00:00Z'), 'Asia/Tokyo'))).toMatchObject({
            from: '2026-11-23T15:00:00.000Z',
            comparedFrom: '2026-11-16T15:00:00.000Z',
        });
    });

    it('compares the same time of day over a clock change', () => {
        // Berlin left summer time on 25 October 2026.
        expect(iso(todayWindow(new Date('2026-10-26T09:00:00Z'), 'Europe/Berlin'))).toEqual({
            from: '2026-10-25T23:00:00.000Z',
            until: '2026-10-26T09:00:00.000Z',
            comparedFrom: '2026-10-18T22:00:00.000Z',
            comparedUntil: '2026-10-19T08:00:00.000Z',
        });
    });

    it('refuses a name that is no time zone', () => {
        expect(() => todayWindow(new Date(), 'Mars/Olympus')).toThrow('"Mars/Olympus" is not a time zone');
    });
});
