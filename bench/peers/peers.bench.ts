import os from 'node:os';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OwnPostgres, startOwnPostgres } from '../../e2e/support/own-postgres';
import { type RunningSandbox, startSandbox } from '../../e2e/support/sandbox-process';
import { STATEMENT_STATISTICS } from '../measuring/statement-statistics';
import { openCeiling } from './ceiling';
import { type Contender, ONCE, type OnceName, READS, ROWS, type RowName } from './contender';
import { keysFor } from './keys';
import { openMedusa } from './medusa/medusa-contender';
import { measure, type Sample, warmUp } from './measure';
import { onceOf, rowOf } from './report';
import { keep } from './results';
import { settingsOf } from './settings';
import { openVendure } from './vendure/vendure-contender';

const settings = settingsOf(process.env);
const { products, connections, rounds, seconds } = settings;
const HOUR = 3_600_000;
/** Keys whose answers are compared, the most wanted and some of the others. */
const COMPARED = [0, 1, 2, 5, 9];
const WARM_UP = { seconds: 2, connections: 10, round: 0 };
/** Of starts, which differ little. */
const STARTS = 3;

const [loadBefore = 0] = os.loadavg();
const machine = { cpus: os.availableParallelism(), node: process.versions.node, loadBefore };
const keys = keysFor(products);
const contenders: Contender[] = [];
let postgres: OwnPostgres;
let sandbox: RunningSandbox;

beforeAll(async () => {
    postgres = await startOwnPostgres(STATEMENT_STATISTICS);
    sandbox = await startSandbox();
    const { url: postgresUrl } = postgres;
    for (const name of ['stock', 'ours', 'ours, cached'] as const) {
        if (settings.contenders.includes(name)) {
            contenders.push(await openVendure({ name, postgresUrl, sandbox, settings, keys }));
        }
    }
    if (settings.contenders.includes('Medusa')) {
        contenders.push(await openMedusa(postgresUrl, settings, keys));
    }
    const list = contenders[0]?.tasks.list;
    for (const name of ['node http', 'Express'] as const) {
        if (settings.contenders.includes(name) && list) {
            contenders.push(await openCeiling(name, list));
        }
    }
}, HOUR);

afterAll(async () => {
    for (const contender of contenders) {
        await contender.close();
    }
    await sandbox?.stop();
    await postgres?.destroy();
}, 300_000);

const chosen = <T extends string>(names: readonly T[]) => names.filter(name => settings.rows.includes(name));

it.each(chosen(ROWS))('%s: the same answers, and how many of them in turn', { timeout: HOUR }, async row => {
    const field = contenders.filter(contender => contender.tasks[row]);
    if (!READS.has(row)) {
        for (const contender of field) {
            await contender.stopWorkers?.();
        }
    }
    await compareAnswers(row, field);
    for (const contender of field) {
        if (READS.has(row)) {
            await warmUp(contender, row);
        }
        await measure(contender, { ...WARM_UP, row });
    }
    const samples: Sample[] = [];
    for (const at of connections) {
        for (let round = 1; round <= rounds; round++) {
            for (const contender of rotated(field, round)) {
                samples.push(await measure(contender, { row, round, seconds, connections: at }));
            }
        }
    }
    await keep({ products, seconds, rounds, machine }, rowOf(row, samples));
});

/** Before anything is measured: who answers something else is not faster, but wrong. */
async function compareAnswers(row: RowName, field: readonly Contender[]): Promise<void> {
    for (const key of READS.has(row) ? COMPARED : COMPARED.slice(0, 1)) {
        const found: Record<string, number> = {};
        const whole = new Set<string>();
        for (const { name, tasks } of field) {
            const task = tasks[row];
            if (task && (key < task.keys || key === 0) && name !== 'node http' && name !== 'Express') {
                const { body } = await task.ask(key);
                found[name] = task.found(body);
                if (task.whole) {
                    whole.add(task.whole(body));
                }
            }
        }
        expect(new Set(Object.values(found)).size, JSON.stringify({ row, key, found })).toBeLessThan(2);
        expect([...whole].slice(0, 2), `${row}, ${key}: one answer, whoever gives it`).toHaveLength(
            Math.min(1, whole.size),
        );
    }
}

it.each(chosen(ONCE))('%s: how long it takes', { timeout: HOUR }, async name => {
    const taken: Partial<Record<string, number[]>> = {};
    for (let run = 0; run < (name === 'cold start' ? STARTS : 1); run++) {
        for (const contender of contenders) {
            const time = await timeOf(contender, name);
            if (time !== undefined) {
                (taken[contender.name] ??= []).push(time);
            }
        }
    }
    await keep({ products, seconds, rounds, machine }, onceOf(name, taken, settings));
});

async function timeOf(contender: Contender, name: OnceName): Promise<number | undefined> {
    if (name !== 'cold start') {
        return contender.once[name]?.();
    }
    const began = performance.now();
    await contender.restart?.();
    return contender.restart && (performance.now() - began) / 1_000;
}

/** In another order each round: nobody is always the first after a pause. */
function rotated(field: readonly Contender[], round: number): Contender[] {
    const first = round % field.length;
    return [...field.slice(first), ...field.slice(0, first)];
}
