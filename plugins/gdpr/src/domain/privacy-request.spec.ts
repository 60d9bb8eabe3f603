import { describe, expect, it } from 'vitest';
import { actsOn, dueAt, openStates, pauseAfter, startsAt, stateAfter, statesBefore } from './privacy-request';

const monday = new Date('2026-03-02T10:00:00Z');

describe('a privacy request', () => {
    it('goes from received to completed, by way of partial when something fails', () => {
        const events = ['verify', 'start', 'stop-short', 'start', 'complete'] as const;
        const states = events.reduce(
            (passed, event) => [...passed, stateAfter(passed.at(-1) ?? 'RECEIVED', event) ?? 'RECEIVED'],
            ['RECEIVED' as const] as Parameters<typeof stateAfter>[0][],
        );
        expect(states).toEqual([
            'RECEIVED',
            'VERIFIED',
            'IN_PROGRESS',
            'PARTIAL',
            'IN_PROGRESS',
            'COMPLETED',
        ]);
    });

    it('is worked on again after a crash, and not before somebody has shown who asks', () => {
        expect(stateAfter('IN_PROGRESS', 'start')).toBe('IN_PROGRESS');
        expect(stateAfter('RECEIVED', 'start')).toBeUndefined();
    });

    it('can be taken back until work has begun', () => {
        expect(statesBefore('cancel')).toEqual(['RECEIVED', 'VERIFIED']);
    });

    it('is over when it is completed, refused or cancelled', () => {
        for (const event of ['verify', 'start', 'stop-short', 'complete', 'refuse', 'cancel'] as const) {
            expect(statesBefore(event).every(state => openStates.includes(state))).toBe(true);
        }
    });

    it('is extended once, completed by staff only where people do it, and retried when it is partial', () => {
        const acts = (
            kind: Parameters<typeof actsOn>[0]['kind'],
            state: Parameters<typeof actsOn>[0]['state'],
        ) => actsOn({ kind, state, isExtended: false });
        expect(acts('RECTIFICATION', 'RECEIVED')).toEqual(['VERIFY', 'EXTEND', 'REFUSE', 'CANCEL']);
        expect(acts('RECTIFICATION', 'VERIFIED')).toEqual(['COMPLETE', 'EXTEND', 'REFUSE', 'CANCEL']);
        expect(acts('ERASURE', 'VERIFIED')).toEqual(['EXTEND', 'REFUSE', 'CANCEL']);
        expect(acts('ERASURE', 'PARTIAL')).toEqual(['EXTEND', 'RETRY']);
        expect(actsOn({ kind: 'ERASURE', state: 'PARTIAL', isExtended: true })).toEqual(['RETRY']);
        expect(acts('ERASURE', 'COMPLETED')).toEqual([]);
    });

    it('is to be answered in 30 days, in 90 where that was extended', () => {
        expect(dueAt(monday, false).toISOString()).toBe('2026-04-01T10:00:00.000Z');
        expect(dueAt(monday, true).toISOString()).toBe('2026-05-31T10:00:00.000Z');
    });

    it('begins at once, but an erasure after the days in which it can be taken back', () => {
        expect(startsAt('ACCESS', monday, 3)).toEqual(monday);
        expect(startsAt('ERASURE', monday, 3).toISOString()).toBe('2026-03-05T10:00:00.000Z');
    });

    it('is tried again after a minute at first, and each hour in the end', () => {
        expect([1, 2, 3, 12].map(attempts => pauseAfter(attempts) / 60_000)).toEqual([1, 2, 4, 60]);
    });
});
