import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OwnPostgres, startOwnPostgres } from '../../e2e/support/own-postgres';
import { RunningShop } from '../../e2e/support/running-shop';
import { type RunningSandbox, startSandbox } from '../../e2e/support/sandbox-process';
import { spread, type Spread } from '../measuring/statistics';
import { millisecondsOf, type Task, tasksOf } from './tasks';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 9);
/** Of each task, in a round of a contender. */
const TURNS = 15;
const CONTENDERS = ['without', 'with'] as const;

type Contender = (typeof CONTENDERS)[number];

interface Line {
    readonly task: string;
    /** Medians of the rounds' medians, in milliseconds. */
    readonly without: number;
    readonly with: number;
    /** By rounds: what it takes with row-level security, as a share of what it takes without. */
    readonly ratio: Spread;
}

const root = path.dirname(path.dirname(__dirname));
const shops: RunningShop[] = [];
let postgres: OwnPostgres;
let sandbox: RunningSandbox;
let tasks: Record<Contender, ReadonlyMap<string, Task>>;

beforeAll(async () => {
    postgres = await startOwnPostgres();
    sandbox = await startSandbox();
    tasks = { without: await tasksOf(await open('without')), with: await tasksOf(await open('with')) };
}, 400_000);

afterAll(async () => {
    await Promise.all(shops.map(shop => shop.close()));
    await sandbox?.stop();
    await postgres?.destroy();
});

it('tells what row-level security costs a shopper', async () => {
    const [loadBefore = 0] = os.loadavg();
    const names = [...tasks.with.keys()];
    for (const name of names) {
        await inTurn(name, 0);
    }
    const rounds: Record<string, Record<Contender, number>[]> = {};
    for (let round = 1; round <= ROUNDS; round++) {
        for (const name of names) {
            (rounds[name] ??= []).push(await inTurn(name, round));
        }
    }
    const lines = names.map(name => lineOf(name, rounds[name] ?? []));
    await report(lines, loadBefore);
    expect(lines.map(({ task }) => task)).toEqual(names);
    for (const { ratio } of lines) {
        expect.soft(ratio.median).toBeLessThan(1.15);
    }
}, 1_800_000);

async function open(name: Contender): Promise<RunningShop> {
    const shop = await RunningShop.open({
        name: `row_security_${name}`,
        ...{ sandbox, postgresUrl: postgres.url, servers: 1, workers: 0 },
        env: { DATABASE_ROW_SECURITY: name === 'with' ? '1' : '0' },
    });
    shops.push(shop);
    if (name === 'without') {
        const { rows } = await shop.database.query<{ table: string }>(
            `SELECT oid::regclass::text AS table FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace`,
        );
        for (const { table } of rows) {
            await shop.database.query(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
        }
    }
    return shop;
}

/** Both, one request of each after the other, so that whatever else the machine does meets both. */
async function inTurn(name: string, round: number): Promise<Record<Contender, number>> {
    const spent: Record<Contender, number[]> = { without: [], with: [] };
    for (let turn = 0; turn < TURNS; turn++) {
        const order = (round + turn) % 2 ? CONTENDERS : [...CONTENDERS].reverse();
        for (const contender of order) {
            const task = tasks[contender].get(name);
            spent[contender].push(task ? await millisecondsOf(task) : NaN);
        }
    }
    return { without: spread(spent.without).median, with: spread(spent.with).median };
}

function lineOf(task: string, rounds: readonly Record<Contender, number>[]): Line {
    return {
        task,
        without: spread(rounds.map(round => round.without)).median,
        with: spread(rounds.map(round => round.with)).median,
        ratio: spread(rounds.map(round => round.with / round.without)),
    };
}

async function report(lines: readonly Line[], loadBefore: number): Promise<void> {
    const cpus = os.availableParallelism();
    const machine = { node: process.versions.node, cpus, loadBefore };
    const page = `# What row-level security costs

Medians of ${ROUNDS} rounds of ${TURNS}, both shops in turn in one run, on one PostgreSQL with 30,000 orders each; ${cpus} processors, Node ${machine.node}, load ${loadBefore.toFixed(1)} before. Times in milliseconds, measured at the client. Without: no policies, and connections are told once. Run it with \`npm run bench:row-security -w @efi/auth-plugin\`.

| a shopper's | without | with | ratio (least to most) |
| --- | --: | --: | --- |
${lines.map(({ task, ratio, ...of }) => `| ${task} | ${of.without.toFixed(1)} | ${of.with.toFixed(1)} | ${ratio.median.toFixed(2)} (${ratio.min.toFixed(2)} to ${ratio.max.toFixed(2)}) |`).join('\n')}
`;
    await mkdir(path.join(root, 'docs/performance'), { recursive: true });
    await writeFile(path.join(root, 'docs/performance/row-security.md'), page);
    const json = JSON.stringify({ machine, rounds: ROUNDS, lines }, undefined, 4);
    await writeFile(path.join(root, 'bench/results/row-security.json'), `${json}\n`);
    process.stdout.write(`\n${page}\n`);
}
