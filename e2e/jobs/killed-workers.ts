import { createTestDatabase, testPostgresUrl } from '@efi/plugin-kit/testing';
import os from 'node:os';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startScript, type AppProcess } from '../support/app-process';

const JOBS = 200;
const KILLS = 20;
const WORKERS = 2;

/**
 * The same test for each queue: 200 jobs, two workers, and at random moments one of them is killed without warning,
 * twenty times in all.
 *
 * @param jobMs - How long a job takes, so that there is work until the last kill.
 * @param settings - Environment that chooses the queue.
 */
export function describeKilledWorkers(
    queue: string,
    jobMs: number,
    settings: () => Record<string, string>,
): void {
    describe(`${JOBS} jobs on ${queue}, while a worker is killed ${KILLS} times`, () => {
        let database: Client;
        let env: Record<string, string>;
        const running = new Set<AppProcess>();

        beforeAll(async () => {
            const url = await createTestDatabase(testPostgresUrl(), `killed_workers_${Date.now()}`);
            database = new Client({ connectionString: url });
            await database.connect();
            env = {
                DATABASE_URL: url,
                DATA_DIR: `${os.tmpdir()}/efi-killed-workers`,
                JOB_MS: String(jobMs),
                ...settings(),
            };
            const producer = startScript('e2e/jobs/effect-worker.mjs', { ...env, JOBS_TO_ADD: String(JOBS) });
            await expect(producer).rejects.toThrow('ended with 0 before it was ready');
        });

        afterAll(async () => {
            running.forEach(worker => worker.signal('SIGKILL'));
            await database.end();
        });

        it('takes effect for each, within 60 s of the last kill', async () => {
            await Promise.all(Array.from({ length: WORKERS }, () => liveAndDie(KILLS / WORKERS)));
            const lastKill = Date.now();
            const doneBefore = await effects();
            expect(doneBefore, 'the workers were killed while there was work').toBeLessThan(JOBS);

            const successors = Array.from({ length: WORKERS }, () => start());
            while ((await effects()) < JOBS && Date.now() - lastKill < 60_000) {
                await sleep(250);
            }
            const seconds = (Date.now() - lastKill) / 1000;
            const runs = await database.query('SELECT FROM effect');
            console.info(
                `${queue}: ${doneBefore} of ${JOBS} effects before the last kill, all of them ${seconds.toFixed(1)} s after it, ${runs.rowCount} runs`,
            );
            expect(await effects()).toBe(JOBS);
            await Promise.all(successors);
        }, 400_000);

        async function start(): Promise<AppProcess> {
            const worker = await startScript('e2e/jobs/effect-worker.mjs', env);
            running.add(worker);
            return worker;
        }

        async function liveAndDie(times: number): Promise<void> {
            for (let deaths = 0; deaths < times; deaths++) {
                const worker = await start();
                await sleep(Math.random() * 2_000);
                worker.signal('SIGKILL');
                expect(await worker.ended()).toBe('SIGKILL');
                running.delete(worker);
            }
        }

        async function effects(): Promise<number> {
            const { rows } = await database.query<{ n: number }>(
                'SELECT count(DISTINCT n)::int AS n FROM effect',
            );
            return rows[0]?.n ?? 0;
        }
    });
}

function sleep(ms: number): Promise<void> {
    return new Promise(resolve => setTimeout(resolve, ms));
}
