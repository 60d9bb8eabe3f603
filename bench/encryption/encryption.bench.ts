import { encryptionCommand, localMasterKeys } from '@efi/gdpr-plugin';
import { BcryptPasswordHashingStrategy } from '@vendure/core';
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
import { percentile, type Spread, spread } from '../measuring/statistics';
import { leanClient } from './lean-client';
import { openLookUp } from './look-up';
import { type Contender, customersOfAShop, mailOf, PASSWORD, type Task, tasks, WELL_HASHED } from './tasks';

const CUSTOMERS = Number(process.env.BENCH_CUSTOMERS ?? 100_000);
const TURNS = Number(process.env.BENCH_TURNS ?? 200);
/** Turns are looked at in so many rounds, whose ratios tell how sure the ratio is. */
const ROUNDS = 10;
/**
 * Turns before it counts. A server has answered the same before, nearly always: the first few hundred answers take up to
 * half as long again, until V8 has compiled what runs often.
 */
const WARM_UP = 300;
/** Told beside what is to come within a time: so many in a row, after as many as V8 needs to have compiled all of it. */
const IN_A_ROW = { warmUp: 1_500, turns: 1_000 };
/** A part of a task's name, for those alone; what they take is then told and not kept. */
const ONLY = process.env.BENCH_TASKS;
const NAMES = ['without', 'with'] as const;
/** Of the least strength that bcrypt has, so that finding somebody is measured, and not bcrypt. */
const LEAST_HASH = '$2b$04$TV7Gn7h5HDriF3nySDtkgOZjU5mU06x/14Whzcz6Uac/EaDkMiN0W';
const MASTER_KEYS = `bench:${Buffer.alloc(32, 7).toString('base64')}`;
const root = path.dirname(path.dirname(__dirname));

type Name = (typeof NAMES)[number];

interface Line {
    readonly task: string;
    /** In milliseconds. */
    readonly without: { readonly median: number; readonly p95: number };
    readonly with: { readonly median: number; readonly p95: number };
    /** Of the encrypted shop that is asked this and nothing else, as by somebody who looks for one after the other. */
    readonly inARow?: { readonly median: number; readonly p95: number };
    /** Of the medians, with to without; over the rounds. */
    readonly ratio: Spread;
    /** How often the encrypted shop read a whole table to look one row up, in all turns. */
    readonly wholeReads?: number;
}

const shops = {} as Record<Name, Contender>;
let postgres: OwnPostgres;
let sandbox: RunningSandbox;
let folder: string;
let sealedInMs = 0;

beforeAll(async () => {
    postgres = await startOwnPostgres();
    sandbox = await startSandbox();
    folder = await mkdtemp(path.join(os.tmpdir(), 'efi-bench-keys-'));
    const hashes = { least: LEAST_HASH, usual: await new BcryptPasswordHashingStrategy().hash(PASSWORD) };
    for (const name of NAMES) {
        shops[name] = await open(name, hashes);
    }
    // A connection that rests tells what it read so late, and it is not to count as the look-ups'.
    await wait(11_000);
}, 900_000);

afterAll(async () => {
    await Promise.all(Object.values(shops).map(({ lookUp }) => lookUp.close()));
    await Promise.all(Object.values(shops).map(({ shop }) => shop.close()));
    await sandbox?.stop();
    await postgres?.destroy();
    await rm(folder, { recursive: true, force: true });
});

it('tells what encryption costs sign-in, search, customers and orders', { timeout: 900_000 }, async () => {
    const [loadBefore = 0] = os.loadavg();
    const lines: Line[] = [];
    const measured = tasks.filter(({ name }) => !ONLY || new RegExp(ONLY).test(name));
    for (const task of measured) {
        lines.push(await measure(task));
    }
    const result = {
        machine: { node: process.versions.node, cpus: os.availableParallelism(), loadBefore },
        ...{ customers: CUSTOMERS, turns: TURNS, sealedInMs: Math.round(sealedInMs) },
        leastHashMs: await timeOfLeastHash(),
        lines,
    };
    process.stdout.write(`${tableOf(result.lines)}\n${JSON.stringify(result, undefined, 4)}\n`);
    if (CUSTOMERS >= 100_000 && !ONLY) {
        await mkdir(path.join(root, 'bench/results'), { recursive: true });
        await writeFile(
            path.join(root, 'bench/results/encryption.json'),
            `${JSON.stringify(result, undefined, 4)}\n`,
        );
    }
    for (const { name, goalMs } of measured) {
        const p95 = lines.find(({ task }) => task === name)?.with.p95;
        expect.soft(p95, name).toBeLessThan(goalMs ?? Infinity);
    }
    // Of a small table PostgreSQL reads the whole, whatever indexes there are.
    const unindexed = CUSTOMERS < 100_000 ? [] : lines.filter(({ wholeReads: reads = 0 }) => reads > 0);
    expect(unindexed).toEqual([]);
});

async function measure(task: Task): Promise<Line> {
    const turns = Math.max(ROUNDS, Math.round(TURNS * (task.share ?? 1)));
    const spent: Record<Name, number[]> = { without: [], with: [] };
    const warmUp = Math.round(WARM_UP * (task.share ?? 1));
    const before = await wholeReads(task);
    for (let turn = -warmUp; turn < turns; turn++) {
        const n = anybody(turn + warmUp);
        for (const name of turn % 2 ? NAMES : [...NAMES].reverse()) {
            const began = performance.now();
            await task.run(shops[name], n);
            if (turn >= 0) {
                spent[name].push(performance.now() - began);
            }
        }
    }
    const size = Math.floor(turns / ROUNDS);
    const medianOf = (name: Name, round: number) =>
        percentile(spent[name].slice(round * size, (round + 1) * size), 0.5);
    const ratios = Array.from(
        { length: ROUNDS },
        (_, round) => medianOf('with', round) / medianOf('without', round),
    );
    const inARow = task.goalMs ? { inARow: summary(await askedInARow(task)) } : {};
    const read = (await wholeReads(task)) - before;
    return {
        task: task.name,
        ...{ without: summary(spent.without), with: summary(spent.with), ...inARow, ratio: spread(ratios) },
        ...(task.looksUp ? { wholeReads: read } : {}),
    };
}

/** @returns What each of the answers took, in milliseconds. */
async function askedInARow(task: Task): Promise<number[]> {
    const times: number[] = [];
    for (let turn = -IN_A_ROW.warmUp; turn < IN_A_ROW.turns; turn++) {
        const n = anybody(turn + IN_A_ROW.warmUp);
        const began = performance.now();
        await task.run(shops.with, n);
        times.push(performance.now() - began);
    }
    return times.slice(IN_A_ROW.warmUp);
}

/** Another customer for each turn. */
function anybody(turn: number): number {
    return 1 + ((turn * 7919) % (CUSTOMERS - WELL_HASHED - 1));
}

function summary(times: readonly number[]) {
    return { median: percentile(times, 0.5), p95: percentile(times, 0.95) };
}

/** How often the encrypted shop has read the table from its beginning so far. */
async function wholeReads({ looksUp }: Task): Promise<number> {
    if (!looksUp) {
        return 0;
    }
    // Connections tell what they did once a second at the most, and when they go on.
    await wait(1_500);
    await shops.with.staff.run('{ __typename }');
    const { rows } = await shops.with.shop.database.query<{ seq_scan: string }>(
        'SELECT seq_scan FROM pg_stat_user_tables WHERE relname = $1',
        [looksUp],
    );
    return Number(rows[0]?.seq_scan);
}

/** What is left of a sign-in's time when nobody is looked up. */
async function timeOfLeastHash(): Promise<number> {
    const hashing = new BcryptPasswordHashingStrategy();
    const times: number[] = [];
    for (let turn = 0; turn < 50; turn++) {
        const began = performance.now();
        await hashing.check(PASSWORD, LEAST_HASH);
        times.push(performance.now() - began);
    }
    return percentile(times, 0.5);
}

/** Both begin alike; one is then encrypted, while it runs. */
async function open(name: Name, hashes: { least: string; usual: string }): Promise<Contender> {
    const keyFile = path.join(folder, 'keys.json');
    const env = {
        ENCRYPTION: 'environment',
        ENCRYPTION_MASTER_KEYS: MASTER_KEYS,
        ENCRYPTION_KEY_FILE: keyFile,
    };
    const shop = await RunningShop.open({
        name: `encryption_${name}`,
        ...{ sandbox, postgresUrl: postgres.url, servers: 1, workers: 0 },
        env: name === 'with' ? env : {},
    });
    const encryption = { keyFile, masterKeys: localMasterKeys(MASTER_KEYS) };
    await shop.database.query(customersOfAShop(CUSTOMERS, hashes));
    if (name === 'with') {
        const began = performance.now();
        await encryptionCommand(shop.databaseUrl, encryption, 'seal', () => undefined);
        sealedInMs = performance.now() - began;
        // Until the server knows that everything is sealed.
        await wait(12_000);
    }
    await shop.database.query('VACUUM ANALYZE');
    const adminApi = `${shop.servers[0]?.address}/admin-api`;
    const superadmin = new GraphQlClient(adminApi);
    await superadmin.run(
        'mutation { login(username: "superadmin", password: "superadmin") { ... on ErrorResult { errorCode message } } }',
    );
    const { rows } = await shop.database.query<{ customer: number; order: number }>(
        `SELECT (SELECT min(id) FROM customer) AS customer, (SELECT min(id) FROM "order" WHERE code LIKE 'BENCH%') AS order`,
    );
    const shoppers = await Promise.all(Array.from({ length: 10 }, (_, n) => signedIn(shop, 5 * n + 5)));
    const lookUp = await openLookUp(shop.databaseUrl, name === 'with' ? encryption : undefined);
    const staff = leanClient(adminApi, superadmin.sessionToken ?? '');
    return { shop, staff, lookUp, shoppers, first: rows[0] ?? { customer: 1, order: 1 } };
}

async function signedIn(shop: RunningShop, n: number): Promise<GraphQlClient> {
    const visitor = shop.visitor();
    await visitor.run(
        `mutation { login(username: "${mailOf(n)}", password: "${PASSWORD}") { ... on ErrorResult { errorCode message } } }`,
    );
    return visitor;
}

function tableOf(lines: readonly Line[]): string {
    const ms = (number: number) => number.toFixed(1);
    const head = [
        '',
        'without: median, p95 (ms)',
        'with: median, p95 (ms)',
        'ratio (lowest to highest round)',
        'in a row: median, p95 (ms)',
    ];
    const rows = lines.map(line => [
        line.task,
        `${ms(line.without.median)}, ${ms(line.without.p95)}`,
        `${ms(line.with.median)}, ${ms(line.with.p95)}`,
        `${line.ratio.median.toFixed(2)} (${line.ratio.min.toFixed(2)} to ${line.ratio.max.toFixed(2)})`,
        line.inARow ? `${ms(line.inARow.median)}, ${ms(line.inARow.p95)}` : '',
    ]);
    return [head, head.map(() => '-'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');
}
