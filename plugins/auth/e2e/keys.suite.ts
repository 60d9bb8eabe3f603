import { createPublicKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SigningKeys } from '../src/tokens/infrastructure/signing-keys';
import type { TokenShop } from './token-shop';

const DAY = 86_400_000;

/** The published keys, and how one follows another. */
export function keysSuite(shop: TokenShop): void {
    const published = async () => {
        const response = await fetch(`${shop.address}/.well-known/jwks.json`);
        const { keys } = (await response.json()) as { keys: Record<string, string>[] };
        return { response, keys };
    };

    describe('the signing keys', () => {
        const service = () => shop.server.app.get(SigningKeys);

        it('are published, their public parts only, for a while', async () => {
            const { kid } = await service().signing();
            const { response, keys } = await published();
            expect(response.status).toBe(200);
            expect(response.headers.get('cache-control')).toBe('public, max-age=900, stale-if-error=3600');
            expect(response.headers.get('content-type')).toContain('application/jwk-set+json');
            expect(keys.map(key => Object.keys(key).sort())).toEqual([
                ['alg', 'e', 'kid', 'kty', 'n', 'use'],
            ]);
            expect(keys[0]).toMatchObject({ kid, kty: 'RSA', alg: 'RS256', use: 'sig' });
            const key = createPublicKey({ key: keys[0] ?? {}, format: 'jwk' });
            expect(key.asymmetricKeyDetails?.modulusLength).toBe(2048);
        });

        it('lie in the database with their private parts encrypted', async () => {
            const [row] = await shop.sql<{ sealedPrivateKey: string }>(
                'SELECT "sealedPrivateKey" FROM efi_auth_signing_key',
            );
            const bytes = Buffer.from(row?.sealedPrivateKey ?? '', 'base64');
            expect(bytes.length).toBeGreaterThan(1_000);
            // A PKCS #8 key in clear begins with the sequence and the name of RSA.
            expect(bytes.includes(Buffer.from('2a864886f70d010101', 'hex'))).toBe(false);
        });

        it('are made once when several servers find the next one due', async () => {
            const later = new Date(Date.now() + 31 * DAY);
            const outcomes = await Promise.all([1, 2, 3].map(() => service().rotate(later)));
            expect(outcomes.map(({ made }) => made).sort()).toEqual([0, 0, 1]);
            await shop.sql('DELETE FROM efi_auth_signing_key WHERE "createdAt" > now()');
        });

        it('follow one another: published first, then signing, then forgotten', async () => {
            const [first] = await shop.sql<{ kid: string }>('SELECT kid FROM efi_auth_signing_key');
            await shop.sql(`UPDATE efi_auth_signing_key SET "createdAt" = now() - interval '30 days'`);
            expect(await service().rotate()).toEqual({ made: 1, forgotten: 0 });
            const fresh = shop.freshKeys();
            expect((await fresh.signing()).kid).toBe(first?.kid);
            expect((await fresh.published()).keys).toHaveLength(2);

            await shop.sql(`UPDATE efi_auth_signing_key SET "createdAt" = "createdAt" - interval '24 hours'`);
            const dayLater = shop.freshKeys();
            expect((await dayLater.signing()).kid).not.toBe(first?.kid);
            expect(await dayLater.verifying(first?.kid ?? '')).toBeDefined();

            await shop.sql(`UPDATE efi_auth_signing_key SET "createdAt" = "createdAt" - interval '2 hours'`);
            expect(await service().rotate()).toEqual({ made: 0, forgotten: 1 });
            const after = shop.freshKeys();
            expect((await after.published()).keys).toHaveLength(1);
            expect(await after.verifying(first?.kid ?? '')).toBeUndefined();
        });

        it('of another secret sign no more, and a new one takes their place', async () => {
            const other = shop.freshKeys({ secret: 'another secret of another installation' });
            const [row] = await shop.sql<{ kid: string }>('SELECT kid FROM efi_auth_signing_key');
            const { kid } = await other.signing();
            expect(kid).not.toBe(row?.kid);
            expect(await other.verifying(row?.kid ?? '')).toBeDefined();
            await shop.sql('DELETE FROM efi_auth_signing_key WHERE kid = $1', [kid]);
        });
    });
}
