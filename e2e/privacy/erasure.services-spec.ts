import {
    createTestDatabase,
    databaseTexts,
    Disguises,
    freePort,
    testPostgresUrl,
} from '@efi/plugin-kit/testing';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type AppProcess, startApp } from '../support/app-process';
import { GraphQlClient } from '../support/graphql-client';
import { startInstalledPostgres } from '../support/installed-postgres';
import { connectTo } from '../support/own-postgres';
import { redisTexts } from '../support/redis-texts';
import { requireService } from '../support/services';
import { setUpSmallShop } from '../support/small-shop';
import { LEXEMES, PERSONAL, SOMEBODY } from '../support/somebody-everywhere';
import { killPoints, placesOf } from './stop-at';

const { email, password, street, phone, firstName, lastName } = SOMEBODY;
const PLACE = `{ fullName: "${firstName} ${lastName}", streetLine1: "${street}", city: "Wien", postalCode: "1010",
    countryCode: "AT", phoneNumber: "${phone}" }`;
const PATIENCE = { timeout: 60_000, interval: 200 };
/** Each kill costs the start of a worker. */
const PATIENCE_WITH_KILLS = process.env.ERASURE_KILLS === 'all' ? 3_600_000 : 300_000;

/** Of what the books say about an order. */
const FIGURES = `SELECT o.code, o.state, o."subTotalWithTax", o."shippingWithTax", o."orderPlacedAt", o."customerId",
        p.amount, p.state AS paid, l."taxLines", l.quantity,
        (SELECT sum("stockOnHand") || ' ' || sum("stockAllocated") FROM stock_level) AS stock
   FROM "order" o JOIN order_line l ON l."orderId" = o.id LEFT JOIN payment p ON p."orderId" = o.id ORDER BY l.id`;

describe('an erasure in a shop of several processes, with Redis and encryption', async () => {
    const postgres = await startInstalledPostgres();
    const redisUrl = requireService('REDIS_URL', 8);
    const logs: AppProcess[] = [];
    let database: Client;
    let folder: string;
    let env: Record<string, string>;
    let worker: AppProcess;
    let shopper: GraphQlClient;
    let disguises: Disguises;
    let figures: unknown;
    let backup = '';

    const rows = async <Row extends object>(sql: string, parameters: unknown[] = [], on = database) =>
        (await on.query<Row>(sql, parameters)).rows;
    const start = async (entry: 'index' | 'index-worker') => {
        const app = await startApp(entry, { ...env, WORKER_HEALTH_PORT: String(await freePort()) });
        logs.push(app);
        return app;
    };
    const ask = async (kind: string) => {
        const { requestEfiPrivacy } = await shopper.run<{ requestEfiPrivacy: { id: string } }>(
            `mutation { requestEfiPrivacy(input: { kind: ${kind}, password: "${password}" }) {
                ... on EfiPrivacyRequest { id } ... on ErrorResult { errorCode message } } }`,
        );
        return requestEfiPrivacy.id;
    };
    const stateOf = async (id: string) =>
        (await rows<{ state: string }>('SELECT state FROM efi_gdpr_request WHERE id = $1', [id]))[0]?.state;
    /** As if the minutes had passed that a run may be silent, and the minute until somebody looks. */
    const hurry = (id: string) =>
        database.query(
            `WITH due AS (UPDATE efi_gdpr_request SET "startsAt" = least("startsAt", now()),
                                 "updatedAt" = now() - interval '3 minutes' WHERE id = '${id}')
             UPDATE scheduled_task_record SET "manuallyTriggeredAt" = now() WHERE "taskId" = 'efi-privacy-requests'`,
        );

    const kill = async (id: string) => {
        worker.signal('SIGKILL');
        await worker.ended();
        expect(await stateOf(id)).toBe('IN_PROGRESS');
    };
    const revive = async (id: string) => {
        worker = await start('index-worker');
        await hurry(id);
    };

    beforeAll(async () => {
        const url = await createTestDatabase(postgres?.url ?? testPostgresUrl(), 'erasure_of_somebody');
        database = await connectTo(url);
        folder = await mkdtemp(path.join(os.tmpdir(), 'efi-erasure-'));
        env = {
            ...{
                DATABASE_URL: url,
                DATA_DIR: folder,
                REDIS_URL: redisUrl,
                TRUST_PROXY: '1',
                LOG_LEVEL: 'debug',
            },
            ...{ ENCRYPTION: 'environment', ENCRYPTION_KEY_FILE: path.join(folder, 'keys.json') },
            ENCRYPTION_MASTER_KEYS: `test:${Buffer.alloc(32, 5).toString('base64')}`,
            PORT: String(await freePort()),
        };
        [, worker] = await Promise.all([start('index'), start('index-worker')]);
        await setUpSmallShop(`http://127.0.0.1:${env.PORT}/admin-api`);
        const lexemes = await rows<{ text: string }>(LEXEMES, [
            `${firstName} ${lastName}, ${email}, ${street}`,
        ]);
        disguises = new Disguises(
            PERSONAL,
            lexemes.map(({ text }) => text),
        );
        await leaveTraces();
        figures = await rows(FIGURES);
    }, 180_000);

    afterAll(async () => {
        logs.forEach(app => app.signal('SIGKILL'));
        await Promise.all(logs.map(app => app.ended()));
        await database?.end();
        await postgres?.destroy();
        await rm(folder, { recursive: true, force: true });
    });

    it('is of somebody who is everywhere, and gets a copy of all of it', async () => {
        const id = await ask('ACCESS');
        await vi.waitFor(async () => expect(await stateOf(id)).toBe('COMPLETED'), PATIENCE);
        const found = await traces();
        for (const place of [/public\.efi_rest_idempotency/, /^redis .*bull/, /^file mail/]) {
            expect(found).toContainEqual(expect.stringMatching(place));
        }
        backup = (await postgres?.dump(env.DATABASE_URL ?? '', 'custom')) ?? '';
    });

    it(
        'goes on by itself after kill -9, wherever it was',
        async () => {
            const [access] = await rows<{ id: string }>('SELECT id FROM efi_gdpr_request');
            const parts = await rows<{ part: string }>(
                'SELECT part FROM efi_gdpr_part WHERE "requestId" = $1 ORDER BY ctid',
                [access?.id],
            );
            const id = await ask('ERASURE');
            const url = env.DATABASE_URL ?? '';
            const places = await placesOf(url, id, killPoints(parts.map(({ part }) => part)));
            const killedAt: string[] = [];
            let isDead = false;
            await hurry(id);
            for (const place of places) {
                await place.close();
                if (isDead) {
                    await revive(id);
                }
                isDead = await place.reached();
                if (isDead) {
                    await kill(id);
                    killedAt.push(place.point);
                }
                await place.release();
            }
            if (isDead) {
                await revive(id);
            }
            await vi.waitFor(async () => expect(await stateOf(id)).toBe('COMPLETED'), PATIENCE);
            expect(killedAt.length).toBeGreaterThanOrEqual(2);
            process.stdout.write(`Killed ${killedAt.length} times: ${killedAt.join(', ')}\n`);
        },
        PATIENCE_WITH_KILLS,
    );

    const dumped = postgres ? 'as pg_dump writes it' : 'row by row, since no pg_dump is installed here';

    it(`leaves nothing in the whole database (${dumped}), in Redis, files and logs, and the books as they were`, async () => {
        expect(await traces()).toEqual([]);
        expect(await rows(FIGURES)).toEqual(figures);
    });

    it.skipIf(!postgres)(
        'is done again when an older backup is restored, before the shop opens',
        async () => {
            const url = await createTestDatabase(postgres?.url ?? '', 'erasure_restored');
            await postgres?.restore(backup, url);
            const restored = await connectTo(url);
            const there = { ...env, DATABASE_URL: url, PORT: String(await freePort()) };
            expect((await tracesIn(url)).length).toBeGreaterThan(0);

            await restored.query('BEGIN; LOCK TABLE order_modification IN SHARE ROW EXCLUSIVE MODE');
            const opened = startApp('index', there);
            await vi.waitFor(async () => expect(await waiting(url)).toBeGreaterThan(0), PATIENCE);
            await expect(fetch(`http://127.0.0.1:${there.PORT}/readyz`)).rejects.toThrow();
            await restored.query('ROLLBACK');
            const app = await opened;
            logs.push(app);
            expect((await fetch(`http://127.0.0.1:${there.PORT}/readyz`)).status).toBe(200);
            expect(await tracesIn(url)).toEqual([]);
            expect(await rows(FIGURES, [], restored)).toEqual(figures);
            await restored.end();
        },
    );

    async function leaveTraces(): Promise<void> {
        const admin = new GraphQlClient(`http://127.0.0.1:${env.PORT}/admin-api`);
        await admin.run(
            'mutation { login(username: "superadmin", password: "superadmin") { ... on ErrorResult { errorCode } } }',
        );
        const { createCustomer } = await admin.run<{ createCustomer: { id: string } }>(
            `mutation { createCustomer(password: "${password}", input: { firstName: "${firstName}", lastName: "${lastName}",
                emailAddress: "${email}", phoneNumber: "${phone}" }) { ... on Customer { id } ... on ErrorResult { errorCode } } }`,
        );
        shopper = new GraphQlClient(`http://127.0.0.1:${env.PORT}/shop-api`, undefined, {
            'x-forwarded-for': SOMEBODY.ip,
            'user-agent': SOMEBODY.browser,
        });
        await shopper.ask(`mutation { login(username: "${email}", password: "wrong") { __typename } }`);
        const error = '... on ErrorResult { errorCode message }';
        for (const step of [
            `login(username: "${email}", password: "${password}") { ${error} }`,
            `createCustomerAddress(input: ${PLACE}) { id }`,
            `addItemToOrder(productVariantId: "1", quantity: 2) { ${error} }`,
            `setOrderShippingAddress(input: ${PLACE}) { ${error} }`,
            `setOrderShippingMethod(shippingMethodId: ["1"]) { ${error} }`,
            `transitionOrderToState(state: "ArrangingPayment") { ${error} }`,
            `addPaymentToOrder(input: { method: "dummy", metadata: { public: { holder: "${firstName} ${lastName}" } } }) { ${error} }`,
            `addItemToOrder(productVariantId: "1", quantity: 1) { ${error} }`,
            `requestPasswordReset(emailAddress: "${email}") { ${error} }`,
        ]) {
            await shopper.run(`mutation { ${step} }`);
        }
        await admin.run(
            `mutation { addNoteToCustomer(input: { id: ${createCustomer.id}, note: "${lastName} rang", isPublic: false }) { id } }`,
        );
        await admin.run(
            `mutation { cancelOrder(input: { orderId: 1, reason: "${firstName} ${lastName} said so" }) { ${error} } }`,
        );
        await admin.run(`{ efiAuditEntries(filter: { user: "${email}" }) { hasMore } }`);
        await database.query(
            `INSERT INTO efi_rest_idempotency (scope, "requestHash", status, headers, body) VALUES ('s', 'h', 200, '{}', $1)`,
            [JSON.stringify({ customer: { email, name: `${firstName} ${lastName}` } })],
        );
        await vi.waitFor(
            async () => expect(await readdir(path.join(folder, 'mail'))).not.toEqual([]),
            PATIENCE,
        );
    }

    async function traces(): Promise<string[]> {
        const found = await tracesIn(env.DATABASE_URL ?? '');
        const look = (where: string, content: string | Buffer) =>
            found.push(...disguises.in(content).map(word => `${where}: ${word}`));
        (await redisTexts(redisUrl)).forEach(({ where, content }) => {
            look(`redis ${where}`, content);
            look(`redis ${where}`, where);
        });
        for (const name of await readdir(folder, { recursive: true })) {
            const file = path.join(folder, name);
            look('file', name);
            look(`file ${name}`, (await stat(file)).isFile() ? await readFile(file) : '');
        }
        logs.forEach((app, index) => look(`log ${index}`, app.output()));
        return found;
    }

    async function tracesIn(url: string): Promise<string[]> {
        const found: string[] = [];
        const look = (where: string, content: string | Buffer) =>
            found.push(...disguises.in(content).map(word => `${where}: ${word}`));
        if (postgres) {
            look('pg_dump', await readFile(await postgres.dump(url, 'plain')));
        }
        const client = await connectTo(url);
        const query = async <Row>(sql: string) => (await client.query(sql)).rows as Row[];
        for await (const { where, content } of databaseTexts(query)) {
            look(where, content);
        }
        await client.end();
        return found;
    }

    async function waiting(url: string): Promise<number> {
        const name = new URL(url).pathname.slice(1);
        const found = await rows(
            `SELECT FROM pg_stat_activity WHERE datname = $1 AND wait_event_type = 'Lock' AND query LIKE '%"order_modification"%'`,
            [name],
        );
        return found.length;
    }
});
