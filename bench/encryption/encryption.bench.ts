import { encryptionCommand, localMasterKeys } from '@efi/gdpr-plugin';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { GraphQlClient } from '../../e2e/support/graphql-client';
import { type OwnPostgres, startOwnPostgres } from '../../e2e/support/own-postgres';
import { RunningShop } from '../../e2e/support/running-shop';
import { type RunningSandbox, startSandbox } from '../../e2e/support/sandbox-process';
import { percentile } from '../checkout-cost/statistics';

const CUSTOMERS = Number(process.env.BENCH_CUSTOMERS ?? 100_000);
const TURNS = Number(process.env.BENCH_TURNS ?? 200);
const CONTENDERS = ['without', 'with'] as const;
const PASSWORD = 'a password of the bench';
/** Of the least strength that bcrypt has, so that finding somebody is measured, and not bcrypt. */
const PASSWORD_HASH = '$2b$04$TV7Gn7h5HDriF3nySDtkgOZjU5mU06x/14Whzcz6Uac/EaDkMiN0W';
const MASTER_KEYS = `bench:${Buffer.alloc(32, 7).toString('base64')}`;

type Contender = (typeof CONTENDERS)[number];
type Task = (shop: RunningShop, staff: GraphQlClient, n: number) => Promise<unknown>;

const mailOf = (n: number) => `customer${n}@bench.example`;
const search = (filter: string) => `query ($text: String!) {
    customers(options: { take: 10, filterOperator: OR, filter: ${filter} }) { totalItems items { id emailAddress lastName } } }`;

/** Each is about another customer than the one before it. */
const TASKS: Readonly<Record<string, Task>> = {
    'sign-in': (shop, _staff, n) =>
        shop.visitor().run(
            `mutation ($name: String!, $password: String!) {
                login(username: $name, password: $password) { ... on ErrorResult { errorCode message } } }`,
            { name: mailOf(n), password: PASSWORD },
        ),
    'staff find a customer by e-mail address': (_shop, staff, n) =>
        staff.run(search('{ emailAddress: { eq: $text } }'), { text: mailOf(n) }),
    'the Dashboard’s search for an e-mail address': (_shop, staff, n) =>
        staff.run(
            search(
                '{ lastName: { contains: $text }, emailAddress: { contains: $text }, phoneNumber: { contains: $text } }',
            ),
            { text: mailOf(n) },
        ),
    'the first ten customers': (_shop, staff) =>
        staff.run(search('{ lastName: { notEq: $text } }'), { text: 'x' }),
};

const PEOPLE = `generate_series(1, ${CUSTOMERS}) n`;

const CUSTOMERS_OF_A_SHOP = `
        INSERT INTO "user" (identifier, verified) SELECT 'customer' || n || '@bench.example', true FROM ${PEOPLE};
        CREATE TEMPORARY TABLE people AS SELECT id, identifier FROM "user" WHERE identifier LIKE '%@bench.example';
        INSERT INTO user_roles_role ("userId", "roleId")
            SELECT p.id, r.id FROM people p, role r WHERE r.code = '__customer_role__';
        INSERT INTO authentication_method (type, "userId", identifier, "passwordHash")
            SELECT 'NativeAuthenticationMethod', id, identifier, '${PASSWORD_HASH}' FROM people;
        INSERT INTO customer ("firstName", "lastName", "emailAddress", "phoneNumber", "userId")
            SELECT 'First' || id, 'Last' || id, identifier, '+1 555 ' || id, id FROM people;
        INSERT INTO customer_channels_channel ("customerId", "channelId")
            SELECT c.id, h.id FROM customer c, channel h WHERE c."emailAddress" LIKE '%@bench.example'`;

const root = path.dirname(path.dirname(__dirname));
const shops: Partial<Record<Contender, { shop: RunningShop; staff: GraphQlClient }>> = {};
let postgres: OwnPostgres;
let sandbox: RunningSandbox;
let folder: string;
let sealedInMs = 0;

beforeAll(async () => {
    postgres = await startOwnPostgres();
    sandbox = await startSandbox();
    folder = await mkdtemp(path.join(os.tmpdir(), 'efi-bench-keys-'));
    for (const contender of CONTENDERS) {
        shops[contender] = await open(contender);
    }
}, 1_800_000);

afterAll(async () => {
    await Promise.all(Object.values(shops).map(({ shop }) => shop.close()));
    await sandbox?.stop();
    await postgres?.destroy();
    await rm(folder, { recursive: true, force: true });
});

it('tells what encryption costs sign-in and search', { timeout: 1_800_000 }, async () => {
    const [loadBefore = 0] = os.loadavg();
    const lines = [];
    for (const [task, run] of Object.entries(TASKS)) {
        const spent: Record<Contender, number[]> = { without: [], with: [] };
        // The first turns warm up and do not count.
        for (let turn = -10; turn < TURNS; turn++) {
            for (const contender of turn % 2 ? CONTENDERS : [...CONTENDERS].reverse()) {
                const there = shops[contender];
                const n = 1 + (((turn + 10) * 7919) % CUSTOMERS);
                const began = performance.now();
                await (there && run(there.shop, there.staff, n));
                spent[contender].push(performance.now() - began);
            }
        }
        const of = (contender: Contender) => {
            const times = spent[contender].slice(10);
            return { median: percentile(times, 0.5), p95: percentile(times, 0.95) };
        };
        lines.push({ task, without: of('without'), with: of('with') });
    }
    const machine = { node: process.versions.node, cpus: os.availableParallelism(), loadBefore };
    const result = { machine, customers: CUSTOMERS, turns: TURNS, sealedInMs: Math.round(sealedInMs), lines };
    process.stdout.write(`${JSON.stringify(result, undefined, 4)}\n`);
    await mkdir(path.join(root, 'bench/results'), { recursive: true });
    await writeFile(
        path.join(root, 'bench/results/encryption.json'),
        `${JSON.stringify(result, undefined, 4)}\n`,
    );
    expect(lines.map(({ task }) => task)).toEqual(Object.keys(TASKS));
});

/** Both begin alike; one is then encrypted, while it runs. */
async function open(contender: Contender): Promise<{ shop: RunningShop; staff: GraphQlClient }> {
    const keyFile = path.join(folder, 'keys.json');
    const shop = await RunningShop.open({
        name: `encryption_${contender}`,
        ...{ sandbox, postgresUrl: postgres.url, servers: 1, workers: 0 },
        env:
            contender === 'with'
                ? {
                      ENCRYPTION: 'environment',
                      ENCRYPTION_MASTER_KEYS: MASTER_KEYS,
                      ENCRYPTION_KEY_FILE: keyFile,
                  }
                : {},
    });
    await shop.database.query(CUSTOMERS_OF_A_SHOP);
    if (contender === 'with') {
        const began = performance.now();
        const options = { keyFile, masterKeys: localMasterKeys(MASTER_KEYS) };
        await encryptionCommand(shop.databaseUrl, options, 'seal', () => undefined);
        sealedInMs = performance.now() - began;
        // Until the server knows that everything is sealed.
        await wait(12_000);
    }
    await shop.database.query('VACUUM ANALYZE');
    const staff = new GraphQlClient(`${shop.servers[0]?.address}/admin-api`);
    await staff.run(
        'mutation { login(username: "superadmin", password: "superadmin") { ... on ErrorResult { errorCode message } } }',
    );
    return { shop, staff };
}
