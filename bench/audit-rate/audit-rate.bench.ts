import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OwnPostgres, startOwnPostgres } from '../../e2e/support/own-postgres';
import { asApplication, newTrail, run, verify } from '../../plugins/audit/e2e/trail';
import { percentile } from '../measuring/statistics';
import { type Rate, ratePage } from './page';
import { type Form, openWriters, THINGS_TABLE, type Writers } from './writers';

const SECONDS = Number(process.env.AUDIT_BENCH_SECONDS ?? 20);
const WARM_UP_SECONDS = Math.min(5, SECONDS);
/** Those of a change in the Dashboard, of a checkout's events, and of a bulk change; and without the trail: the limit. */
const FORMS: readonly Form[] = [
    { name: 'one change', things: 1, told: 'not' },
    { name: 'one change, told', things: 1, told: 'one by one' },
    { name: 'five changes', things: 5, told: 'not' },
    { name: 'five changes, told one by one', things: 5, told: 'one by one' },
    { name: 'fifty changes', things: 50, told: 'not' },
    { name: 'fifty changes, told one by one', things: 50, told: 'one by one' },
    { name: 'fifty changes, told together', things: 50, told: 'together' },
];
/** Entries a second that are possible where many are written. */
const GOAL = 10_000;
/** As a worker does. */
const BATCH = 5000;
const LINK_EVERY_MS = 1000;
/** Entries are to be linked so soon after their commit. */
const LINKED_WITHIN_SECONDS = 5;

const root = path.dirname(path.dirname(__dirname));
const [loadBefore = 0] = os.loadavg();

describe('the audit trail', () => {
    const rates: Rate[] = [];
    let postgres: OwnPostgres;
    let url: string;
    let writers: Writers;
    let linker: Client;

    beforeAll(async () => {
        postgres = await startOwnPostgres();
        process.env.EFI_TEST_DATABASE_URL = postgres.url;
        url = await newTrail('audit_rate');
        await run(url, THINGS_TABLE);
        writers = await openWriters(asApplication(url));
        linker = new Client({ connectionString: asApplication(url) });
        await linker.connect();
    }, 120_000);

    afterAll(async () => {
        await linker?.end();
        await writers?.close();
        await postgres?.destroy();
    });

    it.each(FORMS)('takes $name', { timeout: SECONDS * 5000 + 60_000 }, async form => {
        await writers.write(form, WARM_UP_SECONDS);
        await linkAll();
        await run(url, 'CHECKPOINT');
        let isOn = true;
        const linking = linkEverySecond(() => isOn);
        const { times, seconds, processorMs } = await writers.write(form, SECONDS);
        isOn = false;
        const began = performance.now();
        const longestWait = await linking;
        await linkAll();
        const entries = form.told === 'not' ? 0 : times.length * form.things;
        rates.push({
            ...{ name: form.name, things: form.things, isTold: form.told !== 'not' },
            changesPerSecond: (times.length * form.things) / seconds,
            p50Ms: percentile(times, 0.5),
            p95Ms: percentile(times, 0.95),
            processorMsOfEach: processorMs / (times.length * form.things),
            // Until the last was linked: what was put off counts.
            linkedPerSecond: entries / (seconds + (performance.now() - began) / 1000),
            longestWaitSeconds: longestWait,
        });
        expect.soft(longestWait).toBeLessThan(LINKED_WITHIN_SECONDS);
    });

    it('verifies all of them', { timeout: SECONDS * 60_000 + 60_000 }, async () => {
        const { ok, waiting, links, milliseconds } = await verify(url, undefined, 2000);
        expect({ ok, waiting }).toEqual({ ok: true, waiting: 0 });
        const report = {
            machine: { node: process.versions.node, cpus: os.availableParallelism(), loadBefore },
            ...{ seconds: SECONDS, rates, verified: { links, seconds: milliseconds / 1000 } },
        };
        const page = ratePage(report);
        process.stdout.write(`\n${page}\n`);
        await mkdir(path.join(root, 'bench/results'), { recursive: true });
        await writeFile(
            path.join(root, 'bench/results/audit-rate.json'),
            `${JSON.stringify(report, undefined, 4)}\n`,
        );
        await writeFile(path.join(root, 'docs/performance/audit-rate.md'), page);
        expect(Math.max(...rates.map(({ linkedPerSecond }) => linkedPerSecond))).toBeGreaterThan(GOAL);
    });

    /** As a worker does. @returns how long an entry waited at the most, in seconds. */
    async function linkEverySecond(isOn: () => boolean): Promise<number> {
        let longest = 0;
        while (isOn()) {
            await sleep(LINK_EVERY_MS);
            const { rows } = await linker.query<{ seconds: number | null }>(
                'SELECT extract(epoch FROM clock_timestamp() - min(entry_at))::float AS seconds FROM efi_audit.pending',
            );
            const began = performance.now();
            await linkAll();
            longest = Math.max(longest, (rows[0]?.seconds ?? 0) + (performance.now() - began) / 1000);
        }
        return longest;
    }

    async function linkAll(): Promise<void> {
        for (;;) {
            const { rows } = await linker.query<{ linked: number }>(
                'SELECT efi_audit.link_pending($1) AS linked',
                [BATCH],
            );
            if ((rows[0]?.linked ?? 0) < BATCH) {
                return;
            }
        }
    }
});
