import { describe, expect, it } from 'vitest';
import { consentCookieValue, readConsent } from './consent';

describe('consent', () => {
    it('is what was decided', () => {
        const cookie = consentCookieValue(['personalisation', 'analytics']);
        expect(readConsent(cookie, null)).toEqual({
            status: 'decided',
            purposes: ['analytics', 'personalisation'],
        });
        expect(readConsent(consentCookieValue([]), null)).toEqual({ status: 'decided', purposes: [] });
    });

    it.each([undefined, '', 'yes', '0~analytics', '~analytics', '11~analytics'])(
        'is not given by a cookie %j, and is asked for',
        cookie => {
            expect(readConsent(cookie, undefined)).toEqual({ status: 'undecided', purposes: [] });
        },
    );

    it('has no purposes that this shop does not know', () => {
        expect(readConsent('1~everything~analytics', null).purposes).toEqual(['analytics']);
    });

    it('is refused by Global Privacy Control, whatever was decided', () => {
        expect(readConsent(consentCookieValue(['analytics']), '1')).toEqual({
            status: 'signalled',
            purposes: [],
        });
        expect(readConsent(undefined, '1').status).toBe('signalled');
        expect(readConsent(consentCookieValue(['analytics']), '0').status).toBe('decided');
    });
});
