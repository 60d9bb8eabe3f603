import { type AuditAct, setAuditTrail } from '@efi/plugin-kit';
import { testShop } from '@efi/plugin-kit/testing';
import { TransactionalConnection } from '@vendure/core';
import { parse } from 'graphql';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { localMasterKeys } from '../src/encryption/local-master-keys';
import { GdprPlugin } from '../src/gdpr.plugin';
import { GDPR_OPTIONS, type ResolvedGdprOptions } from '../src/gdpr.options';
import { gdprMigrations } from '../src/infrastructure/create-gdpr.migration';
import { RequestRunner } from '../src/infrastructure/request-runner';
import { heldDataSuite } from './held-data.suite';
import { replaySuite } from './replay.suite';

const folder = mkdtempSync(path.join(os.tmpdir(), 'efi-erasures-'));
const keys = localMasterKeys(`one:${randomBytes(32).toString('base64')}`);
/** What a service of keys does at times. */
const service = { isDown: false };
const masterKeys = {
    ...{ name: keys.name, unwrap: (wrapped: string) => keys.unwrap(wrapped) },
    wrap: (key: Buffer) =>
        service.isDown
            ? Promise.reject(Object.assign(new Error('no answer'), { code: 'ECONNREFUSED' }))
            : keys.wrap(key),
};
const acts: AuditAct[] = [];

describe('requests that are worked off', async () => {
    const shop = await testShop({
        plugins: [
            GdprPlugin.init({
                secret: 's'.repeat(32),
                erasureLog: path.join(folder, 'log', 'erasures.log'),
                encryption: { keyFile: path.join(folder, 'keys.json'), masterKeys },
                cancelWindowDays: 0,
            }),
        ],
        migrations: gdprMigrations,
        customerCount: 14,
    });
    const { sql } = shop;
    const dataSource = () => shop.server.app.get(TransactionalConnection).rawConnection;
    const run = (id: string) => shop.server.app.get(RequestRunner).run(id);
    const runWithoutKeys = async (id: string) => {
        service.isDown = true;
        await run(id).finally(() => (service.isDown = false));
    };
    const admin = <T>(text: string) => shop.adminClient.query<T>(parse(text));
    const read = async (id: string) =>
        (
            await sql<{ state: string; attempts: number; updatedAt: Date; nextTryAt: Date | null }>(
                'SELECT * FROM efi_gdpr_request WHERE id = $1',
                [id],
            )
        )[0];
    const unfinished = (id: string) =>
        sql<{ part: string; state: string; problem: string | null }>(
            `SELECT part, state, problem FROM efi_gdpr_part WHERE "requestId" = $1 AND state <> 'DONE' ORDER BY part`,
            [id],
        );
    let next = 0;
    let customerId = 0;
    const open = async (kind: string) => {
        const { request } = await admin<{ request: { id: string } }>(
            `mutation { request: openEfiPrivacyRequest(input: { kind: ${kind}, customerId: "T_${customerId}" }) {
                ... on EfiPrivacyRequest { id } } }`,
        );
        await admin(`mutation { verifyEfiPrivacyRequest(id: "${request.id}") { __typename } }`);
        return request.id;
    };
    const hold = () =>
        admin(`mutation { holdEfiPrivacyData(input: { customerId: "T_${customerId}", parts: ["address"],
            because: "a dispute with Quillfeather", until: "2099-01-01T00:00:00Z" }) { __typename } }`);
    const due = (id: string) =>
        sql(
            `UPDATE efi_gdpr_request SET "nextTryAt" = now(), "updatedAt" = now() - interval '3 minutes' WHERE id = $1`,
            [id],
        );

    beforeAll(async () => {
        await shop.start();
        const keep = (act: AuditAct) => Promise.resolve(void acts.push(act));
        setAuditTrail(dataSource(), {
            record: (_ctx, act) => keep(act),
            recordIn: (_manager, act) => keep(act),
            recordApart: (_ctx, act) => keep(act),
            readInBulk: () => Promise.resolve(),
        });
    });
    afterAll(async () => {
        await shop.stop();
        rmSync(folder, { recursive: true, force: true });
    });
    beforeEach(async () => {
        acts.length = 0;
        const customers = await sql<{ id: number }>('SELECT id FROM customer ORDER BY id');
        customerId = customers[next++]?.id ?? 0;
    });

    /** Has runs wait in the middle, for a table that they read or write. */
    const inTheMiddle = async (runs: Promise<void>[], then: () => Promise<unknown>) => {
        const runner = dataSource().createQueryRunner();
        await runner.startTransaction();
        await runner.query('LOCK TABLE order_modification IN ACCESS EXCLUSIVE MODE');
        try {
            await then();
        } finally {
            await runner.rollbackTransaction();
            await runner.release();
        }
        await Promise.all(runs);
    };
    const isWaiting = () =>
        vi.waitFor(
            async () =>
                expect(
                    await sql(
                        `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query ~ 'order_modification'`,
                    ),
                ).toHaveLength(1),
            15_000,
        );

    it('say that they live as long as they are worked on', async () => {
        const id = await open('ACCESS');
        vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
        try {
            const runs: Promise<void>[] = [];
            await inTheMiddle(runs, async () => {
                runs.push(run(id));
                await isWaiting();
                await due(id);
                vi.advanceTimersByTime(60_000);
                await vi.waitFor(
                    async () =>
                        expect((await read(id))?.updatedAt.getTime()).toBeGreaterThan(Date.now() - 60_000),
                    15_000,
                );
            });
        } finally {
            vi.useRealTimers();
        }
        expect((await read(id))?.state).toBe('COMPLETED');
    });

    it.each(['ACCESS', 'ERASURE'])(
        'are ended once, also when a run of %s was taken for dead and goes on',
        async kind => {
            const id = await open(kind);
            const links = () => sql('SELECT "sealedToken" FROM efi_gdpr_export WHERE "requestId" = $1', [id]);
            const runs: Promise<void>[] = [];
            await inTheMiddle(runs, async () => {
                runs.push(run(id));
                await isWaiting();
                await due(id);
                runs.push(run(id));
                await vi.waitFor(async () => expect((await read(id))?.attempts).toBe(2), 15_000);
            });
            expect(await read(id)).toMatchObject({ state: 'COMPLETED', attempts: 2 });
            const ends = acts.filter(
                act => act.resource?.id === id && JSON.stringify(act.after) === '{"state":"COMPLETED"}',
            );
            expect(ends).toHaveLength(1);
            expect(await links()).toHaveLength(kind === 'ACCESS' ? 1 : 0);
        },
    );

    it('are partial and say why when keys can not be destroyed, and try again later', async () => {
        const id = await open('ERASURE');
        await runWithoutKeys(id);
        const now = await read(id);
        expect(now?.state).toBe('PARTIAL');
        expect(now?.nextTryAt?.getTime()).toBeGreaterThan(Date.now());
        expect(await unfinished(id)).toEqual([
            { part: 'encryption keys', state: 'FAILED', problem: 'ECONNREFUSED' },
        ]);
        await due(id);
        await run(id);
        expect((await read(id))?.state).toBe('COMPLETED');
        expect(await unfinished(id)).toEqual([]);
    });

    it('erase nobody whom they can not mark before', async () => {
        const id = await open('ERASURE');
        const { erasureLog = '' } = shop.server.app.get<ResolvedGdprOptions>(GDPR_OPTIONS);
        const options = shop.server.app.get<{ erasureLog: string }>(GDPR_OPTIONS);
        writeFileSync(path.join(folder, 'a-file'), '');
        options.erasureLog = path.join(folder, 'a-file', 'erasures.log');
        await run(id).finally(() => (options.erasureLog = erasureLog));
        expect((await read(id))?.state).toBe('PARTIAL');
        expect(await unfinished(id)).toEqual([
            { part: 'log of erasures', state: 'FAILED', problem: 'ENOTDIR' },
        ]);
        expect(
            await sql('SELECT FROM customer WHERE id = $1 AND "deletedAt" IS NULL', [customerId]),
        ).toHaveLength(1);
        expect(readFileSync(erasureLog, 'utf8')).not.toBe('');
    });

    heldDataSuite(shop, { open, run, read, unfinished, hold, acts, customerId: () => customerId });

    it('part a guest’s browser from the cart', async () => {
        const guest = shop.newShopClient();
        const buy = <T>(text: string) => guest.query<T>(parse(text));
        const add = 'addItemToOrder(productVariantId: "T_1", quantity: 1) { ... on Order { code } }';
        const { addItemToOrder: before } = await buy<{ addItemToOrder: { code: string } }>(
            `mutation { ${add} }`,
        );
        const { setCustomerForOrder: order } = await buy<{
            setCustomerForOrder: { customer: { id: string } };
        }>(
            `mutation { setCustomerForOrder(input: { firstName: "Xaverine", lastName: "Guest",
                emailAddress: "xaverine.guest@example.org" }) { ... on Order { customer { id } } } }`,
        );
        customerId = Number(order.customer.id.replace('T_', ''));
        await run(await open('ERASURE'));
        expect(await buy('{ activeOrder { code } }')).toEqual({ activeOrder: null });
        await buy(`mutation { setOrderShippingAddress(input: { streetLine1: "Zwirnerstiege 77", countryCode: "AT" }) {
            __typename } }`);
        expect(
            await sql(`SELECT FROM "order" WHERE "customerId" = $1 AND "shippingAddress" <> '{}'`, [
                customerId,
            ]),
        ).toEqual([]);
        const { addItemToOrder: after } = await buy<{ addItemToOrder: { code: string } }>(
            `mutation { ${add} }`,
        );
        expect(after.code).not.toBe(before.code);
    });

    replaySuite(shop, { open, run, runWithoutKeys, due, hold, customerId: () => customerId });
});
