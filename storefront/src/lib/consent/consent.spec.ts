import { describe, expect, it } from 'vitest';
import { isToBeAsked, readConsent, writeAnswer } from './consent';
import { visitChange } from './visit';

const decided = (textVersion: number, ...purposes: Parameters<typeof writeAnswer>[0]['purposes'][number][]) =>
    readConsent(writeAnswer({ textVersion, purposes }), null);

describe('consent', () => {
    it('is what was decided, about the texts that were shown', () => {
        expect(decided(3, 'personalisation', 'analytics')).toEqual({
            status: 'decided',
            purposes: ['analytics', 'personalisation'],
            textVersion: 3,
        });
        expect(decided(1)).toEqual({ status: 'decided', purposes: [], textVersion: 1 });
    });

    it.each([undefined, '', 'yes', '~analytics', '-1~analytics', '1e3~analytics'])(
        'is not given by a cookie %j, and is asked for',
        cookie => {
            const consent = readConsent(cookie, undefined);
            expect(consent).toEqual({ status: 'undecided', purposes: [], textVersion: 0 });
            expect(isToBeAsked(consent, 1)).toBe(true);
        },
    );

    it('is asked for again when there are newer texts, and holds until it is answered', () => {
        const consent = decided(1, 'analytics');
        expect(isToBeAsked(consent, 1)).toBe(false);
        expect(isToBeAsked(consent, 2)).toBe(true);
        expect(consent.purposes).toEqual(['analytics']);
    });

    it('has no purposes that this shop does not know', () => {
        expect(readConsent('1~everything~analytics', null).purposes).toEqual(['analytics']);
    });

    it('is refused by Global Privacy Control, whatever was decided, and not asked for', () => {
        const cookie = writeAnswer({ textVersion: 1, purposes: ['analytics'] });
        const consent = readConsent(cookie, '1');
        expect(consent).toEqual({ status: 'signalled', purposes: [], textVersion: 0 });
        expect(isToBeAsked(consent, 9)).toBe(false);
        expect(readConsent(undefined, '1').status).toBe('signalled');
        expect(readConsent(cookie, '0').status).toBe('decided');
    });

    it('begins a visit only for what a visit’s number is needed for', () => {
        expect(visitChange(decided(1, 'analytics'), false)).toBe('begin');
        expect(visitChange(decided(1, 'marketing'), false)).toBeUndefined();
        expect(visitChange(decided(1, 'personalisation'), true)).toBeUndefined();
    });
});
