import { describe, expect, it } from 'vitest';
import { declaredConsent } from './consent';

describe('the consent that a request declares', () => {
    it('is what its header names, and what is necessary', () => {
        expect([...declaredConsent({ 'efi-consent': 'analytics personalisation' })]).toEqual([
            'necessary',
            'analytics',
            'personalisation',
        ]);
    });

    it.each([{}, { 'efi-consent': '' }, { 'efi-consent': 'everything all *' }])(
        'is nothing but what is necessary for %o',
        headers => {
            expect([...declaredConsent(headers)]).toEqual(['necessary']);
        },
    );

    it('is taken back by Global Privacy Control', () => {
        expect([...declaredConsent({ 'efi-consent': 'analytics', 'sec-gpc': '1' })]).toEqual(['necessary']);
    });

    it('is nothing when two headers contradict each other', () => {
        expect([...declaredConsent({ 'efi-consent': ['analytics', ''] })]).toEqual(['necessary']);
    });
});
