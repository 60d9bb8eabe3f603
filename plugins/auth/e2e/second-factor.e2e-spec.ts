import { AccountNoticeEvent } from '@efi/plugin-kit';
import { testShop } from '@efi/plugin-kit/testing';
import { RestApiPlugin, restApiMigrations } from '@efi/rest-api-plugin';
import { EventBus } from '@vendure/core';
import { generateSync } from 'otplib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AuthPlugin, authMigrations } from '../src';
import { trustProxy } from './callers';
import { tokenClient } from './token-client';
import { tokenOptions } from './token-shop';

const PASSWORD = 'staff-password';
const IN = { __typename: 'CurrentUser' };

interface Answer {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
    readonly token: string;
}

interface From {
    readonly token?: string;
    readonly code?: string;
    readonly cookie?: string;
    readonly address?: string;
}

describe('a second factor', async () => {
    const shop = await testShop({
        plugins: [
            RestApiPlugin.init({ limits: { credentials: 10_000 } }),
            AuthPlugin.init({
                tokens: tokenOptions,
                secondFactor: { secret: 'the secret of this one installation', name: 'Daylark' },
            }),
        ],
        migrations: [...restApiMigrations, ...authMigrations],
        config: { authOptions: { tokenMethod: ['cookie', 'bearer'] } },
    });
    const client = tokenClient(`http://localhost:${shop.config.apiOptions.port}`);
    let count = 0;
    let name = '';
    let session = '';
    /** What its owner was told of. */
    const told: string[] = [];

    const call = async (query: string, { token, code, cookie, address = '192.0.2.1' }: From = {}) => {
        const { body, headers } = await client.graphQl('admin', query, {
            'x-forwarded-for': address,
            ...(token ? { authorization: `Bearer ${token}` } : {}),
            ...(code ? { 'efi-second-factor': code } : {}),
            ...(cookie ? { cookie } : {}),
        });
        return { ...body, token: headers.get('vendure-auth-token') ?? '' } as Answer;
    };
    const signIn = async (from: From = {}) => {
        const query = `mutation { login(username: "${name}", password: "${PASSWORD}") { __typename } }`;
        const { data, errors, token } = await call(query, from);
        return { outcome: data?.login ?? errors?.[0]?.extensions.code, token };
    };
    const codeOf = async (query: string, from: From = {}) =>
        (await call(query, from)).errors?.[0]?.extensions.code;
    const data = async <Data>(query: string, from: From = {}) => {
        const { data: found, errors } = await call(query, from);
        expect(errors).toBeUndefined();
        return Object.values(found ?? {})[0] as Data;
    };
    /** The code that the app shows now. */
    const totp = (secret: string) => generateSync({ secret });
    const asIfLater = () => shop.sql('UPDATE efi_auth_second_factor SET "lastStep" = "lastStep" - 2');

    async function enrol() {
        const { secret, uri, qrCode } = await data<{ secret: string; uri: string; qrCode: string }>(
            `mutation { beginEfiSecondFactor(password: "${PASSWORD}") { secret uri qrCode } }`,
            { token: session },
        );
        expect(uri).toContain(`otpauth://totp/Daylark:${encodeURIComponent(name)}?secret=${secret}`);
        expect(qrCode).toMatch(/^<svg /);
        const { codes } = await data<{ codes: string[] }>(
            `mutation { confirmEfiSecondFactor(code: "${totp(secret)}") { codes } }`,
            { token: session },
        );
        await asIfLater();
        return { secret, codes };
    }

    beforeAll(async () => {
        await shop.start();
        trustProxy(shop);
        shop.server.app
            .get(EventBus)
            .ofType(AccountNoticeEvent)
            .subscribe(({ emailAddress, notice }) => {
                if (emailAddress === name && notice.kind !== 'new-device') {
                    told.push(notice.kind);
                }
            });
    });
    afterAll(() => shop.stop());
    beforeEach(async () => {
        name = `staff-${++count}@example.com`;
        told.length = 0;
        const admin = (await client.signIn('superadmin', 'superadmin', 'admin')).body.accessToken;
        await data(
            `mutation { createAdministrator(input: { emailAddress: "${name}", firstName: "A", lastName: "B",
                password: "${PASSWORD}", roleIds: ["T_1"] }) { id } }`,
            { token: admin },
        );
        session = (await signIn()).token;
    });

    it('is not asked for before its owner has confirmed it', async () => {
        await data(`mutation { beginEfiSecondFactor(password: "${PASSWORD}") { secret } }`, {
            token: session,
        });
        expect((await signIn()).outcome).toEqual(IN);
        expect(await data('{ efiSecondFactor { isOn recoveryCodesLeft } }', { token: session })).toEqual({
            isOn: false,
            recoveryCodesLeft: 0,
        });
    });

    it('is set up only by who knows the password, and confirmed only by the right code', async () => {
        const begin = (password: string) =>
            `mutation { beginEfiSecondFactor(password: "${password}") { secret } }`;
        expect(await codeOf(begin('wrong'), { token: session })).toBe('USER_INPUT_ERROR');
        const { secret } = await data<{ secret: string }>(begin(PASSWORD), { token: session });
        const wrong = totp(secret) === '000000' ? '000001' : '000000';
        const confirm = `mutation { confirmEfiSecondFactor(code: "${wrong}") { codes } }`;
        expect(await codeOf(confirm, { token: session })).toBe('SECOND_FACTOR_WRONG');
        expect((await signIn()).outcome).toEqual(IN);
    });

    it('is asked for at sign-in from then on, by header or cookie, and ends the sessions from before', async () => {
        const other = (await signIn()).token;
        const { secret } = await enrol();
        expect(await codeOf('{ efiSecondFactor { isOn } }', { token: other })).toBe('FORBIDDEN');
        expect(await data('{ efiSecondFactor { isOn recoveryCodesLeft } }', { token: session })).toEqual({
            isOn: true,
            recoveryCodesLeft: 10,
        });

        const without = await signIn();
        expect(without).toEqual({ outcome: 'SECOND_FACTOR_REQUIRED', token: '' });
        expect((await signIn({ code: totp(secret) })).outcome).toEqual(IN);
        await asIfLater();
        expect((await signIn({ cookie: `efi-second-factor=${totp(secret)}` })).outcome).toEqual(IN);
    });

    it('leaves no session behind where the code is missing or wrong', async () => {
        await enrol();
        const sessions = () => shop.sql<{ count: string }>('SELECT count(*) FROM session');
        const before = await sessions();
        expect((await signIn()).outcome).toBe('SECOND_FACTOR_REQUIRED');
        expect((await signIn({ code: '000000' })).outcome).toBe('SECOND_FACTOR_WRONG');
        expect(await sessions()).toEqual(before);
    });

    it('takes no code twice, also when both come at once', async () => {
        const { secret } = await enrol();
        const code = totp(secret);
        const outcomes = await Promise.all([signIn({ code }), signIn({ code })]);
        expect(outcomes.map(({ outcome }) => outcome)).toEqual(
            expect.arrayContaining([IN, 'SECOND_FACTOR_WRONG']),
        );
        expect((await signIn({ code })).outcome).toBe('SECOND_FACTOR_WRONG');
        // Its owner hears of it, once however often it happens.
        await expect.poll(() => told).toEqual(['second-factor-added', 'code-used-twice']);
    });

    it('is replaced by a recovery code, once', async () => {
        const { codes } = await enrol();
        expect(new Set(codes).size).toBe(10);
        const code = ` ${codes[3]?.toLowerCase().replace('-', ' ')} `;
        expect((await signIn({ code })).outcome).toEqual(IN);
        expect((await signIn({ code })).outcome).toBe('SECOND_FACTOR_WRONG');
        expect((await signIn({ code: codes[4] ?? '' })).outcome).toEqual(IN);
    });

    it('can not be guessed at for long, from one place or from many', async () => {
        const { secret } = await enrol();
        for (let attempt = 0; attempt < 5; attempt++) {
            expect((await signIn({ code: '000000' })).outcome).toBe('SECOND_FACTOR_WRONG');
        }
        expect((await signIn({ code: totp(secret) })).outcome).toBe('TOO_MANY_ATTEMPTS');
        expect((await signIn({ code: totp(secret), address: '198.51.100.1' })).outcome).toEqual(IN);
    });

    it('stands before the token route, and tells it apart from a wrong password and a lock', async () => {
        const { secret } = await enrol();
        const types = async (more: object, password = PASSWORD) => {
            const { status, body } = await client.signIn(name, password, 'admin', { ...more });
            return [status, (body as { type?: string }).type?.split(':').at(-1)];
        };
        expect(await types({})).toEqual([401, 'second-factor-required']);
        expect(await types({ code: '000000' })).toEqual([401, 'second-factor-wrong']);
        expect(await types({}, 'wrong')).toEqual([401, 'wrong-credentials']);
        const { status, body } = await client.signIn(name, PASSWORD, 'admin', { code: totp(secret) });
        expect(status).toBe(200);
        expect(await client.whoIs(body.accessToken, 'admin')).toBe(name);
        for (let attempt = 0; attempt < 10; attempt++) {
            await types({}, 'wrong');
        }
        expect(await types({})).toEqual([429, 'too-many-attempts']);
    });

    it('is kept encrypted, and its recovery codes as hashes', async () => {
        const { secret, codes } = await enrol();
        const kept = JSON.stringify([
            await shop.sql('SELECT * FROM efi_auth_second_factor'),
            await shop.sql('SELECT * FROM efi_auth_recovery_code'),
        ]);
        expect(kept).not.toContain(secret);
        expect(kept).not.toContain(Buffer.from(secret).toString('base64').slice(0, 12));
        expect(codes.filter(code => kept.includes(code) || kept.includes(code.replace('-', '')))).toEqual([]);
    });

    it('is ended, and its recovery codes renewed, only with a code', async () => {
        const { secret, codes } = await enrol();
        const end = (code: string) => `mutation { endEfiSecondFactor(code: "${code}") { success } }`;
        const renewed = await data<{ codes: string[] }>(
            `mutation { renewEfiRecoveryCodes(code: "${codes[0]}") { codes } }`,
            { token: session },
        );
        expect(await codeOf(end(codes[1] ?? ''), { token: session })).toBe('SECOND_FACTOR_WRONG');
        expect(renewed.codes).toHaveLength(10);
        expect(await data(end(totp(secret)), { token: session })).toEqual({ success: true });
        expect((await signIn()).outcome).toEqual(IN);
        expect(await codeOf(end(totp(secret)), { token: session })).toBe('SECOND_FACTOR_OFF');
        await expect.poll(() => told).toEqual(['second-factor-added', 'second-factor-removed']);
    });

    it('is taken from who has lost it by a superadmin, and by nobody else', async () => {
        await enrol();
        const [row] = await shop.sql<{ id: number }>(
            'SELECT id FROM administrator WHERE "emailAddress" = $1',
            [name],
        );
        const reset = `mutation { resetEfiSecondFactor(administratorId: "T_${row?.id}") { success } }`;
        const { accessToken } = (await client.signIn('superadmin', 'superadmin', 'admin')).body;
        expect(await codeOf(reset)).toBe('FORBIDDEN');
        expect(await data(reset, { token: accessToken })).toEqual({ success: true });
        expect(await data(reset, { token: accessToken })).toEqual({ success: false });
        expect(await codeOf('{ efiSecondFactor { isOn } }', { token: session })).toBe('FORBIDDEN');
        expect((await signIn()).outcome).toEqual(IN);
        await expect.poll(() => told).toEqual(['second-factor-added', 'second-factor-removed']);
    });

    it('is asked for again before dangerous acts, when it was not shown a short while ago', async () => {
        const { secret } = await enrol();
        let roles = 0;
        const dangerous = () =>
            `mutation { createRole(input: { code: "r-${count}-${++roles}", description: "R", permissions: [ReadCatalog] }) { id } }`;
        await data(dangerous(), { token: session });
        await shop.sql(
            'UPDATE efi_auth_second_factor_proof SET "provenAt" = now() - interval \'16 minutes\'',
        );
        expect(await codeOf(dangerous(), { token: session })).toBe('SECOND_FACTOR_STALE');
        expect(await data('{ roles { totalItems } }', { token: session })).toBeDefined();
        const prove = (code: string) => `mutation { proveEfiSecondFactor(code: "${code}") { success } }`;
        expect(await codeOf(prove('000000'), { token: session })).toBe('SECOND_FACTOR_WRONG');
        expect(await codeOf(dangerous(), { token: session })).toBe('SECOND_FACTOR_STALE');
        expect(await data(prove(totp(secret)), { token: session })).toEqual({ success: true });
        await data(dangerous(), { token: session });
        await asIfLater();
        const fresh = await signIn({ code: totp(secret) });
        await data(dangerous(), { token: fresh.token });
    });
});
