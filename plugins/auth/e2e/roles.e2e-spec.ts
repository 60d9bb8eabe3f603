import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Permission } from '@vendure/common/lib/generated-types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MakeRoles } from '../src/roles/infrastructure/make-roles';
import { tokenShop } from './token-shop';

/** One thing to do for each verb and kind, and what it takes: any of the permissions. */
const PROBES: ReadonlyArray<readonly [permissions: string, query: string]> = [
    ['ReadCatalog ReadProduct', '{ products { totalItems } }'],
    ['CreateCatalog CreateProduct', 'mutation { createProduct(input: { translations: [] }) { id } }'],
    ['UpdateCatalog UpdateProduct', 'mutation { updateProductVariants(input: []) { id } }'],
    ['DeleteCatalog DeleteProduct', 'mutation { deleteProduct(id: "0") { result } }'],
    ['ReadCatalog ReadCollection', '{ collections { totalItems } }'],
    ['DeleteCatalog DeleteCollection', 'mutation { deleteCollection(id: "0") { result } }'],
    ['ReadCatalog ReadProduct ReadFacet', '{ facets { totalItems } }'],
    ['DeleteCatalog DeleteFacet', 'mutation { deleteFacet(id: "0") { result } }'],
    ['ReadCatalog ReadAsset', '{ assets { totalItems } }'],
    ['DeleteCatalog DeleteAsset', 'mutation { deleteAssets(input: { assetIds: [] }) { result } }'],
    [
        'CreatePromotion',
        'mutation { createPromotion(input: { enabled: true, conditions: [], actions: [], translations: [] }) { __typename } }',
    ],
    ['ReadPromotion', '{ promotions { totalItems } }'],
    ['DeletePromotion', 'mutation { deletePromotion(id: "0") { result } }'],
    ['ReadCatalog ReadStockLocation', '{ stockLocations { totalItems } }'],
    ['UpdateStockLocation', 'mutation { updateStockLocation(input: { id: "0" }) { id } }'],
    ['DeleteStockLocation', 'mutation { deleteStockLocation(input: { id: "0" }) { result } }'],
    ['ReadOrder', '{ orders { totalItems } }'],
    ['UpdateOrder', 'mutation { cancelOrder(input: { orderId: "0" }) { __typename } }'],
    [
        'UpdateOrder',
        'mutation { refundOrder(input: { lines: [], paymentId: "0", shipping: 0, adjustment: 0 }) { __typename } }',
    ],
    ['CreateOrder', 'mutation { createDraftOrder { id } }'],
    ['DeleteOrder', 'mutation { deleteDraftOrder(orderId: "0") { result } }'],
    ['ReadCustomer', '{ customers { totalItems } }'],
    ['UpdateCustomer', 'mutation { updateCustomer(input: { id: "0" }) { __typename } }'],
    ['DeleteCustomer', 'mutation { deleteCustomer(id: "0") { result } }'],
    ['ReadCustomerGroup', '{ customerGroups { totalItems } }'],
    ['ReadAdministrator', '{ administrators { totalItems } }'],
    ['DeleteAdministrator', 'mutation { deleteAdministrator(id: "0") { result } }'],
    [
        'CreateAdministrator',
        'mutation { createRole(input: { code: "", description: "", permissions: [] }) { id } }',
    ],
    ['ReadSettings ReadChannel', '{ channels { totalItems } }'],
    ['ReadSettings ReadShippingMethod', '{ shippingMethods { totalItems } }'],
    ['DeleteSettings DeleteShippingMethod', 'mutation { deleteShippingMethod(id: "0") { result } }'],
    ['ReadSettings ReadPaymentMethod', '{ paymentMethods { totalItems } }'],
    ['UpdateSettings UpdatePaymentMethod', 'mutation { updatePaymentMethod(input: { id: "0" }) { id } }'],
    ['UpdateSettings UpdateGlobalSettings', 'mutation { updateGlobalSettings(input: {}) { __typename } }'],
    ['UpdateSettings UpdateTaxRate', 'mutation { updateTaxRate(input: { id: "0" }) { id } }'],
    ['ReadApiKey', '{ apiKeys { totalItems } }'],
    ['EfiManageMachineKeys', '{ efiMachineKeys { id } }'],
];

const ROLES = ['admin', 'merchandiser', 'inventory_manager', 'support'];

describe('the standard roles', async () => {
    const shop = await tokenShop();
    const { client } = shop;
    const table = readTable();
    beforeAll(() => shop.start());
    afterAll(() => shop.stop());

    it.each(ROLES)('%s has the permissions of its line in the README, and no other', async code => {
        expect(await permissionsOf(code)).toEqual(table[code]);
    });

    it.each(ROLES)('%s can do what its line in the README says, and nothing else', async code => {
        const headers = await memberOf(code);
        const wrong: string[] = [];
        for (const [permissions, query] of PROBES) {
            const { body } = await client.graphQl('admin', query, headers);
            const isOpen = body.errors?.[0]?.extensions?.code !== 'FORBIDDEN';
            if (isOpen !== permissions.split(' ').some(name => table[code]?.includes(name))) {
                wrong.push(`${query}: ${isOpen ? 'open' : 'refused'}`);
            }
        }
        expect(wrong).toEqual([]);
    });

    it('are reported with who used them last and what could be taken away, also as CSV', async () => {
        const admin = { authorization: `Bearer ${(await shop.signedInStaff()).accessToken}` };
        const query = `{
            efiRoleAudit { administratorId identifier roles lastLogin permissions { name lastUsedAt } unused }
            efiRoleAuditCsv
        }`;
        await expect
            .poll(async () => {
                const rows = await shop.sql(
                    `SELECT permission FROM efi_auth_permission_use WHERE permission = 'ReadOrder'`,
                );
                return rows.length;
            })
            .toBeGreaterThan(0);
        const { body } = await client.graphQl('admin', query, admin);
        const report = body.data?.efiRoleAudit as Array<{
            administratorId: string;
            identifier: string;
            roles: string[];
            permissions: Array<{ name: string; lastUsedAt: string | null }>;
            unused: string[];
        }>;
        const support = report.find(({ identifier }) => identifier === 'support@example.com');
        expect(support?.roles).toEqual(['support']);
        expect(support?.administratorId).toMatch(/^T_\d+$/);
        expect(support?.permissions.map(({ name }) => name)).toEqual(table.support);
        expect(support?.unused).not.toContain('ReadOrder');
        expect(support?.unused).toContain('ReadCountry');
        const csv = String(body.data?.efiRoleAuditCsv).split('\r\n');
        expect(csv).toContainEqual(
            expect.stringMatching(/^"support@example.com","support",.*"ReadCountry","","yes"$/),
        );
        expect(csv).toContainEqual(expect.stringMatching(/^"support@example.com",.*"ReadOrder","2.*",""$/));
        const refused = await client.graphQl('admin', query, await memberOf('support', 'second'));
        expect(refused.body.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    });

    it('are left as the shop changed them, and stay away when it deleted them', async () => {
        await shop.sql(`UPDATE role SET permissions = 'Authenticated' WHERE code = 'support'`);
        await shop.sql(
            `DELETE FROM role_channels_channel WHERE "roleId" IN (SELECT id FROM role WHERE code = 'merchandiser')`,
        );
        await shop.sql(
            `DELETE FROM user_roles_role WHERE "roleId" IN (SELECT id FROM role WHERE code = 'merchandiser')`,
        );
        await shop.sql(`DELETE FROM role WHERE code = 'merchandiser'`);
        await shop.server.app.get(MakeRoles).onApplicationBootstrap();
        expect(await permissionsOf('support')).toEqual([]);
        expect(await shop.sql(`SELECT id FROM role WHERE code = 'merchandiser'`)).toEqual([]);
        expect(await shop.sql(`SELECT id FROM role WHERE code = 'admin'`)).toHaveLength(1);
    });

    async function permissionsOf(code: string): Promise<string[]> {
        const [role] = await shop.sql<{ permissions: string }>(
            'SELECT permissions FROM role WHERE code = $1',
            [code],
        );
        return (role?.permissions.split(',') ?? []).filter(name => name !== 'Authenticated').sort();
    }

    /** Somebody new who has the role alone, signed in. */
    async function memberOf(code: string, name = code) {
        const [role] = await shop.sql<{ id: number }>('SELECT id FROM role WHERE code = $1', [code]);
        const emailAddress = `${name}@example.com`;
        const admin = { authorization: `Bearer ${(await shop.signedInStaff()).accessToken}` };
        const { body } = await client.graphQl(
            'admin',
            'mutation ($input: CreateAdministratorInput!) { createAdministrator(input: $input) { id } }',
            admin,
            {
                input: {
                    ...{ emailAddress, firstName: 'A', lastName: 'B', password: 'a-password-of-staff' },
                    roleIds: [`T_${role?.id}`],
                },
            },
        );
        expect(body.errors).toBeUndefined();
        const signedIn = await client.signIn(emailAddress, 'a-password-of-staff', 'admin');
        return { authorization: `Bearer ${signedIn.body.accessToken}` };
    }
});

/** The README's table of roles: each one's permissions, sorted. */
function readTable(): Record<string, string[]> {
    const readme = readFileSync(path.join(__dirname, '../README.md'), 'utf8');
    const lines = readme
        .split('\n')
        .filter(line => /^\| `\w+` +\|/.test(line) && line.split('|').length === 8);
    return Object.fromEntries(
        lines.map(line => {
            const [role = '', , all = '', create = '', change = '', read = ''] = line
                .split('|')
                .slice(1)
                .map(cell => cell.trim());
            const kinds = (cell: string, verbs: string[]) =>
                cell.split(', ').flatMap(kind => (kind ? verbs.map(verb => verb + kind) : []));
            const permissions = all.startsWith('everything')
                ? Object.values(Permission).filter(
                      name => !/^(SuperAdmin|Owner|Public|Authenticated)$|(ApiKey|Seller|System)$/.test(name),
                  )
                : [
                      ...kinds(all, ['Create', 'Read', 'Update', 'Delete']),
                      ...kinds(create, ['Create', 'Read', 'Update']),
                      ...kinds(change, ['Read', 'Update']),
                      ...kinds(read, ['Read']),
                  ];
            return [role.replaceAll('`', ''), permissions.sort()];
        }),
    );
}
