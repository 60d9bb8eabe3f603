import { freePort, testShop } from '@efi/plugin-kit/testing';
import { RestApiPlugin, restApiMigrations } from '@efi/rest-api-plugin';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuthPlugin, authMigrations } from '../src';
import { Browser } from './browser';
import { keptActs } from './kept-acts';
import { CLIENT, localProvider } from './local-provider';
import { takeCode } from './take-code';
import { tokenOptions } from './token-shop';

const HOME = 'https://shop.example';

describe('sign-in by OpenID Connect', async () => {
    const port = await freePort();
    const server = `http://localhost:${port}`;
    const start = (provider: string, query = '') => `${server}/api/auth/oidc/${provider}/start${query}`;
    const callback = (provider: string) => `${server}/api/auth/oidc/${provider}/callback`;
    const idp = await localProvider([callback('club'), callback('staff'), callback('open')]);
    const known = { issuer: idp.issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret, insecure: true };
    const away = `http://127.0.0.1:${await freePort()}`;
    const shop = await testShop({
        plugins: [
            RestApiPlugin.init({ limits: { credentials: 10_000 } }),
            AuthPlugin.init({
                tokens: tokenOptions,
                secondFactor: { secret: tokenOptions.secret, name: 'Daylark' },
                oidc: {
                    publicUrl: server,
                    returnOrigins: [HOME, 'https://admin.shop.example'],
                    providers: [
                        { ...known, id: 'club', label: 'Club', audience: 'shop' },
                        {
                            ...{ ...known, id: 'staff', label: 'Staff', audience: 'admin' },
                            scopes: ['openid', 'email', 'profile'],
                            roles: { claim: 'groups', map: { buyers: 'buyer', heads: 'head' } },
                        },
                        {
                            ...{ ...known, id: 'open', label: 'Known staff', audience: 'admin' },
                            secondFactor: { amr: ['mfa'] },
                        },
                        { ...known, id: 'away', label: 'Away', audience: 'shop', issuer: away },
                    ],
                },
            }),
        ],
        migrations: [...restApiMigrations, ...authMigrations],
        customerCount: 2,
        config: { apiOptions: { port }, authOptions: { tokenMethod: ['cookie', 'bearer'] } },
    });
    let customers: string[] = [];

    beforeAll(async () => {
        await idp.start();
        await shop.start();
        const rows = await shop.sql<{ emailAddress: string }>(
            'SELECT "emailAddress" FROM customer ORDER BY id',
        );
        customers = rows.map(({ emailAddress }) => emailAddress);
        const role = `INSERT INTO role (code, description, permissions) VALUES ($1, '', $2) RETURNING id`;
        for (const [code, permissions] of [
            ['buyer', 'Authenticated,ReadCatalog'],
            ['head', 'Authenticated,ReadOrder'],
        ]) {
            const [made] = await shop.sql<{ id: number }>(role, [code, permissions]);
            await shop.sql('INSERT INTO role_channels_channel ("roleId", "channelId") VALUES ($1, 1)', [
                made?.id,
            ]);
        }
    });
    afterAll(async () => {
        await shop.stop();
        await idp.stop();
    });

    /** From the button to where the browser comes back to. */
    async function signIn(
        provider: string,
        subject: string | undefined,
        { browser = new Browser(), query = '' } = {},
    ) {
        idp.desk.signInAs = subject;
        const { location } = await browser.visit(start(provider, query), 'https://');
        return { browser, location, ask: asker(browser, provider === 'club' ? 'shop' : 'admin') };
    }

    function asker(browser: Browser, api: 'shop' | 'admin') {
        return async (query: string) => {
            const response = await fetch(`${server}/${api}-api`, {
                method: 'POST',
                headers: { 'content-type': 'application/json', cookie: browser.cookiesFor(server) },
                body: JSON.stringify({ query }),
            });
            const { data, errors } = (await response.json()) as {
                data?: Record<string, unknown>;
                errors?: { extensions: { code: string } }[];
            };
            return errors?.[0]?.extensions.code ?? data ?? response.status;
        };
    }

    const me = '{ me { identifier } }';

    describe('of a shopper', () => {
        it('who is new makes an account, and comes back to it', async () => {
            idp.people.set('ada', { email: 'Ada@Example.com', email_verified: true, name: 'Ada Lovelace' });
            const first = await signIn('club', 'ada', { query: '?returnTo=/account' });
            expect(first.location).toBe(`${HOME}/account`);
            expect(await first.ask(me)).toEqual({ me: { identifier: 'ada@example.com' } });
            expect(await first.ask('{ activeCustomer { firstName lastName } }')).toEqual({
                activeCustomer: { firstName: 'Ada', lastName: 'Lovelace' },
            });
            await signIn('club', 'ada');
            const accounts = await shop.sql(`SELECT id FROM "user" WHERE identifier = 'ada@example.com'`);
            expect(accounts).toHaveLength(1);
        });

        it('who has an account with this e-mail address gets to it, once the provider has verified that', async () => {
            const [email = ''] = customers;
            idp.people.set('thief', { email, email_verified: false });
            const thief = await signIn('club', 'thief');
            expect(thief.location).toBe(`${HOME}/?signInFailed=email-not-verified`);
            expect(await thief.ask(me)).toBe('FORBIDDEN');

            idp.people.set('owner', { email, email_verified: true });
            expect(await (await signIn('club', 'owner')).ask(me)).toEqual({ me: { identifier: email } });
            // Known by who they are from now on, whatever the address is.
            idp.people.set('owner', { email: 'other@example.com', email_verified: false });
            expect(await (await signIn('club', 'owner')).ask(me)).toEqual({ me: { identifier: email } });
        });

        it('does not take over an account that somebody has begun with this address', async () => {
            const [, email = ''] = customers;
            await shop.sql(`UPDATE "user" SET verified = false WHERE identifier = $1`, [email]);
            idp.people.set('second', { email, email_verified: true });
            const answer = await signIn('club', 'second');
            expect(answer.location).toBe(`${HOME}/?signInFailed=account-not-verified`);
            const links = `SELECT id FROM authentication_method WHERE "externalIdentifier" = 'second'`;
            expect(await shop.sql(links)).toEqual([]);
        });

        it('in two tabs at once is one account', async () => {
            idp.people.set('twice', { email: 'twice@example.com', email_verified: true });
            await Promise.all([1, 2, 3].map(() => signIn('club', 'twice')));
            const accounts = await shop.sql(`SELECT id FROM "user" WHERE identifier = 'twice@example.com'`);
            expect(accounts).toHaveLength(1);
        });

        it('ends with signing out', async () => {
            idp.people.set('bea', { email: 'bea@example.com', email_verified: true });
            const { ask } = await signIn('club', 'bea');
            expect(await ask(me)).toEqual({ me: { identifier: 'bea@example.com' } });
            expect(await ask('mutation { logout { success } }')).toEqual({ logout: { success: true } });
            expect(await ask(me)).toBe(401);
        });

        it('gives tokens of the Shop API only', async () => {
            const { browser } = await signIn('club', 'ada');
            expect(await asker(browser, 'admin')('{ products { totalItems } }')).toBe('FORBIDDEN');
        });

        it('that is cancelled says so, in the audit trail too', async () => {
            const told = keptActs(shop);
            const { location, ask } = await signIn('club', undefined);
            const detail = { provider: 'club', reason: 'denied' };
            expect(told).toMatchObject([{ action: 'authenticate', status: 'refused', detail }]);
            expect(location).toBe(`${HOME}/?signInFailed=denied`);
            expect(await ask(me)).toBe('FORBIDDEN');
        });
    });

    describe('of the staff', () => {
        const administrators = () => shop.sql('SELECT id FROM administrator');
        const products = '{ products { totalItems } }';
        const orders = '{ orders { totalItems } }';

        it('gives and takes roles as the provider says, at each sign-in', async () => {
            idp.people.set('bo', { email: 'bo@example.com', email_verified: true, groups: ['buyers', 'x'] });
            const buyer = await signIn('staff', 'bo');
            expect(await buyer.ask(products)).toHaveProperty('products');
            expect(await buyer.ask(orders)).toBe('FORBIDDEN');

            idp.people.set('bo', { email: 'bo@example.com', email_verified: true, groups: ['heads'] });
            const head = await signIn('staff', 'bo');
            expect(await head.ask(products)).toBe('FORBIDDEN');
            expect(await head.ask(orders)).toHaveProperty('orders');
            // What the browser has from before has ended with the role.
            expect(await buyer.ask(products)).toBe(401);

            idp.people.set('bo', { email: 'bo@example.com', email_verified: true, groups: [] });
            expect((await signIn('staff', 'bo')).location).toBe(`${HOME}/?signInFailed=no-role`);
        });

        it('makes no account without a role, a verified address, or leave to make any', async () => {
            const before = (await administrators()).length;
            idp.people.set('no-one', { email: 'no@example.com', email_verified: true });
            expect((await signIn('staff', 'no-one')).location).toContain('signInFailed=no-role');
            expect((await signIn('open', 'no-one')).location).toContain('signInFailed=no-account');
            idp.people.set('liar', { email: 'superadmin', email_verified: false, groups: ['heads'] });
            expect((await signIn('staff', 'liar')).location).toContain('signInFailed=email-not-verified');
            expect(await administrators()).toHaveLength(before);
        });

        it('lets in who has an account already, with the roles that it has', async () => {
            await shop.sql(`UPDATE administrator SET "emailAddress" = 'Root@example.com' WHERE id = 1`);
            idp.people.set('root', { email: 'root@example.com', email_verified: true });
            const { ask } = await signIn('open', 'root');
            expect(await ask(me)).toEqual({ me: { identifier: 'superadmin' } });
        });
    });

    describe('of a member of the staff who has a second factor', () => {
        const person = { email: 'sec@example.com', email_verified: true, groups: ['heads'] };

        it('takes the word of a provider that is trusted with it, and of no other', async () => {
            idp.people.set('sec', person);
            const { ask } = await signIn('staff', 'sec');
            expect(await ask(me)).toEqual({ me: { identifier: 'sec@example.com' } });
            await shop.sql(`INSERT INTO efi_auth_second_factor ("userId", "sealedSecret", "confirmedAt")
                SELECT id, 'of an app', now() FROM "user" WHERE identifier = 'sec@example.com'`);
            const sessions = () => shop.sql('SELECT id FROM session');
            const before = (await sessions()).length;
            const refused = `${HOME}/?signInFailed=second-factor`;

            idp.people.set('sec', { ...person, amr: ['pwd'] });
            expect((await signIn('open', 'sec')).location).toBe(refused);
            idp.people.set('sec', { ...person, amr: ['pwd', 'mfa'] });
            expect((await signIn('staff', 'sec')).location).toBe(refused);
            expect(await sessions()).toHaveLength(before);

            const proven = await signIn('open', 'sec');
            expect(proven.location).toBe(`${HOME}/`);
            expect(await proven.ask(me)).toEqual({ me: { identifier: 'sec@example.com' } });
            // It counts as shown, for what asks for it again.
            expect(await shop.sql('SELECT * FROM efi_auth_second_factor_proof')).toHaveLength(1);
        });
    });

    describe('of a page that takes a code', () => {
        const page = 'a secret that the page keeps';
        const challenge = createHash('sha256').update(page).digest('base64url');
        const withCode = `?returnTo=/back&challenge=${challenge}`;

        /** Signs in up to the page. @returns the code, which nobody else has. */
        async function codeFor(provider: string, subject: string) {
            const { browser, location } = await signIn(provider, subject, { query: withCode });
            // No session comes with it, and no token.
            expect(browser.cookiesFor(server)).toBe('');
            const { origin, pathname, searchParams } = new URL(location);
            expect([origin, pathname, [...searchParams.keys()]]).toEqual([HOME, '/back', ['signInCode']]);
            return searchParams.get('signInCode') ?? '';
        }

        const take = (code: string, verifier = page, api: 'shop' | 'admin' = 'shop') =>
            takeCode(`${server}/${api}-api`, { code, verifier });
        const refused = { errorCode: 'INVALID_CREDENTIALS_ERROR' };

        it('gives its session once, for the secret of the page, at the API that it is for', async () => {
            idp.people.set('cora', { email: 'cora@example.com', email_verified: true });
            const code = await codeFor('club', 'cora');
            const taken = await Promise.all([take(code), take(code)]);
            const signedIn = taken.filter(answer => 'identifier' in answer);
            expect(signedIn).toEqual([
                { identifier: 'cora@example.com', token: expect.any(String) as string },
            ]);
            expect(await take(code)).toMatchObject(refused);
            const answer = await fetch(`${server}/shop-api`, {
                method: 'POST',
                headers: {
                    'content-type': 'application/json',
                    authorization: `Bearer ${signedIn[0]?.token}`,
                },
                body: JSON.stringify({ query: 'mutation { logout { success } }' }),
            });
            expect(await answer.json()).toEqual({ data: { logout: { success: true } } });
        });

        it('is worth nothing to another page, at another API, and after a minute', async () => {
            const guessed = await codeFor('club', 'ada');
            expect(await take(guessed, 'another secret')).toMatchObject(refused);
            expect(await take(guessed)).toMatchObject(refused);

            const elsewhere = await codeFor('club', 'ada');
            expect(await take(elsewhere, page, 'admin')).toMatchObject(refused);

            const late = await codeFor('club', 'ada');
            await shop.sql(`UPDATE efi_auth_sign_in_code SET "expiresAt" = now() - interval '1 second'`);
            expect(await take(late)).toMatchObject(refused);
        });

        it('signs staff in, who have shown a second factor where they have one', async () => {
            const person = { email: 'dee@example.com', email_verified: true, groups: ['heads'] };
            idp.people.set('dee', person);
            expect(await take(await codeFor('staff', 'dee'), page, 'admin')).toMatchObject({
                identifier: 'dee@example.com',
            });
            await shop.sql(`INSERT INTO efi_auth_second_factor ("userId", "sealedSecret", "confirmedAt")
                SELECT id, 'of an app', now() FROM "user" WHERE identifier = 'dee@example.com'`);
            const { location } = await signIn('staff', 'dee', { query: withCode });
            expect(location).toBe(`${HOME}/back?signInFailed=second-factor`);
            idp.people.set('dee', { ...person, amr: ['mfa'] });
            expect(await take(await codeFor('open', 'dee'), page, 'admin')).toMatchObject({
                identifier: 'dee@example.com',
            });
        });

        it('is told when the provider is away, or refuses', async () => {
            const { location } = await new Browser().visit(start('away', withCode), 'https://');
            expect(location).toBe(`${HOME}/back?signInFailed=unavailable`);
            const cancelled = await signIn('club', undefined, { query: withCode });
            expect(cancelled.location).toBe(`${HOME}/back?signInFailed=denied`);
        });

        it.each(['', 'x', 'a'.repeat(44), `${'a'.repeat(42)}=`])(
            'has a challenge that is none: “%s”',
            async wrong => {
                const answer = await fetch(start('club', `?challenge=${wrong}`), { redirect: 'manual' });
                expect(answer.status).toBe(400);
                expect(await answer.json()).toMatchObject({ type: 'urn:efi:problem:wrong-challenge' });
            },
        );

        it('finds the providers of its API', async () => {
            const list = '{ efiSignInProviders { id label start } }';
            expect(await asker(new Browser(), 'shop')(list)).toEqual({
                efiSignInProviders: [
                    { id: 'club', label: 'Club', start: start('club') },
                    { id: 'away', label: 'Away', start: start('away') },
                ],
            });
            const ofStaff = await asker(new Browser(), 'admin')('{ efiSignInProviders { id } }');
            expect(ofStaff).toEqual({ efiSignInProviders: [{ id: 'staff' }, { id: 'open' }] });
        });
    });

    describe('can’t be abused', () => {
        it.each(['//evil.example', 'https://evil.example/', '/\\evil.example', 'javascript:alert(1)'])(
            'to send browsers to %s',
            async to => {
                const answer = await fetch(start('club', `?returnTo=${encodeURIComponent(to)}`), {
                    redirect: 'manual',
                });
                expect(answer.status).toBe(400);
                expect(answer.headers.get('location')).toBeNull();
                expect(await answer.json()).toMatchObject({ type: 'urn:efi:problem:wrong-return' });
            },
        );

        it('by handing somebody the end of one’s own sign-in', async () => {
            idp.desk.signInAs = 'ada';
            const attacker = await new Browser().visit(start('club'), callback('club'));
            expect(attacker.location).toContain('code=');
            const stranger = await new Browser().visit(attacker.location, 'https://');
            expect(stranger).toMatchObject({ status: 400, setCookie: [] });
            // Nor in the middle of a sign-in of the victim's own: its state is another one.
            const victim = new Browser();
            await victim.visit(start('club'), callback('club'));
            const mixed = await victim.visit(attacker.location, 'https://');
            expect(mixed.location).toBe(`${HOME}/?signInFailed=denied`);
            expect(mixed.setCookie.join()).not.toContain('access=ey');
        });

        it('by going through its end twice, or at another provider', async () => {
            idp.desk.signInAs = 'ada';
            const browser = new Browser();
            const { location } = await browser.visit(start('club'), callback('club'));
            const elsewhere = location.replace('/club/', '/staff/');
            expect((await browser.visit(elsewhere, 'https://')).status).toBe(400);
            expect((await browser.visit(location, 'https://')).location).toBe(`${HOME}/`);
            expect((await browser.visit(location, 'https://')).status).toBe(400);
        });

        it('by changing what the browser keeps', async () => {
            const answer = await fetch(`${callback('club')}?code=x&state=y`, {
                headers: { cookie: `efi-oidc=${Buffer.alloc(80).toString('base64')}` },
                redirect: 'manual',
            });
            expect(answer.status).toBe(400);
            const browser = new Browser();
            const begun = await browser.visit(start('club'), idp.issuer);
            expect(begun.setCookie.join()).toMatch(/efi-oidc=.*HttpOnly.*SameSite=Lax/);
            const sent = new URL(begun.location).searchParams;
            expect(sent.get('code_challenge_method')).toBe('S256');
            expect(browser.cookiesFor(server)).not.toContain(sent.get('state'));
        });
    });

    it('says when there is no such provider, and when it is away', async () => {
        expect((await fetch(start('none'))).status).toBe(404);
        expect((await fetch(start('away'))).status).toBe(503);
    });

    it('is offered to pages for signing in', async () => {
        const answer = await fetch(`${server}/api/v1/auth/providers`);
        const { items } = (await answer.json()) as { items: object[] };
        expect(items).toContainEqual({ id: 'club', label: 'Club', audience: 'shop', start: start('club') });
        expect(JSON.stringify(items)).not.toContain(CLIENT.secret);
    });
});
