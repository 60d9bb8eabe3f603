import { AccountNoticeEvent } from '@efi/plugin-kit';
import { EventBus } from '@vendure/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { trustProxy } from './callers';
import { tokenShop } from './token-shop';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0';
const NEWER_FIREFOX = FIREFOX.replaceAll('120', '134');
const PHONE =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1';

const LIST = '{ efiSessions { id browser system kind address createdAt lastUsedAt isCurrent } }';

interface Session {
    readonly id: string;
    readonly browser: string | null;
    readonly lastUsedAt: string;
    readonly isCurrent: boolean;
}

interface From {
    readonly userAgent?: string;
    readonly address?: string;
    readonly token?: string;
}

describe('the sessions of an account', async () => {
    const shop = await tokenShop();
    const notices: AccountNoticeEvent[] = [];

    beforeAll(async () => {
        await shop.start();
        trustProxy(shop);
        shop.server.app
            .get(EventBus)
            .ofType(AccountNoticeEvent)
            .subscribe(event => notices.push(event));
    });
    afterAll(() => shop.stop());
    beforeEach(() => {
        notices.length = 0;
    });

    const headersOf = ({ userAgent = FIREFOX, address = '192.0.2.17', token }: From) => ({
        'user-agent': userAgent,
        'x-forwarded-for': address,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
    });
    const call = async (audience: 'shop' | 'admin', query: string, from: From = {}) => {
        const answer = await shop.client.graphQl(audience, query, headersOf(from));
        return { ...answer.body, token: answer.headers.get('vendure-auth-token') ?? '' };
    };
    const signIn = async (
        username: string,
        password: string,
        from: From = {},
        audience: 'shop' | 'admin' = 'shop',
    ) => {
        const { token } = await call(
            audience,
            `mutation { login(username: "${username}", password: "${password}") { __typename } }`,
            from,
        );
        expect(token).not.toBe('');
        return token;
    };
    const sessions = async (token: string, audience: 'shop' | 'admin' = 'shop') =>
        (await call(audience, LIST, { token })).data?.efiSessions as Session[] | undefined;
    const isSignedIn = async (token: string) => (await sessions(token)) !== undefined;
    const customer = (index: number) => shop.customers[index] ?? '';

    it('are listed with device, masked address and times, the present one marked', async () => {
        const first = await signIn(customer(0), 'test');
        await signIn(customer(0), 'test', { userAgent: PHONE, address: '2001:db8:1:2::9' });
        await signIn(customer(1), 'test');
        const recently = expect.stringMatching(/^20\d\d-/) as string;
        const common = { id: expect.any(String) as string, createdAt: recently, lastUsedAt: recently };
        const list = await sessions(first);
        expect(list).toHaveLength(2);
        expect(list).toEqual(
            expect.arrayContaining([
                {
                    ...common,
                    browser: 'Firefox',
                    system: 'Linux',
                    kind: 'DESKTOP',
                    address: '192.0.2.*',
                    isCurrent: true,
                },
                {
                    ...common,
                    browser: 'Safari',
                    system: 'iOS',
                    kind: 'MOBILE',
                    address: '2001:db8:1::*',
                    isCurrent: false,
                },
            ]),
        );
    });

    it('are known to be used', async () => {
        const token = await signIn(customer(0), 'test');
        const [mine] = ((await sessions(token)) ?? []).filter(({ isCurrent }) => isCurrent);
        const later = await signIn(customer(0), 'test');
        await shop.sql('UPDATE efi_auth_session_detail SET "lastUsedAt" = now() - interval \'2 hours\'');
        await shop.sql('UPDATE session SET "createdAt" = "createdAt" - interval \'3 hours\'');
        await call('shop', '{ activeCustomer { id } }', { token: later });
        await vi.waitFor(async () => {
            const other = (await sessions(later))?.find(({ id }) => id === mine?.id);
            expect(Date.parse(other?.lastUsedAt ?? '')).toBeLessThan(Date.now() - 3_600_000);
            const own = (await sessions(later))?.find(({ isCurrent }) => isCurrent);
            expect(Date.parse(own?.lastUsedAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
        }, 15_000);
    });

    it('end one at a time, at once, and nobody ends those of another', async () => {
        const [mine, lost] = [await signIn(customer(1), 'test'), await signIn(customer(1), 'test')];
        const stranger = await signIn(customer(0), 'test');
        const id = (await sessions(lost))?.find(({ isCurrent }) => isCurrent)?.id;
        const revoke = async (token: string) =>
            (await call('shop', `mutation { revokeEfiSession(id: "${id}") { success } }`, { token })).data
                ?.revokeEfiSession;
        expect(await revoke(stranger)).toEqual({ success: false });
        expect(await isSignedIn(lost)).toBe(true);
        expect(await revoke(mine)).toEqual({ success: true });
        expect(await isSignedIn(lost)).toBe(false);
        expect(await isSignedIn(mine)).toBe(true);
        expect(await revoke(mine)).toEqual({ success: false });
    });

    it('end all but the present one, those behind tokens too', async () => {
        const { accessToken, refreshToken } = await shop.signedIn(2);
        const other = await signIn(customer(2), 'test');
        const mine = await signIn(customer(2), 'test');
        expect(await sessions(mine)).toHaveLength(3);
        expect((await sessions(accessToken))?.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
        const revoke = async () =>
            (await call('shop', 'mutation { revokeOtherEfiSessions { success } }', { token: mine })).data
                ?.revokeOtherEfiSessions;
        expect(await revoke()).toEqual({ success: true });
        expect(await shop.client.whoIs(accessToken)).toBe(401);
        expect((await shop.client.refresh(refreshToken)).status).toBe(401);
        expect(await isSignedIn(other)).toBe(false);
        expect(await sessions(mine)).toHaveLength(1);
        expect(await revoke()).toEqual({ success: false });
    });

    it('are shown to nobody who is not signed in', async () => {
        for (const audience of ['shop', 'admin'] as const) {
            expect((await call(audience, LIST)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
        }
    });

    it('of staff are listed at the Admin API', async () => {
        const token = await signIn('superadmin', 'superadmin', { userAgent: PHONE }, 'admin');
        const list = await sessions(token, 'admin');
        expect(list?.find(({ isCurrent }) => isCurrent)).toMatchObject({ browser: 'Safari' });
    });

    describe('of others', () => {
        const PERSON =
            'mutation ($input: CreateAdministratorInput!) { createAdministrator(input: $input) { id } }';
        const ROLE = 'mutation ($input: CreateRoleInput!) { createRole(input: $input) { id } }';
        const superadmin = async () => ({ token: await signIn('superadmin', 'superadmin', {}, 'admin') });

        async function make(query: string, input: Record<string, unknown>): Promise<string> {
            const { body } = await shop.client.graphQl('admin', query, headersOf(await superadmin()), {
                input,
            });
            expect(body.errors).toBeUndefined();
            return (Object.values(body.data ?? {})[0] as { id: string }).id;
        }

        /** A member of the staff with these permissions. */
        async function staff(...permissions: string[]) {
            const name = `${permissions.join('-').toLowerCase()}-${Math.random().toString(36).slice(2)}@example.com`;
            const role = await make(ROLE, { code: name, description: 'x', permissions });
            const id = await make(PERSON, {
                ...{ emailAddress: name, firstName: 'A', lastName: 'B' },
                ...{ password: 'three grey herons', roleIds: [role] },
            });
            return { id, token: await signIn(name, 'three grey herons', {}, 'admin') };
        }

        async function idOf(table: 'customer' | 'administrator', emailAddress: string): Promise<string> {
            const rows = await shop.sql<{ id: number }>(`SELECT id FROM ${table} WHERE "emailAddress" = $1`, [
                emailAddress,
            ]);
            return `T_${rows[0]?.id}`;
        }

        it('are shown to support, and ended by it, one or all', async () => {
            const tokens = [await signIn(customer(1), 'test'), await signIn(customer(1), 'test')];
            const id = await idOf('customer', customer(1));
            const { token } = await staff('ReadCustomer', 'UpdateCustomer');
            const list = async () =>
                (
                    await call('admin', `{ efiCustomerSessions(customerId: "${id}") { id isCurrent } }`, {
                        token,
                    })
                ).data?.efiCustomerSessions as Session[];
            const end = async (which = '') =>
                (
                    await call(
                        'admin',
                        `mutation { revokeEfiCustomerSessions(customerId: "${id}"${which}) { success } }`,
                        { token },
                    )
                ).data?.revokeEfiCustomerSessions;
            const [newest] = (await sessions(tokens[1] ?? ''))?.filter(({ isCurrent }) => isCurrent) ?? [];
            expect((await list()).map(session => session.id)).toContain(newest?.id);
            expect(await end(`, id: "${newest?.id}"`)).toEqual({ success: true });
            expect(await isSignedIn(tokens[1] ?? '')).toBe(false);
            expect(await isSignedIn(tokens[0] ?? '')).toBe(true);
            expect(await end(', id: ""')).toEqual({ success: false });
            expect(await end()).toEqual({ success: true });
            expect(await isSignedIn(tokens[0] ?? '')).toBe(false);
            expect(await list()).toEqual([]);
            expect(await end()).toEqual({ success: false });
        });

        it('are not shown or ended without the permission, nor when the administrator may do more', async () => {
            const reader = await staff('ReadCustomer', 'ReadAdministrator');
            const lead = await staff('ReadAdministrator', 'UpdateAdministrator');
            const shopper = await idOf('customer', customer(2));
            const code = async (query: string, from: From) =>
                (await call('admin', query, from)).errors?.[0]?.extensions?.code;
            const endShopper = `mutation { revokeEfiCustomerSessions(customerId: "${shopper}") { success } }`;
            const endStaff = `mutation { revokeEfiAdministratorSessions(administratorId: "${lead.id}") { success } }`;
            expect(await code(endShopper, reader)).toBe('FORBIDDEN');
            expect(await code(endStaff, reader)).toBe('FORBIDDEN');
            expect(await code(`{ efiCustomerSessions(customerId: "${shopper}") { id } }`, lead)).toBe(
                'FORBIDDEN',
            );

            const root = await superadmin();
            const rootId = await idOf('administrator', 'superadmin');
            const ofRoot = `administratorId: "${rootId}"`;
            expect(
                (await call('admin', `{ efiAdministratorSessions(${ofRoot}) { id } }`, lead)).data,
            ).toEqual({ efiAdministratorSessions: [] });
            const end = `mutation { revokeEfiAdministratorSessions(${ofRoot}) { success } }`;
            expect((await call('admin', end, lead)).data?.revokeEfiAdministratorSessions).toEqual({
                success: false,
            });
            const seen = await call('admin', `{ efiAdministratorSessions(${ofRoot}) { isCurrent } }`, root);
            expect(seen.data?.efiAdministratorSessions).toContainEqual({ isCurrent: true });
            expect((await call('admin', endStaff, root)).data?.revokeEfiAdministratorSessions).toEqual({
                success: true,
            });
            expect(await sessions(lead.token, 'admin')).toBeUndefined();
        });
    });

    describe('from a new device', () => {
        it('are told to the owner once, and not those from a device that was there before', async () => {
            await shop.sql('DELETE FROM efi_auth_known_device');
            await signIn(customer(0), 'test');
            await signIn(customer(0), 'test', { userAgent: NEWER_FIREFOX, address: '192.0.99.1' });
            await signIn(customer(0), 'test', { userAgent: PHONE });
            await expect.poll(() => notices).toHaveLength(1);
            await signIn(customer(0), 'test', { userAgent: PHONE });
            await signIn(customer(0), 'test', { address: '198.51.100.4' });
            await expect.poll(() => notices).toHaveLength(2);
            expect(notices).toMatchObject([
                {
                    emailAddress: customer(0),
                    isStaff: false,
                    notice: { kind: 'new-device', device: 'Safari, iOS', address: '192.0.2.*' },
                },
                { notice: { kind: 'new-device', device: 'Firefox, Linux', address: '198.51.100.*' } },
            ]);
        });

        it('are told for sign-ins by token, and not for wrong passwords', async () => {
            await shop.sql('DELETE FROM efi_auth_known_device');
            await signIn(customer(1), 'test');
            const path = '/api/v1/auth/token/shop';
            const from = headersOf({ userAgent: PHONE });
            await shop.client.post(path, { username: customer(1), password: 'wrong' }, from);
            expect(notices).toEqual([]);
            await shop.client.post(path, { username: customer(1), password: 'test' }, from);
            await expect.poll(() => notices).toMatchObject([{ emailAddress: customer(1) }]);
        });
    });
});
