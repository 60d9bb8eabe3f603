import { AccountNoticeEvent } from '@efi/plugin-kit';
import { testShop } from '@efi/plugin-kit/testing';
import { RestApiPlugin, restApiMigrations } from '@efi/rest-api-plugin';
import { ConfigService, EventBus } from '@vendure/core';
import { generateSync } from 'otplib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AuthPlugin, authMigrations } from '../src';
import type { Audience } from '../src/tokens/domain/audience';
import { trustProxy } from './callers';
import { type Ceremony, SoftwareAuthenticator } from './software-authenticator';
import { tokenClient } from './token-client';
import { tokenOptions } from './token-shop';

const PASSWORD = 'a password of somebody';
const RP_ID = 'shop.example';
const ORIGINS = { shop: 'https://www.shop.example', admin: 'https://admin.shop.example' };
const REFUSED = { __typename: 'InvalidCredentialsError', authenticationError: '' };
const IN = { __typename: 'CurrentUser' };

interface CreationOptions {
    readonly challenge: string;
    readonly user: { readonly id: string; readonly name: string };
    readonly excludeCredentials: readonly { readonly id: string }[];
    readonly authenticatorSelection: object;
}

interface Made {
    readonly authenticator: SoftwareAuthenticator;
    readonly handle: string;
    readonly id: string;
}

describe('passkeys', async () => {
    const shop = await testShop({
        plugins: [
            RestApiPlugin.init({ limits: { credentials: 10_000 } }),
            AuthPlugin.init({
                tokens: tokenOptions,
                lockOut: { answerAfterMs: 1 },
                secondFactor: { secret: 'the secret of this one installation', name: 'Daylark' },
                passkeys: {
                    name: 'Daylark',
                    shop: { origins: [ORIGINS.shop], rpId: RP_ID },
                    admin: { origins: [ORIGINS.admin], rpId: RP_ID },
                },
            }),
        ],
        migrations: [...restApiMigrations, ...authMigrations],
        config: {
            authOptions: { tokenMethod: ['cookie', 'bearer'], requireVerification: false },
        },
    });
    const client = tokenClient(`http://localhost:${shop.config.apiOptions.port}`);
    const notices: AccountNoticeEvent[] = [];
    let count = 0;
    let name = '';
    let session = '';

    const call = async (
        audience: Audience,
        query: string,
        { token = '', variables = {} }: { token?: string; variables?: Record<string, unknown> } = {},
    ) => {
        const { body, headers } = await client.graphQl(
            audience,
            query,
            {
                'x-forwarded-for': `192.0.2.${count}`,
                'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0',
                ...(token ? { authorization: `Bearer ${token}` } : {}),
            },
            variables,
        );
        return {
            value: Object.values(body.data ?? {})[0],
            code: body.errors?.[0]?.extensions?.code,
            token: headers.get('vendure-auth-token') ?? '',
        };
    };
    const data = async <Data>(audience: Audience, query: string, more: object = {}) => {
        const { value, code } = await call(audience, query, more);
        expect(code).toBeUndefined();
        return value as Data;
    };
    const signIn = (audience: Audience, account: string) =>
        call(audience, `mutation { login(username: "${account}", password: "${PASSWORD}") { __typename } }`);

    const begin = (audience: Audience, token: string, password?: string) =>
        call(
            audience,
            'mutation Begin($password: String) { beginEfiPasskeyRegistration(password: $password) }',
            {
                token,
                variables: { password },
            },
        );
    const begun = async (audience: Audience, token: string) => {
        const { value, code } = await begin(audience, token);
        expect(code).toBeUndefined();
        return JSON.parse(value as string) as CreationOptions;
    };
    const finish = (audience: Audience, token: string, response: object, passkey?: string) =>
        call(
            audience,
            `mutation Finish($input: CreateEfiPasskeyInput!) {
                finishEfiPasskeyRegistration(input: $input) { id name isBackedUp lastUsedAt }
            }`,
            { token, variables: { input: { ...response, name: passkey } } },
        );
    const challengeFor = async (audience: Audience) => {
        const options = await data<string>(audience, 'mutation { beginEfiPasskeySignIn }');
        return (JSON.parse(options) as { challenge: string }).challenge;
    };
    const authenticate = async (audience: Audience, response: unknown) => {
        const { value, code, token } = await call(
            audience,
            `mutation SignIn($response: EfiPasskeyInput!) {
                authenticate(input: { efiPasskey: $response }) {
                    __typename
                    ... on InvalidCredentialsError { authenticationError }
                }
            }`,
            { variables: { response } },
        );
        return { outcome: value ?? code, token };
    };
    const ceremony = (audience: Audience, challenge: string): Ceremony => ({
        challenge,
        origin: ORIGINS[audience],
        rpId: RP_ID,
    });

    async function make(audience: Audience, token: string, passkey?: string): Promise<Made> {
        const { challenge, user } = await begun(audience, token);
        const authenticator = new SoftwareAuthenticator();
        const { value, code } = await finish(
            audience,
            token,
            authenticator.create(ceremony(audience, challenge)),
            passkey,
        );
        expect(code).toBeUndefined();
        return { authenticator, handle: user.id, id: (value as { id: string }).id };
    }
    async function signInBy(
        audience: Audience,
        { authenticator, handle }: Made,
        wrong: Partial<Ceremony> = {},
    ) {
        const challenge = await challengeFor(audience);
        return authenticate(
            audience,
            authenticator.get({ ...ceremony(audience, challenge), userHandle: handle, ...wrong }),
        );
    }

    beforeAll(async () => {
        await shop.start();
        trustProxy(shop);
        shop.server.app
            .get(EventBus)
            .ofType(AccountNoticeEvent)
            .subscribe(event => notices.push(event));
    });
    afterAll(() => shop.stop());
    async function newShopper(): Promise<string> {
        const account = `shopper-${++count}@example.com`;
        await data(
            'shop',
            `mutation { registerCustomerAccount(input: { emailAddress: "${account}", firstName: "Ada",
                lastName: "Byron", password: "${PASSWORD}" }) { __typename } }`,
        );
        return account;
    }
    async function newStaff(): Promise<string> {
        const account = `staff-${++count}@example.com`;
        const { accessToken } = (await client.signIn('superadmin', 'superadmin', 'admin')).body;
        await data(
            'admin',
            `mutation { createAdministrator(input: { emailAddress: "${account}", firstName: "A", lastName: "B",
                password: "${PASSWORD}", roleIds: ["T_1"] }) { id } }`,
            { token: accessToken },
        );
        return account;
    }
    beforeEach(async () => {
        name = await newShopper();
        session = (await signIn('shop', name)).token;
        notices.length = 0;
    });

    it('are made by a shopper, and sign in without a name and a password', async () => {
        const options = await begun('shop', session);
        expect(options).toMatchObject({
            rp: { id: RP_ID, name: 'Daylark' },
            user: { name, displayName: 'Ada Byron' },
            authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
            excludeCredentials: [],
        });
        const made = await make('shop', session);
        const list = '{ efiPasskeys { name isBackedUp lastUsedAt } }';
        const passkey = { name: 'Firefox, Linux', isBackedUp: false };
        expect(await data('shop', list, { token: session })).toEqual([{ ...passkey, lastUsedAt: null }]);

        const { outcome, token } = await signInBy('shop', made);
        expect(outcome).toEqual(IN);
        expect(await data('shop', '{ me { identifier } }', { token })).toEqual({ identifier: name });
        expect(await data('shop', '{ efiSessions { isCurrent } }', { token })).toHaveLength(2);
        expect(await data('shop', list, { token })).toEqual([
            { ...passkey, lastUsedAt: expect.any(String) as string },
        ]);
        const next = await begun('shop', token);
        expect(next.excludeCredentials).toEqual([
            expect.objectContaining({ id: made.authenticator.id.toString('base64url') }),
        ]);
    });

    it.each<[string, Partial<Ceremony>]>([
        ['from a page elsewhere', { origin: 'https://www.shop.example.evil.example' }],
        ['from a page of the other API', { origin: ORIGINS.admin }],
        ['for another domain', { rpId: 'evil.example' }],
        ['of an owner who was not verified', { userVerified: false }],
        ['of an owner who was not there', { userPresent: false, userVerified: false }],
        ['for another account', { userHandle: Buffer.alloc(32).toString('base64url') }],
        ['of another ceremony', { type: 'webauthn.create' }],
        ['to a challenge that nobody gave', { challenge: Buffer.alloc(32, 7).toString('base64url') }],
        ['whose counter went back', { counter: 1 }],
        ['whose counter stands still', { counter: 2 }],
        ['whose counter is gone', { counter: 0 }],
    ])('refuse an answer %s', async (_what, wrong) => {
        const made = await make('shop', session);
        expect((await signInBy('shop', made)).outcome).toEqual(IN);
        expect(await signInBy('shop', made, wrong)).toEqual({ outcome: REFUSED, token: '' });
        expect((await signInBy('shop', made, { counter: 9 })).outcome).toEqual(IN);
    });

    it('take a challenge once, also when two answers come at once, and not when it is old', async () => {
        const made = await make('shop', session);
        const answer = async (counter: number) =>
            made.authenticator.get({ ...ceremony('shop', await challengeFor('shop')), counter });
        const first = await answer(5);
        const outcomes = await Promise.all([authenticate('shop', first), authenticate('shop', first)]);
        expect(outcomes.filter(({ token }) => token !== '')).toHaveLength(1);
        expect((await authenticate('shop', first)).outcome).toEqual(REFUSED);

        const late = await answer(6);
        await shop.sql('UPDATE efi_auth_passkey_challenge SET "expiresAt" = now()');
        expect((await authenticate('shop', late)).outcome).toEqual(REFUSED);
        expect((await authenticate('shop', await answer(7))).outcome).toEqual(IN);
        expect(await shop.sql('SELECT FROM efi_auth_passkey_challenge')).toEqual([]);
    });

    it('take no challenge of another ceremony, of the other API, or of another account', async () => {
        const made = await make('shop', session);
        const other = (await signIn('shop', await newShopper())).token;
        const { challenge } = await begun('shop', session);
        const signedIn = made.authenticator.get(ceremony('shop', challenge));
        expect((await authenticate('shop', signedIn)).outcome).toEqual(REFUSED);
        const staffs = made.authenticator.get(ceremony('shop', await challengeFor('admin')));
        expect((await authenticate('shop', staffs)).outcome).toEqual(REFUSED);

        const created = new SoftwareAuthenticator().create(ceremony('shop', challenge));
        expect((await finish('shop', other, created)).code).toBe('PASSKEY_REFUSED');
        const forSignIn = ceremony('shop', await challengeFor('shop'));
        const begunElsewhere = new SoftwareAuthenticator().create(forSignIn);
        expect((await finish('shop', session, begunElsewhere)).code).toBe('PASSKEY_REFUSED');
    });

    it('are of one key, and of one account', async () => {
        const made = await make('shop', session);
        const forged = new SoftwareAuthenticator();
        made.authenticator.id.copy(forged.id);
        expect((await signInBy('shop', { ...made, authenticator: forged })).outcome).toEqual(REFUSED);
        const unknown = { ...made, authenticator: new SoftwareAuthenticator() };
        expect((await signInBy('shop', unknown)).outcome).toEqual(REFUSED);

        const other = (await signIn('shop', await newShopper())).token;
        const { challenge } = await begun('shop', other);
        const again = await finish('shop', other, made.authenticator.create(ceremony('shop', challenge)));
        expect(again.code).toBe('PASSKEY_KNOWN');
        expect((await signInBy('shop', made)).outcome).toEqual(IN);
    });

    it.each<[string, Partial<Ceremony>]>([
        ['by a page elsewhere', { origin: 'https://evil.example' }],
        ['for another domain', { rpId: 'evil.example' }],
        ['by an owner who was not verified', { userVerified: false }],
        ['by another ceremony', { type: 'webauthn.get' }],
        ['to a challenge that nobody gave', { challenge: Buffer.alloc(32, 7).toString('base64url') }],
    ])('are not made %s, and the challenge is used up', async (_what, wrong) => {
        const right = ceremony('shop', (await begun('shop', session)).challenge);
        const answer = new SoftwareAuthenticator().create({ ...right, ...wrong });
        expect((await finish('shop', session, answer)).code).toBe('PASSKEY_REFUSED');
        const corrected = await finish('shop', session, new SoftwareAuthenticator().create(right));
        expect(corrected.code).toBe('challenge' in wrong ? undefined : 'PASSKEY_REFUSED');
    });

    it.each([
        { id: 'x', clientDataJSON: 'bm90IGpzb24', authenticatorData: 'eA', signature: 'eA' },
        { id: '', clientDataJSON: '', authenticatorData: '', signature: '' },
        { id: "' OR 1=1 --", clientDataJSON: 'e30', authenticatorData: 'eA', signature: 'eA' },
        { id: 'x', clientDataJSON: 'e30'.repeat(5_000), authenticatorData: 'eA', signature: 'eA' },
    ])('take nothing that no browser sends (%#)', async given => {
        expect((await authenticate('shop', given)).outcome).toEqual(REFUSED);
        const { id, clientDataJSON, signature } = given;
        const registration = { id, clientDataJSON, attestationObject: signature };
        expect((await finish('shop', session, registration)).code).toBe('PASSKEY_REFUSED');
    });

    it('are made only soon after signing in, or with the password', async () => {
        await shop.sql(`UPDATE session SET "createdAt" = now() - interval '16 minutes' WHERE token = $1`, [
            session,
        ]);
        expect((await begin('shop', session)).code).toBe('PASSKEY_STALE');
        expect((await begin('shop', session, 'wrong')).code).toBe('PASSKEY_PASSWORD');
        expect((await begin('shop', session, PASSWORD)).code).toBeUndefined();
        expect((await begin('shop', '')).code).toBe('FORBIDDEN');
    });

    it('are renamed and removed by their owner, who is told, and by nobody else', async () => {
        const made = await make('shop', session, ' My\nphone ');
        const told = (kind: string) =>
            notices.filter(({ notice }) => notice.kind === kind).map(({ emailAddress }) => emailAddress);
        await expect.poll(() => told('passkey-added')).toEqual([name]);
        const other = (await signIn('shop', await newShopper())).token;
        const rename = (text: string) =>
            `mutation { renameEfiPasskey(id: "${made.id}", name: "${text}") { name } }`;
        const remove = `mutation { removeEfiPasskey(id: "${made.id}") { success } }`;
        expect((await call('shop', rename('Theirs'), { token: other })).code).toBe('PASSKEY_UNKNOWN');
        expect(await data('shop', remove, { token: other })).toEqual({ success: false });
        expect((await call('shop', rename('  '), { token: session })).code).toBe('PASSKEY_NAME');
        expect(await data('shop', rename('Blue phone'), { token: session })).toEqual({ name: 'Blue phone' });
        expect((await signInBy('shop', made)).outcome).toEqual(IN);

        expect(await data('shop', remove, { token: session })).toEqual({ success: true });
        await expect.poll(() => told('passkey-removed')).toEqual([name]);
        expect((await signInBy('shop', made)).outcome).toEqual(REFUSED);
        expect(await data('shop', remove, { token: session })).toEqual({ success: false });
    });

    it('end with their account, and sign nobody in whose address is not verified', async () => {
        const made = await make('shop', session);
        const { authOptions } = shop.server.app.get(ConfigService);
        await shop.sql('UPDATE "user" SET verified = false WHERE identifier = $1', [name]);
        authOptions.requireVerification = true;
        expect((await signInBy('shop', made)).outcome).toEqual(REFUSED);
        authOptions.requireVerification = false;
        expect((await signInBy('shop', made)).outcome).toEqual(IN);

        await shop.sql('UPDATE "user" SET "deletedAt" = now() WHERE identifier = $1', [name]);
        expect((await signInBy('shop', made)).outcome).toEqual(REFUSED);
        const left = await shop.sql('SELECT FROM efi_auth_passkey WHERE "credentialId" = $1', [
            made.authenticator.id.toString('base64url'),
        ]);
        expect(left).toEqual([]);
    });

    it('are no key to the other API', async () => {
        const made = await make('shop', session);
        expect((await signInBy('admin', made, { origin: ORIGINS.admin })).outcome).toEqual(REFUSED);
        expect((await signInBy('shop', made)).outcome).toEqual(IN);
    });

    it('can not be tried for long, and a lock of theirs does not touch the password', async () => {
        const made = await make('shop', session);
        for (let attempt = 0; attempt < 10; attempt++) {
            await signInBy('shop', made, { origin: 'https://evil.example' });
        }
        expect((await signInBy('shop', made)).outcome).toEqual({
            ...REFUSED,
            authenticationError: 'TOO_MANY_ATTEMPTS',
        });
        expect((await signIn('shop', name)).value).toEqual(IN);
    });

    it('stand for the second factor of staff, where a password alone does not', async () => {
        const account = await newStaff();
        const staff = (await signIn('admin', account)).token;
        const made = await make('admin', staff);
        const { secret } = await data<{ secret: string }>(
            'admin',
            `mutation { beginEfiSecondFactor(password: "${PASSWORD}") { secret } }`,
            { token: staff },
        );
        const confirm = `mutation { confirmEfiSecondFactor(code: "${generateSync({ secret })}") { codes } }`;
        await data('admin', confirm, { token: staff });

        expect((await signIn('admin', account)).code).toBe('SECOND_FACTOR_REQUIRED');
        const { outcome, token } = await signInBy('admin', made);
        expect(outcome).toEqual(IN);
        await begun('admin', token);
        await shop.sql(`UPDATE efi_auth_second_factor_proof SET "provenAt" = now() - interval '16 minutes'`);
        expect((await begin('admin', token, PASSWORD)).code).toBe('SECOND_FACTOR_STALE');
        const remove = `mutation { removeEfiPasskey(id: "${made.id}") { success } }`;
        expect((await call('admin', remove, { token })).code).toBe('SECOND_FACTOR_STALE');
    });
});
