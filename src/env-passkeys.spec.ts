import { describe, expect, it } from 'vitest';
import { canHavePasskeys, passkeyProblems } from './env-passkeys';

const safe = { SERVER_URL: 'https://api.shop.example', STOREFRONT_URL: 'https://www.shop.example' };
const local = { SERVER_URL: 'http://localhost:3000', STOREFRONT_URL: 'http://localhost:3001' };

describe('where passkeys are used', () => {
    it.each([
        ['https://shop.example', true],
        ['http://localhost:3001', true],
        ['http://shop.example', false],
        ['https://192.0.2.1', false],
        ['https://[2001:db8::1]', false],
        ['http://127.0.0.1:3000', false],
    ])('%s: %s', (address, can) => {
        expect(canHavePasskeys(address)).toBe(can);
    });

    it('production refuses addresses that are not safe, other than the own machine', () => {
        expect(passkeyProblems(safe, true)).toEqual([]);
        expect(passkeyProblems(local, true)).toEqual([]);
        const insecure = { ...safe, STOREFRONT_URL: 'http://shop.example' };
        expect(passkeyProblems(insecure, false)).toEqual([]);
        expect(passkeyProblems(insecure, true)).toEqual([expect.stringMatching(/^STOREFRONT_URL: .*https:/)]);
    });

    it('a domain of all passkeys has to be above all pages', () => {
        expect(passkeyProblems({ ...safe, PASSKEY_RP_ID: 'shop.example' }, true)).toEqual([]);
        expect(passkeyProblems({ ...safe, PASSKEY_RP_ID: 'www.shop.example' }, true)).toEqual([
            expect.stringMatching(/^PASSKEY_RP_ID: .*SERVER_URL/),
        ]);
        for (const rpId of ['example', 'other.example', 'https://shop.example']) {
            expect(passkeyProblems({ ...safe, PASSKEY_RP_ID: rpId }, false)).toHaveLength(2);
        }
    });
});
