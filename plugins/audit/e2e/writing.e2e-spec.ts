import { auditTrail } from '@efi/plugin-kit';
import { testShop } from '@efi/plugin-kit/testing';
import {
    Permission,
    RequestContextService,
    TransactionalConnection,
    type RequestContext,
} from '@vendure/core';
import gql from 'graphql-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditPlugin, auditMigrations } from '../src';
import { Anchors } from '../src/infrastructure/chain/anchors';
import { Chainer } from '../src/infrastructure/chain/chainer';
import { VerifyRegularly } from '../src/infrastructure/keeping/verify-regularly';
import { credentials, fakeS3 } from '../src/infrastructure/write-once/fake-s3';
import { s3Store } from '../src/infrastructure/write-once/s3-store';
import { alertsSuite } from './alerts.suite';
import { everyMutationSuite } from './every-mutation.suite';
import { bulkReadsSuite } from './bulk-reads.suite';
import { exportSuite } from './export.suite';
import { subjectsSuite } from './subjects.suite';
import { verify } from './trail';
import { settled } from './unwritten';
import { writeOnceSuite } from './write-once.suite';

interface Row {
    readonly action: string;
    readonly class: string;
    readonly status: string;
    readonly user_id: string | null;
    readonly actor_kind: string;
    readonly resource_type: string | null;
    readonly resource_id: string | null;
    readonly before: Record<string, unknown> | null;
    readonly after: Record<string, unknown> | null;
    readonly detail: Record<string, unknown> | null;
    readonly address: string | null;
    readonly client: string | null;
}

describe('what is written down', async () => {
    const s3 = await fakeS3();
    const shop = await testShop({
        plugins: [
            AuditPlugin.init({
                writeOnce: s3Store({
                    region: 'eu-test-1',
                    bucket: 'trail',
                    prefix: 'audit/',
                    endpoint: s3.endpoint,
                    credentials: () => credentials,
                }),
                secret: 'a secret of at least thirty-two characters',
                bulkReadFrom: 40,
                alertMails: { to: ['guard@example.com'], mostPerHour: 3 },
            }),
        ],
        migrations: auditMigrations,
        customerCount: 1,
    });
    const { adminClient } = shop;

    beforeAll(() => shop.start());
    afterAll(async () => {
        await shop.stop();
        await s3.close();
    });

    const lastId = async () =>
        (await shop.sql<{ id: string }>('SELECT coalesce(max(id), 0) AS id FROM efi_audit.entry'))[0]?.id;

    /** The entries that an act leaves, oldest first. */
    async function entriesOf(act: () => Promise<unknown>, action?: string): Promise<Row[]> {
        const before = await lastId();
        await act();
        await settled();
        return shop.sql<Row>(
            'SELECT * FROM efi_audit.entry WHERE id > $1 AND ($2::text IS NULL OR action = $2) ORDER BY id',
            [before, action ?? null],
        );
    }

    const updateVariant = (input: object) =>
        adminClient.query(
            gql`
                mutation ($input: [UpdateProductVariantInput!]!) {
                    updateProductVariants(input: $input) {
                        id
                    }
                }
            `,
            { input: [input] },
        );

    it('tells who changed a price and the stock, from what to what', async () => {
        const rows = await entriesOf(
            () => updateVariant({ id: 'T_1', price: 1234, stockOnHand: 77 }),
            'updateProductVariants',
        );
        expect(rows).toHaveLength(1);
        expect(rows[0]).toMatchObject({
            ...{ class: 'transaction', status: 'success', user_id: '1', actor_kind: 'administrator' },
            ...{ resource_type: 'ProductVariant', resource_id: '1' },
            address: expect.stringMatching(/127\.0\.0\.1|::1/) as string,
            before: {
                productVariantPrices: { 1: { price: 1000 } },
                stockLevels: { 1: { stockOnHand: 100 } },
            },
            after: { productVariantPrices: { 1: { price: 1234 } }, stockLevels: { 1: { stockOnHand: 77 } } },
        });
    });

    it('tells of stock that moves, whatever moved it', async () => {
        const [row] = await entriesOf(() => updateVariant({ id: 'T_1', stockOnHand: 70 }), 'move-stock');
        expect(row).toMatchObject({
            resource_id: '1',
            detail: { type: 'ADJUSTMENT', movements: [{ quantity: -7, productVariantId: 1 }] },
        });
    });

    it('tells of permissions that a role gains, and of the roles of an administrator', async () => {
        const { createRole } = await adminClient.query<{ createRole: { id: string } }>(gql`
            mutation {
                createRole(input: { code: "reader", description: "Reads", permissions: [ReadCatalog] }) {
                    id
                }
            }
        `);
        const [role] = await entriesOf(
            () =>
                adminClient.query(gql`
                    mutation { updateRole(input: { id: "${createRole.id}", permissions: [ReadCatalog, ReadOrder] }) { id } }
                `),
            'updateRole',
        );
        expect(role).toMatchObject({ class: 'security', status: 'success', resource_type: 'Role' });
        expect(JSON.stringify(role?.before)).not.toContain(Permission.ReadOrder);
        expect(JSON.stringify(role?.after)).toContain(Permission.ReadOrder);

        const [staff] = await entriesOf(
            () =>
                adminClient.query(gql`
                    mutation {
                        createAdministrator(
                            input: { firstName: "Ada", lastName: "Lovelace", emailAddress: "ada@example.com", password: "correct-horse-1", roleIds: ["${createRole.id}"] }
                        ) { id }
                    }
                `),
            'createAdministrator',
        );
        expect(staff).toMatchObject({ class: 'security', before: null, after: { firstName: '[masked]' } });
        expect(staff?.after?.['roles']).toEqual([Number(createRole.id.slice(2))]);
        const kept = JSON.stringify(staff);
        for (const personal of ['Ada', 'Lovelace', 'ada@example.com', 'correct-horse-1']) {
            expect(kept).not.toContain(personal);
        }
    });

    it('tells of sign-ins that succeed and that fail, without the password and the name', async () => {
        const client = shop.newShopClient();
        const failed = await entriesOf(() =>
            client.asUserWithCredentials('hayden.zieme12@hotmail.com', 'guessed-it').catch(() => undefined),
        );
        expect(failed).toHaveLength(1);
        expect(failed[0]).toMatchObject({
            ...{ action: 'login', class: 'authentication', status: 'refused', actor_kind: 'anonymous' },
            detail: {
                reason: 'INVALID_CREDENTIALS_ERROR',
                args: { username: '[masked]', password: '[secret]' },
            },
        });
        const succeeded = await entriesOf(() =>
            client.asUserWithCredentials('hayden.zieme12@hotmail.com', 'test'),
        );
        expect(succeeded).toHaveLength(1);
        expect(succeeded[0]).toMatchObject({ action: 'sign-in', class: 'authentication', status: 'success' });
        expect(succeeded[0]?.user_id).toMatch(/^\d+$/);
        const out = await entriesOf(() => client.asAnonymousUser());
        expect(out.map(({ action, actor_kind }) => [action, actor_kind])).toEqual([['logout', 'customer']]);
        expect(JSON.stringify([...failed, ...succeeded, ...out])).not.toMatch(/hayden|guessed-it/i);
    });

    it('tells of queries and mutations that somebody may not do', async () => {
        const rows = await entriesOf(async () => {
            const stranger = shop.newShopClient();
            const updateCustomer = gql`
                mutation {
                    updateCustomer(input: { firstName: "X" }) {
                        id
                    }
                }
            `;
            await expect(stranger.query(updateCustomer)).rejects.toThrow();
        });
        expect(rows).toEqual([
            expect.objectContaining({
                ...{ action: 'updateCustomer', class: 'security', status: 'denied' },
                actor_kind: 'anonymous',
            }),
        ]);
    });

    it('leaves no entry of success when the transaction is rolled back, and one of the failure', async () => {
        const rows = await entriesOf(() =>
            expect(updateVariant({ id: 'T_1', price: 999, taxCategoryId: 'T_987654' })).rejects.toThrow(),
        );
        expect(rows.map(({ action, status }) => [action, status])).toEqual([
            ['updateProductVariants', 'failed'],
        ]);
        const [price] = await shop.sql<{ price: number }>(
            'SELECT price FROM product_variant_price WHERE "variantId" = 1',
        );
        expect(price?.price).toBe(1234);
    });

    it('does nothing that it can not write down', async () => {
        await shop.sql(
            `ALTER TABLE efi_audit.entry ADD CONSTRAINT full_disk CHECK (action <> 'updateProductVariants') NOT VALID`,
        );
        try {
            await expect(updateVariant({ id: 'T_1', price: 5 })).rejects.toThrow();
        } finally {
            await shop.sql('ALTER TABLE efi_audit.entry DROP CONSTRAINT full_disk');
        }
        const [price] = await shop.sql<{ price: number }>(
            'SELECT price FROM product_variant_price WHERE "variantId" = 1',
        );
        expect(price?.price).toBe(1234);
    });

    it('is kept or rolled back with what a plugin does', async () => {
        const connection = shop.server.app.get(TransactionalConnection);
        const trail = auditTrail(connection.rawConnection);
        const ctx = await shop.server.app.get(RequestContextService).create({ apiType: 'admin' });
        const work = (fail: boolean) => () =>
            connection.withTransaction(ctx, async (inner: RequestContext) => {
                await trail.record(inner, { action: 'publish-model', resource: { type: 'Model', id: 7 } });
                if (fail) {
                    throw new Error('no');
                }
            });
        expect(await entriesOf(() => work(true)().catch(() => undefined))).toEqual([]);
        expect(await entriesOf(work(false))).toEqual([
            expect.objectContaining({ action: 'publish-model', actor_kind: 'system', resource_id: '7' }),
        ]);
    });

    subjectsSuite(shop, entriesOf);
    everyMutationSuite(shop);

    bulkReadsSuite(shop, act => entriesOf(act));

    describe('is read', () => {
        const read = (variables: object) =>
            adminClient.query<{ efiAuditEntries: { items: Record<string, unknown>[]; hasMore: boolean } }>(
                gql`
                    query ($filter: EfiAuditFilter, $before: ID, $take: Int, $isExport: Boolean) {
                        efiAuditEntries(filter: $filter, before: $before, take: $take, isExport: $isExport) {
                            items {
                                id
                                at
                                class
                                status
                                action
                                actorKind
                                userId
                                user
                                resourceType
                                resourceId
                                before
                                after
                                link
                            }
                            hasMore
                        }
                    }
                `,
                variables,
            );

        it('by who did what to what, newest first, a page at a time', async () => {
            const filter = {
                user: 'SuperAdmin',
                action: 'productvariants',
                resourceId: '1',
                statuses: ['success'],
            };
            const { efiAuditEntries: first } = await read({ filter, take: 1 });
            expect(first).toMatchObject({
                hasMore: true,
                items: [
                    {
                        ...{ action: 'updateProductVariants', user: 'superadmin', userId: 'T_1' },
                        ...{
                            resourceType: 'ProductVariant',
                            after: { stockLevels: { 1: { stockOnHand: 70 } } },
                        },
                    },
                ],
            });
            const { efiAuditEntries: second } = await read({ filter, before: first.items[0]?.['id'] });
            expect(second).toMatchObject({
                hasMore: false,
                items: [{ after: { productVariantPrices: { 1: { price: 1234 } } } }],
            });
            const { efiAuditEntries: none } = await read({
                filter: { ...filter, to: '2020-01-01T00:00:00Z' },
            });
            expect(none).toEqual({ items: [], hasMore: false });
        });

        it('and that is written down, an export as such', async () => {
            const rows = await entriesOf(() => read({ filter: { classes: ['security'] }, isExport: true }));
            expect(rows).toEqual([
                expect.objectContaining({
                    ...{ action: 'export-audit-trail', class: 'security', user_id: '1' },
                    detail: { filter: { classes: ['security'] }, take: 50 },
                }),
            ]);
        });

        it('by nobody without the permission', async () => {
            const stranger = gql`
                query {
                    efiAuditEntries {
                        hasMore
                    }
                }
            `;
            await adminClient.asAnonymousUser();
            const rows = await entriesOf(() =>
                expect(adminClient.query(stranger)).rejects.toThrow(/authorized/),
            );
            await adminClient.asSuperAdmin();
            expect(rows.map(({ action, status }) => [action, status])).toEqual([
                ['efiAuditEntries', 'denied'],
            ]);
        });

        it.each([{ take: 0 }, { take: 501 }, { before: 'T_x' }])('not with %j', async variables => {
            await expect(read(variables)).rejects.toThrow('take must be 1 to 500');
        });
    });

    exportSuite(shop);
    alertsSuite(shop);

    it('is linked, and whole', async () => {
        const chainer = shop.server.app.get(Chainer);
        expect(await chainer.linkAll()).toBeGreaterThan(100);
        const [row] = await shop.sql<{ name: string }>('SELECT current_database() AS name');
        const url = new URL(String(process.env.EFI_TEST_DATABASE_URL));
        url.pathname = `/${row?.name}`;
        expect(await verify(url.href)).toMatchObject({ ok: true, waiting: 0 });
    });

    writeOnceSuite(shop, s3);

    it('is verified by the application, which tells what it found', async () => {
        const state = gql`
            query {
                efiAuditState {
                    isWhole
                    fault
                    anchorNumber
                    waiting
                }
            }
        `;
        await shop.server.app.get(Anchors).sign();
        await shop.server.app.get(VerifyRegularly).run();
        expect(await adminClient.query(state)).toEqual({
            efiAuditState: {
                isWhole: true,
                fault: null,
                anchorNumber: expect.any(Number) as number,
                waiting: expect.any(Number) as number,
            },
        });
        await shop.sql(`SET session_replication_role = replica;
            UPDATE efi_audit.entry SET user_id = '2' WHERE action = 'createRole' AND status = 'success';
            SET session_replication_role = origin`);
        await shop.server.app.get(VerifyRegularly).run();
        const { efiAuditState } = await adminClient.query<{
            efiAuditState: { isWhole: boolean; fault: string };
        }>(state);
        expect(efiAuditState.isWhole).toBe(false);
        expect(efiAuditState.fault).toMatch(/^Entry \d+ \(security, .*was changed/);
        const alerts = await shop.sql(`SELECT FROM efi_audit.alert WHERE pattern = 'chain-broken'`);
        expect(alerts).toHaveLength(1);
    });
});
