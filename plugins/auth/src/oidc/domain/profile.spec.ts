import { describe, expect, it } from 'vitest';
import { profileOf, rolesAfter } from './profile';

describe('what a provider says of somebody', () => {
    it('has an e-mail address only when the provider has verified it', () => {
        const email = ' Ada@Example.com ';
        expect(profileOf('1', { email, email_verified: true }).verifiedEmail).toBe('ada@example.com');
        for (const email_verified of [false, 'true', 1, undefined]) {
            expect(profileOf('1', { email, email_verified })).not.toHaveProperty('verifiedEmail');
        }
        expect(profileOf('1', { email: {}, email_verified: true })).not.toHaveProperty('verifiedEmail');
    });

    it('has a name, in parts or whole', () => {
        expect(profileOf('1', { given_name: 'Ada', family_name: 'Lovelace', name: 'x' })).toMatchObject({
            firstName: 'Ada',
            lastName: 'Lovelace',
        });
        expect(profileOf('1', { name: 'Ada King Lovelace' })).toMatchObject({
            firstName: 'Ada',
            lastName: 'King Lovelace',
        });
        expect(profileOf('1', {})).toMatchObject({ firstName: '', lastName: '' });
    });
});

describe('roles by a claim', () => {
    const map = { buyers: 'inventory', heads: 'manager' };

    it('are given and taken, and leave others alone', () => {
        expect(rolesAfter(['support', 'manager'], map, ['buyers', 'other'])).toEqual([
            'support',
            'inventory',
        ]);
        expect(rolesAfter(['inventory'], map, 'buyers')).toEqual(['inventory']);
    });

    it.each([undefined, [], 'other', ['__proto__', 'constructor'], 7, { buyers: true }])(
        'are none for %j',
        claim => {
            expect(rolesAfter(['manager'], map, claim)).toBeUndefined();
        },
    );
});
