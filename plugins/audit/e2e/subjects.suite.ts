import type { TestShop } from '@efi/plugin-kit/testing';
import { parse } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';

interface Row {
    readonly resource_type: string | null;
    readonly resource_id: string | null;
    readonly before: Record<string, unknown> | null;
    readonly after: Record<string, unknown> | null;
    readonly detail: Record<string, unknown> | null;
}

const FORM = `streetLine1: "Lane 1", city: "Vienna", countryCode: "AT"`;

/** What entries are about, and what they tell that changed. */
export function subjectsSuite(
    { adminClient, sql }: TestShop,
    entriesOf: (act: () => Promise<unknown>, action?: string) => Promise<Row[]>,
): void {
    describe('an entry is about', () => {
        let customer = '';
        const admin = <T>(text: string) => adminClient.query<T>(parse(text));
        const only = async (action: string, text: string): Promise<Row | undefined> => {
            const rows = await entriesOf(() => admin(`mutation { ${action}${text} }`), action);
            expect(rows).toHaveLength(1);
            return rows[0];
        };
        const plain = (id: string | undefined) => id?.replace('T_', '');

        beforeAll(async () => {
            const { customers } = await admin<{ customers: { items: { id: string }[] } }>(
                '{ customers { items { id } } }',
            );
            customer = customers.items[0]?.id ?? '';
            // So that a customer's number is no address's.
            await sql(`SELECT setval(pg_get_serial_sequence('address', 'id'), 500)`);
        });

        it('an address, not the customer of its number, and tells that it changed', async () => {
            const { createCustomerAddress: address } = await admin<{ createCustomerAddress: { id: string } }>(
                `mutation { createCustomerAddress(customerId: "${customer}", input: { ${FORM} }) { id } }`,
            );
            const updated = await only(
                'updateCustomerAddress',
                `(input: { id: "${address.id}", streetLine1: "Lane 2", defaultShippingAddress: true }) { id }`,
            );
            expect(updated).toMatchObject({
                ...{ resource_type: 'Address', resource_id: plain(address.id) },
                before: { streetLine1: '[masked]', defaultShippingAddress: false },
                after: { streetLine1: '[masked]', defaultShippingAddress: true },
            });
            expect(await only('deleteCustomerAddress', `(id: "${address.id}") { success }`)).toMatchObject({
                ...{ resource_type: 'Address', resource_id: plain(address.id) },
                ...{ before: { city: '[masked]', defaultShippingAddress: true }, after: null },
            });
        });

        it('a note, and has nothing of what it said', async () => {
            await admin(
                `mutation { addNoteToCustomer(input: { id: "${customer}", note: "Zwirnerstiege", isPublic: false }) { id } }`,
            );
            const [note] = await sql<{ id: number }>(
                `SELECT id FROM history_entry WHERE type = 'CUSTOMER_NOTE' ORDER BY id DESC LIMIT 1`,
            );
            const row = await only('deleteCustomerNote', `(id: "T_${note?.id}") { result }`);
            expect(row).toMatchObject({
                ...{ resource_type: 'HistoryEntry', resource_id: String(note?.id) },
                ...{ before: { data: { note: '[masked]' } }, after: null },
            });
            expect(JSON.stringify(row)).not.toContain('Zwirnerstiege');
        });

        it('the administrator who gets a role, from which to which', async () => {
            const { createRole: role } = await admin<{ createRole: { id: string } }>(
                'mutation { createRole(input: { code: "more", description: "More", permissions: [ReadOrder] }) { id } }',
            );
            const { createAdministrator: staff } = await admin<{ createAdministrator: { id: string } }>(
                `mutation { createAdministrator(input: { firstName: "Grace", lastName: "Hopper", roleIds: [],
                    emailAddress: "grace@example.com", password: "correct-horse-2" }) { id } }`,
            );
            const row = await only(
                'assignRoleToAdministrator',
                `(administratorId: "${staff.id}", roleId: "${role.id}") { id }`,
            );
            expect(row).toMatchObject({
                ...{ resource_type: 'Administrator', resource_id: plain(staff.id) },
                ...{ before: { roles: null }, after: { roles: [Number(plain(role.id))] } },
            });
        });

        it('the group that customers come into', async () => {
            const { createCustomerGroup: group } = await admin<{ createCustomerGroup: { id: string } }>(
                'mutation { createCustomerGroup(input: { name: "Friends" }) { id } }',
            );
            expect(
                await only(
                    'addCustomersToGroup',
                    `(customerGroupId: "${group.id}", customerIds: ["${customer}"]) { id }`,
                ),
            ).toMatchObject({
                ...{ resource_type: 'CustomerGroup', resource_id: plain(group.id) },
                detail: { args: { customerIds: [Number(plain(customer))] } },
            });
        });

        it('an order, as it was and as it is', async () => {
            const { createDraftOrder: order } = await admin<{ createDraftOrder: { id: string } }>(
                'mutation { createDraftOrder { id } }',
            );
            const row = await only(
                'addItemToDraftOrder',
                `(orderId: "${order.id}", input: { productVariantId: "T_2", quantity: 2 }) { __typename }`,
            );
            expect(row).toMatchObject({
                ...{ resource_type: 'Order', resource_id: plain(order.id) },
                ...{ before: { subTotal: 0, lines: null }, after: { subTotal: 16_000 } },
            });
            expect(row?.after).not.toHaveProperty('code');
        });

        it('the settings, of which there are one, and the own account', async () => {
            expect(
                await only('updateGlobalSettings', '(input: { outOfStockThreshold: 3 }) { __typename }'),
            ).toMatchObject({
                ...{ resource_type: 'GlobalSettings', resource_id: '1' },
                ...{ before: { outOfStockThreshold: 0 }, after: { outOfStockThreshold: 3 } },
            });
            await admin(
                'mutation { updateGlobalSettings(input: { outOfStockThreshold: 0 }) { __typename } }',
            );
            expect(
                await only('updateActiveAdministrator', '(input: { firstName: "Superb" }) { id }'),
            ).toMatchObject({
                ...{ resource_type: 'Administrator', resource_id: '1' },
                ...{ before: { firstName: '[masked]' }, after: { firstName: '[masked]' } },
            });
        });
    });

    describe('a price that changed is told', () => {
        const update = (input: readonly object[]) =>
            entriesOf(
                () =>
                    adminClient.query(
                        parse(`mutation ($input: [UpdateProductVariantInput!]!) {
                            updateProductVariants(input: $input) { id } }`),
                        { input },
                    ),
                'updateProductVariants',
            );

        it('of each of many variants', async () => {
            const { createProduct: product } = await adminClient.query<{ createProduct: { id: string } }>(
                parse(`mutation { createProduct(input: { enabled: true, translations: [
                    { languageCode: en, name: "Tiles", slug: "tiles", description: "" }] }) { id } }`),
            );
            const rows = await sql<{ id: number }>(
                `INSERT INTO product_variant (enabled, sku, "productId", "taxCategoryId")
                 SELECT true, 'TILE-' || n, $1, (SELECT id FROM tax_category LIMIT 1) FROM generate_series(1, 45) n
                 RETURNING id`,
                [plainNumber(product.id)],
            );
            await sql(
                `INSERT INTO product_variant_price ("currencyCode", "channelId", price, "variantId")
                 SELECT 'USD', 1, 500, unnest($1::int[])`,
                [rows.map(({ id }) => id)],
            );
            await sql(
                `INSERT INTO product_variant_translation ("languageCode", name, "baseId")
                 SELECT 'en', 'Tile', unnest($1::int[])`,
                [rows.map(({ id }) => id)],
            );
            await sql(
                `INSERT INTO product_variant_channels_channel ("productVariantId", "channelId")
                 SELECT unnest($1::int[]), 1`,
                [rows.map(({ id }) => id)],
            );
            const entries = await update(rows.map(({ id }) => ({ id: `T_${id}`, price: 1 })));
            expect(entries.map(({ detail }) => [detail?.['part'], detail?.['of']])).toEqual([
                ...[
                    [1, 3],
                    [2, 3],
                    [3, 3],
                ],
            ]);
            expect(entries.flatMap(({ resource_id }) => resource_id?.split(',') ?? [])).toEqual(
                rows.map(({ id }) => String(id)),
            );
            const changed = entries.flatMap(({ before, after }) => [
                ...Object.values(before ?? {}).map(one => JSON.stringify(one).includes('"price":500')),
                ...Object.values(after ?? {}).map(one => JSON.stringify(one).includes('"price":1}')),
            ]);
            expect(changed).toEqual(Array.from({ length: 90 }, () => true));
        });

        it('also beside a text of any length', async () => {
            const name = 'x'.repeat(70_000);
            const nameOf = (text: string) => [{ languageCode: 'en', name: text }];
            const [row] = await update([{ id: 'T_2', price: 7, translations: nameOf(name) }]);
            expect(JSON.stringify(row?.before)).toContain('"price":8000');
            expect(JSON.stringify(row?.after)).toContain('"price":7');
            expect(JSON.stringify(row).length).toBeLessThan(150_000);
            expect(JSON.stringify(row?.after)).toMatch(/"sha256":"[0-9a-f]{64}"/);
            await update([{ id: 'T_2', price: 8000, translations: nameOf('Chair') }]);
        });
    });
}

function plainNumber(id: string): number {
    return Number(id.replace('T_', ''));
}
