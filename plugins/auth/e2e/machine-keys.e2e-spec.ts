import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tokenShop } from './token-shop';

const CREATE = `mutation ($input: CreateEfiMachineKeyInput!) {
    createEfiMachineKey(input: $input) {
        __typename
        ... on EfiNewMachineKey { key machineKey { id name scopes createdBy expiresAt lastUsedAt revokedAt } }
        ... on EfiMachineKeyRefusedError { fault errorCode message }
    }
}`;
const PRODUCTS = '{ products { totalItems } }';
const ORDERS = '{ orders { totalItems } }';

interface Created {
    readonly __typename: string;
    readonly key: string;
    readonly fault?: string;
    readonly machineKey: { readonly id: string; readonly createdBy: string; readonly scopes: string[] };
}

describe('machine keys', async () => {
    const shop = await tokenShop();
    const { client } = shop;
    beforeAll(() => shop.start());
    afterAll(() => shop.stop());

    const asBearer = (token: string) => ({ authorization: `Bearer ${token}` });
    const superadmin = async () => asBearer((await shop.signedInStaff()).accessToken);

    async function create(
        input: Record<string, unknown> = {},
        as?: Record<string, string>,
    ): Promise<Created> {
        const { body } = await client.graphQl('admin', CREATE, as ?? (await superadmin()), {
            input: { name: 'ERP', scopes: ['ReadCatalog'], ...input },
        });
        expect(body.errors).toBeUndefined();
        return body.data?.createEfiMachineKey as Created;
    }

    /** What comes of a query with a key: what it reads, or why not. */
    async function ask(key: string, query: string, api: 'admin' | 'shop' = 'admin') {
        const { status, body } = await client.graphQl(api, query, asBearer(key));
        return status === 200 ? (body.errors?.[0]?.extensions?.code ?? body.data) : status;
    }

    /** A member of the staff who makes keys, with some permissions more. */
    async function keyMaker(permissions: string[]) {
        const name = `maker-${Math.random().toString(36).slice(2)}@example.com`;
        const admin = await superadmin();
        const role = await client.graphQl(
            'admin',
            'mutation ($input: CreateRoleInput!) { createRole(input: $input) { id } }',
            admin,
            {
                input: {
                    code: name,
                    description: 'x',
                    permissions: ['EfiManageMachineKeys', ...permissions],
                },
            },
        );
        const roleId = (role.body.data?.createRole as { id: string }).id;
        const person = await client.graphQl(
            'admin',
            'mutation ($input: CreateAdministratorInput!) { createAdministrator(input: $input) { id } }',
            admin,
            {
                input: {
                    ...{ emailAddress: name, firstName: 'A', lastName: 'B' },
                    ...{ password: 'maker-password', roleIds: [roleId] },
                },
            },
        );
        const { body } = await client.signIn(name, 'maker-password', 'admin');
        return {
            name,
            roleId,
            id: (person.body.data?.createAdministrator as { id: string }).id,
            headers: asBearer(body.accessToken),
        };
    }

    it('are shown once, and kept as a hash', async () => {
        const { key, machineKey } = await create();
        expect(key).toMatch(/^efi_mk_[\da-f]{32}_[\w-]{43}$/);
        expect(machineKey).toMatchObject({ scopes: ['ReadCatalog'], createdBy: 'superadmin' });
        const rows = JSON.stringify(await shop.sql('SELECT * FROM efi_auth_machine_key'));
        expect(rows).not.toContain(key.slice(-43));
        const { body } = await client.graphQl('admin', '{ efiMachineKeys { id name } }', await superadmin());
        expect(body.data?.efiMachineKeys).toContainEqual({ id: machineKey.id, name: 'ERP' });
    });

    it('may do what is in their scopes, and nothing else', async () => {
        const { key } = await create();
        expect(await ask(key, PRODUCTS)).toEqual({ products: { totalItems: expect.any(Number) as number } });
        expect(await ask(key, ORDERS)).toBe('FORBIDDEN');
        expect(await ask(key, 'mutation { deleteProduct(id: "T_1") { result } }')).toBe('FORBIDDEN');
        expect(await ask(key, '{ efiMachineKeys { id } }')).toBe('FORBIDDEN');
        expect(await ask(key, '{ activeAdministrator { id } }')).toEqual({ activeAdministrator: null });
        const self = 'mutation { updateActiveAdministrator(input: { password: "taken-over" }) { id } }';
        expect(await ask(key, self)).toBeNull();
    });

    it('never give more than their maker has', async () => {
        const maker = await keyMaker(['ReadCatalog']);
        expect(await create({ scopes: ['ReadCatalog', 'ReadOrder'] }, maker.headers)).toMatchObject({
            __typename: 'EfiMachineKeyRefusedError',
            fault: 'SCOPE_NOT_HELD',
        });
        for (const scope of ['SuperAdmin', 'Owner', 'EfiManageMachineKeys']) {
            expect(await create({ scopes: [scope] })).toMatchObject({ fault: 'SCOPE_NOT_ALLOWED' });
        }
        expect(await create({ name: ' ' })).toMatchObject({ fault: 'NAME_MISSING' });
        expect(await create({ expiresAt: '2020-01-01T00:00:00Z' })).toMatchObject({
            fault: 'ALREADY_EXPIRED',
        });
    });

    it('lose what their maker loses, and end with their maker', async () => {
        const maker = await keyMaker(['ReadCatalog', 'ReadOrder']);
        const { key } = await create({ scopes: ['ReadCatalog', 'ReadOrder'] }, maker.headers);
        expect(await ask(key, ORDERS)).toHaveProperty('orders');
        const admin = await superadmin();
        await client.graphQl(
            'admin',
            'mutation ($input: UpdateRoleInput!) { updateRole(input: $input) { id } }',
            admin,
            { input: { id: maker.roleId, permissions: ['ReadCatalog'] } },
        );
        expect(await ask(key, ORDERS)).toBe('FORBIDDEN');
        expect(await ask(key, PRODUCTS)).toHaveProperty('products');
        await client.graphQl(
            'admin',
            'mutation ($id: ID!) { deleteAdministrator(id: $id) { result } }',
            admin,
            { id: maker.id },
        );
        expect(await ask(key, PRODUCTS)).toBe(401);
    });

    it('end when they are withdrawn or their time is over', async () => {
        const { key, machineKey } = await create();
        const revoke = 'mutation ($id: String!) { revokeEfiMachineKey(id: $id) { revokedAt } }';
        const revoked = await client.graphQl('admin', revoke, await superadmin(), { id: machineKey.id });
        expect(revoked.body.data?.revokeEfiMachineKey).toEqual({ revokedAt: expect.any(String) as string });
        expect(await ask(key, PRODUCTS)).toBe(401);
        const none = await client.graphQl('admin', revoke, await superadmin(), { id: 'x' });
        expect(none.body.data?.revokeEfiMachineKey).toBeNull();

        const short = await create({ expiresAt: new Date(Date.now() + 3_600_000).toISOString() });
        expect(await ask(short.key, PRODUCTS)).toHaveProperty('products');
        await shop.sql(`UPDATE efi_auth_machine_key SET "expiresAt" = now() WHERE id = $1`, [
            short.machineKey.id,
        ]);
        expect(await ask(short.key, PRODUCTS)).toBe(401);
    });

    it('that are none are refused', async () => {
        const { key } = await create();
        const turned = key.endsWith('A') ? `${key.slice(0, -1)}E` : `${key.slice(0, -1)}A`;
        for (const other of [
            turned,
            'efi_mk_',
            `${key}x`,
            key.replace(/_[\w-]{43}$/, `_${'A'.repeat(43)}`),
        ]) {
            expect(await ask(other, PRODUCTS)).toBe(401);
        }
    });

    it('work at REST, and never at the Shop API', async () => {
        const { key } = await create();
        expect(await ask(key, '{ products { totalItems } }', 'shop')).toBe(401);
        const answer = await fetch(`${shop.address}/api/v1/who-am-i`, { headers: asBearer(key) });
        expect(await answer.json()).toEqual({ identifier: expect.stringMatching(/^machine-key:/) as string });
    });

    it('read in bulk what is in their scopes', async () => {
        const { key } = await create({ scopes: ['ReadCatalog'] });
        const read = async (path: string) =>
            (await fetch(`${shop.address}/api/v1${path}`, { headers: asBearer(key) })).status;
        expect(await read('/bulk/products')).toBe(200);
        expect(await read('/bulk/variants')).toBe(200);
        expect(await read('/bulk/orders')).toBe(403);
        expect(await read('/bulk/customers')).toBe(403);
        expect(await read('/orders')).toBe(403);
    });

    it('work in their channel only', async () => {
        const { key } = await create();
        const [{ id: zone } = { id: 1 }] = await shop.sql<{ id: number }>('SELECT id FROM zone LIMIT 1');
        const { body } = await client.graphQl(
            'admin',
            'mutation ($input: CreateChannelInput!) { createChannel(input: $input) { __typename } }',
            await superadmin(),
            {
                input: {
                    ...{
                        code: 'other',
                        token: 'other-token',
                        defaultLanguageCode: 'en',
                        pricesIncludeTax: false,
                    },
                    ...{ defaultCurrencyCode: 'USD', defaultTaxZoneId: `T_${zone}` },
                    defaultShippingZoneId: `T_${zone}`,
                },
            },
        );
        expect(body.data?.createChannel).toEqual({ __typename: 'Channel' });
        const there = await client.graphQl('admin', PRODUCTS, {
            ...asBearer(key),
            'vendure-token': 'other-token',
        });
        expect(there.body.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    });

    it('tell when they were last used', async () => {
        const { key, machineKey } = await create();
        await ask(key, PRODUCTS);
        await expect
            .poll(async () => {
                const [row] = await shop.sql<{ lastUsedAt: Date | null }>(
                    'SELECT "lastUsedAt" FROM efi_auth_machine_key WHERE id = $1',
                    [machineKey.id],
                );
                return row?.lastUsedAt;
            })
            .toBeInstanceOf(Date);
    });
});
