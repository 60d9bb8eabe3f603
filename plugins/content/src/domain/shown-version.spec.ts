import { describe, expect, it } from 'vitest';
import { shownVersion, stateOf, type ScheduledVersion } from './shown-version';

const day = (day: number) => new Date(Date.UTC(2026, 11, day));
const version = (id: number, published: number, parts: Partial<ScheduledVersion> = {}): ScheduledVersion => ({
    ...{ id, publishedAt: day(published), startsAt: null, endsAt: null, withdrawnAt: null },
    ...parts,
});

describe('of several versions', () => {
    const standing = version(1, 1);
    const season = version(2, 2, { startsAt: day(10), endsAt: day(20) });
    const corrected = version(3, 12);
    const all = [standing, season, corrected];
    const shownOn = (date: number, versions = all) => shownVersion(versions, day(date))?.id;

    it('the season’s stands before the one of every day, also before one that was written meanwhile', () => {
        expect([5, 9, 10, 13, 19].map(date => shownOn(date))).toEqual([1, 1, 2, 2, 2]);
    });

    it('the one of every day is back when the season ends, as it is by then', () => {
        expect(shownOn(20)).toBe(3);
    });

    it('the one that begun last is shown among equals, and the newer of those that begun at once', () => {
        expect(shownOn(15, [season, version(4, 3, { startsAt: day(12), endsAt: day(16) })])).toBe(4);
        expect(shownOn(16, [season, version(4, 3, { startsAt: day(12), endsAt: day(16) })])).toBe(2);
        expect(shownOn(15, [version(7, 3), version(8, 3)])).toBe(8);
    });

    it('none is shown before the first begins, after the last has ended, or when it was taken back', () => {
        expect(shownOn(9, [season])).toBeUndefined();
        expect(shownOn(20, [season])).toBeUndefined();
        expect(shownOn(5, [version(1, 1, { withdrawnAt: day(4) })])).toBeUndefined();
    });

    it('each says how it stands', () => {
        const later = version(5, 1, { startsAt: day(30) });
        const gone = version(6, 1, { withdrawnAt: day(4) });
        const states = (now: Date) =>
            [...all, later, gone].map(one => stateOf(one, shownVersion(all, now), now));
        expect(states(day(15))).toEqual(['COVERED', 'SHOWN', 'COVERED', 'PLANNED', 'WITHDRAWN']);
        expect(states(day(25))).toEqual(['COVERED', 'OVER', 'SHOWN', 'PLANNED', 'WITHDRAWN']);
    });
});
