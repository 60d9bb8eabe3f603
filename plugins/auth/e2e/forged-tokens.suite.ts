import { decodeProtectedHeader, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SigningKeys } from '../src/tokens/infrastructure/signing-keys';
import type { Audience } from '../src/tokens/domain/audience';
import { tokenOptions, type TokenShop } from './token-shop';

/** Access tokens that somebody made, changed, or brought to the wrong door. */
export function forgedTokensSuite(shop: TokenShop): void {
    describe('an access token', () => {
        const good = async (audience: Audience = 'shop') =>
            audience === 'shop' ? shop.signedIn() : shop.signedInStaff();

        /** What a good token says, signed again with changes. */
        async function signedAgain(
            token: string,
            changes: {
                payload?: JWTPayload | { exp: undefined };
                header?: Record<string, string>;
                key?: KeyObject | Uint8Array;
            },
        ): Promise<string> {
            const [, body = ''] = token.split('.');
            const payload = JSON.parse(Buffer.from(body, 'base64url').toString()) as JWTPayload;
            const { key } = await shop.server.app.get(SigningKeys).signing();
            return new SignJWT({ ...payload, ...changes.payload })
                .setProtectedHeader({ ...decodeProtectedHeader(token), alg: 'RS256', ...changes.header })
                .sign(changes.key ?? key);
        }

        it('lets its account in, and says what RFC 9068 asks for', async () => {
            const { accessToken } = await good();
            expect(await shop.client.whoIs(accessToken)).toBe(shop.customers[0]);
            expect(decodeProtectedHeader(accessToken)).toMatchObject({ alg: 'RS256', typ: 'at+jwt' });
            // The same with nothing changed: it is the changes below that are refused.
            expect(await shop.client.whoIs(await signedAgain(accessToken, {}))).toBe(shop.customers[0]);
        });

        it('holds neither the token of the session nor anything that leads to it', async () => {
            const { accessToken } = await good();
            const sessions = await shop.sql<{ token: string }>('SELECT token FROM session');
            const [, body = ''] = accessToken.split('.');
            const text = Buffer.from(body, 'base64url').toString();
            expect(sessions.some(({ token }) => text.includes(token))).toBe(false);
        });

        it('that was changed is refused', async () => {
            const { accessToken } = await good();
            const [header = '', body = '', signature = ''] = accessToken.split('.');
            const payload = JSON.parse(Buffer.from(body, 'base64url').toString()) as JWTPayload;
            const other = Buffer.from(JSON.stringify({ ...payload, sub: '1' })).toString('base64url');
            expect(await shop.client.whoIs(`${header}.${other}.${signature}`)).toBe(401);
            const turned = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;
            expect(await shop.client.whoIs(`${header}.${body}.${turned}`)).toBe(401);
        });

        it('that has ended is refused', async () => {
            const { accessToken } = await good();
            const ended = { exp: Math.floor(Date.now() / 1_000) - 1 };
            expect(await shop.client.whoIs(await signedAgain(accessToken, { payload: ended }))).toBe(401);
        });

        it('without an end is refused', async () => {
            const { accessToken } = await good();
            const endless = await signedAgain(accessToken, { payload: { exp: undefined } });
            expect(await shop.client.whoIs(endless)).toBe(401);
        });

        it('without a signature is refused', async () => {
            const { accessToken } = await good();
            const [, body = ''] = accessToken.split('.');
            const payload = JSON.parse(Buffer.from(body, 'base64url').toString()) as JWTPayload;
            expect(await shop.client.whoIs(new UnsecuredJWT(payload).encode())).toBe(401);
            for (const alg of ['none', 'None', 'NONE']) {
                const header = Buffer.from(
                    JSON.stringify({ ...decodeProtectedHeader(accessToken), alg }),
                ).toString('base64url');
                expect(await shop.client.whoIs(`${header}.${body}.`)).toBe(401);
            }
        });

        it('signed with the public key as a secret (HS256) is refused', async () => {
            const { accessToken } = await good();
            const { keys } = await shop.server.app.get(SigningKeys).published();
            const key = createPublicKey({ key: { ...keys[0] }, format: 'jwk' });
            const secrets = [
                Buffer.from(key.export({ format: 'pem', type: 'spki' })),
                key.export({ format: 'der', type: 'spki' }),
                Buffer.from(JSON.stringify(keys[0])),
            ];
            for (const secret of secrets) {
                const forged = await signedAgain(accessToken, { header: { alg: 'HS256' }, key: secret });
                expect(await shop.client.whoIs(forged)).toBe(401);
            }
        });

        it('signed by somebody else is refused, whatever key it names or brings', async () => {
            const { accessToken } = await good();
            const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
            const jwk = publicKey.export({ format: 'jwk' });
            const headers: Record<string, string>[] = [
                {},
                { kid: 'unknown' },
                { kid: '../../../etc/passwd' },
                { kid: "' OR 1=1 --" },
                { jwk: jwk as never },
                { jku: 'http://127.0.0.1:1/keys' },
            ];
            for (const header of headers) {
                const forged = await signedAgain(accessToken, { header, key: privateKey });
                expect(await shop.client.whoIs(forged)).toBe(401);
            }
        });

        it('of ours for another use, or of another issuer, is refused', async () => {
            const { accessToken } = await good();
            expect(await shop.client.whoIs(await signedAgain(accessToken, { header: { typ: 'JWT' } }))).toBe(
                401,
            );
            const foreign = await signedAgain(accessToken, {
                payload: { iss: `${tokenOptions.issuer}.evil` },
            });
            expect(await shop.client.whoIs(foreign)).toBe(401);
        });

        it('for the Shop API never works at the Admin API, and the other way round', async () => {
            const [shopper, staff] = [await good('shop'), await good('admin')];
            expect(await shop.client.whoIs(shopper.accessToken, 'admin')).toBe(401);
            expect(await shop.client.whoIs(staff.accessToken, 'shop')).toBe(401);
            expect(await shop.client.whoIs(staff.accessToken, 'admin')).toBe('superadmin');
            for (const aud of [['shop', 'admin'], ['admin', 'other'], 'Admin', '']) {
                const both = await signedAgain(shopper.accessToken, { payload: { aud } });
                expect(await shop.client.whoIs(both, 'admin')).toBe(401);
            }
        });

        it('is refused with what a client needs in order to refresh, also across origins', async () => {
            const { status, headers, body } = await shop.client.graphQl('shop', '{ me { identifier } }', {
                authorization: 'Bearer a.b.c',
                origin: 'https://elsewhere.example',
            });
            expect(status).toBe(401);
            expect(headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
            expect(headers.get('cache-control')).toBe('no-store');
            expect(headers.get('access-control-allow-origin')).toBeTruthy();
            expect(body).toMatchObject({ type: 'urn:efi:problem:invalid-token', status: 401 });
        });

        it('wins over a cookie of Vendure, and no session token leaves with the answer', async () => {
            const { accessToken } = await good();
            const login = await shop.client.graphQl(
                'shop',
                `mutation { login(username: "${shop.customers[1]}", password: "test") { __typename } }`,
            );
            const cookie = login.headers
                .getSetCookie()
                .map(line => line.split(';')[0])
                .join('; ');
            expect(cookie).toContain('session=');
            const headers = { authorization: `Bearer ${accessToken}`, cookie };
            const { body } = await shop.client.graphQl('shop', '{ me { identifier } }', headers);
            expect(body.data?.me).toEqual({ identifier: shop.customers[0] });

            const again = await shop.client.graphQl('shop', 'mutation { logout { success } }', headers);
            expect(again.body.data?.logout).toEqual({ success: true });
            expect(again.headers.get('vendure-auth-token')).toBeNull();
            expect(again.headers.getSetCookie()).toEqual([]);
        });
    });
}
