import { describe, expect, it } from 'vitest';
import type { TokenShop } from './token-shop';

/** Signing in, refreshing, and whatever ends it. */
export function familiesSuite(shop: TokenShop): void {
    const { client } = shop;

    /** The moment in which a second use is put down to a race is over. */
    const afterTheRace = () =>
        shop.sql(`UPDATE efi_auth_token_family SET "refreshedAt" = "refreshedAt" - interval '11 seconds'`);

    describe('signing in by token', () => {
        it('hands out a pair with its lives, once', async () => {
            const { status, body, headers } = await client.signIn(shop.customers[0] ?? '', 'test');
            expect(status).toBe(200);
            expect(body).toMatchObject({ tokenType: 'Bearer', expiresIn: 900, refreshExpiresIn: 604_800 });
            expect(headers.get('cache-control')).toBe('no-store');
            expect(headers.get('vendure-auth-token')).toBeNull();
            const rows = JSON.stringify(await shop.sql('SELECT * FROM efi_auth_token_family'));
            expect(rows).not.toContain(body.refreshToken);
        });

        it('is refused alike for a wrong password, an unknown account and the wrong API', async () => {
            const answers = await Promise.all([
                client.signIn(shop.customers[0] ?? '', 'wrong'),
                client.signIn('nobody@example.com', 'test'),
                client.signIn('superadmin', 'superadmin', 'shop'),
                client.signIn(shop.customers[0] ?? '', 'test', 'admin'),
            ]);
            for (const { status, body } of answers) {
                expect(status).toBe(401);
                expect(body).toMatchObject({ type: 'urn:efi:problem:wrong-credentials' });
            }
        });

        it('works at REST, where an ended token is as good as none', async () => {
            const whoAmI = async (headers: Record<string, string>) => {
                const answer = await fetch(`${shop.address}/api/v1/who-am-i`, { headers });
                return answer.status === 200 ? ((await answer.json()) as object) : answer.status;
            };
            const [shopper, staff] = [await shop.signedIn(), await shop.signedInStaff()];
            expect(await whoAmI({})).toBe(401);
            expect(await whoAmI({ authorization: `Bearer ${shopper.accessToken}` })).toEqual({
                identifier: shop.customers[0],
            });
            expect(await whoAmI({ authorization: `Bearer ${staff.accessToken}` })).toEqual({
                identifier: 'superadmin',
            });
            expect(await whoAmI({ cookie: `efi-admin-access=${staff.accessToken}` })).toBe(401);

            await client.revoke(shopper.refreshToken);
            const ended = { authorization: `Bearer ${shopper.accessToken}` };
            expect(await whoAmI(ended)).toBe(401);
            const { refreshToken } = await shop.signedIn();
            const next = await client.post('/api/v1/auth/token/shop/refresh', { refreshToken }, ended);
            expect(next.status).toBe(200);
        });
    });

    describe('a browser', () => {
        const signIn = async () => {
            const answer = await client.signIn(shop.customers[0] ?? '', 'test', 'shop', {
                delivery: 'cookie',
            });
            const cookies = answer.headers.getSetCookie();
            return { ...answer, cookies, jar: cookies.map(line => line.split(';')[0]).join('; ') };
        };

        it('gets its tokens in cookies that scripts and other sites have no part in', async () => {
            const { body, cookies, jar } = await signIn();
            expect(body).not.toHaveProperty('accessToken');
            expect(body).not.toHaveProperty('refreshToken');
            expect(cookies).toHaveLength(2);
            for (const cookie of cookies) {
                expect(cookie).toMatch(/; HttpOnly/);
                expect(cookie).toMatch(/; SameSite=Strict/);
            }
            expect(cookies[0]).toMatch(/^efi-shop-access=.*Max-Age=900; Path=\//);
            expect(cookies[1]).toMatch(
                /^efi-shop-refresh=.*Max-Age=604800; Path=\/api\/v1\/auth\/token\/shop;/,
            );
            const me = await client.graphQl('shop', '{ me { identifier } }', { cookie: jar });
            expect(me.body.data?.me).toEqual({ identifier: shop.customers[0] });
        });

        it('is not spoken for by another site, nor at the other API', async () => {
            const { jar } = await signIn();
            const crossSite = await client.graphQl('shop', '{ me { identifier } }', {
                cookie: jar,
                'sec-fetch-site': 'cross-site',
            });
            expect(crossSite.body.data?.me ?? null).toBeNull();
            const admin = await client.graphQl('admin', '{ me { identifier } }', { cookie: jar });
            expect(admin.body.data?.me ?? null).toBeNull();
        });

        it('refreshes and signs out by cookie', async () => {
            const { jar } = await signIn();
            const next = await client.post('/api/v1/auth/token/shop/refresh', {}, { cookie: jar });
            expect(next.status).toBe(200);
            expect(next.body).not.toHaveProperty('refreshToken');
            const cookies = next.headers.getSetCookie().map(line => line.split(';')[0] ?? '');
            const out = await client.post(
                '/api/v1/auth/token/shop/revoke',
                {},
                { cookie: cookies.join('; ') },
            );
            expect(out.status).toBe(204);
            expect(out.headers.getSetCookie().every(line => /Max-Age=0/.test(line))).toBe(true);
            const me = await client.graphQl('shop', '{ me { identifier } }', { cookie: cookies.join('; ') });
            expect(me.status).toBe(401);
            expect(me.headers.getSetCookie()).toEqual([
                expect.stringMatching(/^efi-shop-access=; Max-Age=0/),
            ]);
        });
    });

    describe('a refresh token', () => {
        it('is good once, and the next one takes its place', async () => {
            const first = await shop.signedIn();
            const { status, body: second } = await client.refresh(first.refreshToken);
            expect(status).toBe(200);
            expect(second.refreshToken).not.toBe(first.refreshToken);
            expect(await client.whoIs(second.accessToken)).toBe(shop.customers[0]);
            expect((await client.refresh(second.refreshToken)).status).toBe(200);
        });

        it('used again ends its family, the newest tokens too', async () => {
            const first = await shop.signedIn();
            const { body: second } = await client.refresh(first.refreshToken);
            await afterTheRace();
            expect((await client.refresh(first.refreshToken)).status).toBe(401);
            expect((await client.refresh(second.refreshToken)).status).toBe(401);
            expect(await client.whoIs(second.accessToken)).toBe(401);
            expect(await client.whoIs(first.accessToken)).toBe(401);
        });

        it('older than the one before ends its family at once', async () => {
            const first = await shop.signedIn();
            const { body: second } = await client.refresh(first.refreshToken);
            const { body: third } = await client.refresh(second.refreshToken);
            expect((await client.refresh(first.refreshToken)).status).toBe(401);
            expect((await client.refresh(third.refreshToken)).status).toBe(401);
        });

        it('of two tabs at the same moment gives one pair, and signs nobody out', async () => {
            const { refreshToken } = await shop.signedIn();
            const answers = await Promise.all([1, 2, 3, 4].map(() => client.refresh(refreshToken)));
            expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
            const [winner] = answers.filter(({ status }) => status === 200);
            for (const { body, headers } of answers.filter(({ status }) => status === 409)) {
                expect(JSON.stringify(body)).not.toContain('Token"');
                expect(headers.get('retry-after')).toBe('1');
            }
            expect(await client.whoIs(winner?.body.accessToken ?? '')).toBe(shop.customers[0]);
            expect((await client.refresh(winner?.body.refreshToken ?? '')).status).toBe(200);
        });

        it('that is late, of the other audience, or no token at all is refused', async () => {
            const { refreshToken } = await shop.signedIn();
            expect((await client.refresh(refreshToken, 'admin')).status).toBe(401);
            for (const other of ['', 'x', `${refreshToken}x`, refreshToken.slice(1), '\u0000']) {
                expect((await client.refresh(other)).status).toBeOneOf([400, 401]);
            }
            await shop.sql(`UPDATE efi_auth_token_family SET "refreshedAt" = now() - interval '7 days'`);
            expect((await client.refresh(refreshToken)).status).toBe(401);
        });
    });
}
