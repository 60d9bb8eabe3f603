import { describe, expect, it } from 'vitest';
import { showedSecondFactor } from './second-factor-claims';

const accepted = { amr: ['mfa', 'hwk'], acr: ['urn:two'] };

describe('a second factor that a provider has asked for', () => {
    it.each([
        { amr: ['pwd', 'mfa'] },
        { amr: ['hwk'] },
        { acr: 'urn:two' },
        { amr: ['pwd'], acr: 'urn:two' },
    ])('is taken from %j', claims => {
        expect(showedSecondFactor(claims, accepted)).toBe(true);
        expect(showedSecondFactor(claims, undefined)).toBe(false);
        expect(showedSecondFactor(claims, {})).toBe(false);
    });

    it.each([
        {},
        { amr: ['pwd'] },
        { amr: 'mfa' },
        { amr: [['mfa']] },
        { acr: ['urn:two'] },
        { acr: 'urn:one' },
    ])('is not read into %j', claims => {
        expect(showedSecondFactor(claims, accepted)).toBe(false);
    });
});
