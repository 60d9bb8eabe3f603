import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tokenSettings } from '../tokens.options';
import { AccessTokens } from './access-tokens';
import type { SigningKeys } from './signing-keys';

const MINUTE = 60_000;

describe('a token that was found good before', () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    let published: Map<string, typeof publicKey>;
    let tokens: AccessTokens;
    let token: string;

    beforeEach(async () => {
        published = new Map([['first', publicKey]]);
        const keys: Pick<SigningKeys, 'signing'> & { verifying: (kid: string) => Promise<unknown> } = {
            signing: () => Promise.resolve({ kid: 'first', key: privateKey }),
            verifying: kid => Promise.resolve(published.get(kid)),
        };
        const settings = tokenSettings({ secret: 'x'.repeat(64), issuer: 'https://api.example.com' });
        tokens = new AccessTokens(keys as SigningKeys, settings);
        token = await tokens.sign({ familyId: 'family', audience: 'shop', userId: '1' });
        expect(await tokens.verify(token, ['shop'])).toEqual({ familyId: 'family', audience: 'shop' });
    });
    afterEach(() => vi.useRealTimers());

    it('is good again, where it is meant for', async () => {
        expect(await tokens.verify(token, ['shop', 'admin'])).toEqual({
            familyId: 'family',
            audience: 'shop',
        });
        expect(await tokens.verify(token, ['admin'])).toBeUndefined();
    });

    it('is refused when it has ended', async () => {
        vi.useFakeTimers({ now: Date.now() + 14 * MINUTE, toFake: ['Date'] });
        expect(await tokens.verify(token, ['shop'])).toBeDefined();
        vi.setSystemTime(Date.now() + 2 * MINUTE);
        expect(await tokens.verify(token, ['shop'])).toBeUndefined();
    });

    it('is refused when its key is withdrawn', async () => {
        published.clear();
        expect(await tokens.verify(token, ['shop'])).toBeUndefined();
    });

    it('does not vouch for one with another signature', async () => {
        const forged = `${token.slice(0, -8)}AAAAAAAA`;
        expect(await tokens.verify(forged, ['shop'])).toBeUndefined();
    });
});
