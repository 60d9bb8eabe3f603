import { ConfigService, Injector, Job, RequestContextService, TransactionalConnection } from '@vendure/core';
import { JobState } from '@vendure/common/lib/generated-types';
import { jobQueueMigrations, LeasedJobQueuePlugin, LeasedJobQueueStrategy } from '@efi/job-queue-plugin';
import { testShop } from '@efi/plugin-kit/testing';
import { ModuleRef } from '@nestjs/core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { cleanJobsTask } from '../src/clean-jobs.task';
import { eventually, newJob, QUICK, reached, Workers } from './workers';

describe('the job queue in PostgreSQL', async () => {
    const shop = await testShop({
        plugins: [LeasedJobQueuePlugin.init({ ...QUICK, keepJobsCount: 3 })],
        migrations: jobQueueMigrations,
    });
    const { server } = shop;
    let connection: TransactionalConnection;
    let injector: Injector;
    let workers: Workers;
    let api: LeasedJobQueueStrategy;
    /** A new queue for each test, so that none sees another's jobs. */
    let queue: string;
    let count = 0;

    beforeAll(async () => {
        await shop.start();
        connection = server.app.get(TransactionalConnection);
        injector = new Injector(server.app.get(ModuleRef));
    });
    afterAll(() => shop.stop());

    beforeEach(async () => {
        queue = `queue-${++count}`;
        workers = new Workers(injector);
        api = await workers.idle();
    });
    afterEach(() => workers.stopAll());

    it('runs a job with its data and keeps the result, whatever JSON it is', async () => {
        await workers.start(queue, job => Promise.resolve(job.data.n === 1 ? 'one' : { squares: [1, 4] }));
        const first = await reached(api, await api.add(newJob(queue, 1)), 'COMPLETED');
        const second = await reached(api, await api.add(newJob(queue, 2)), 'COMPLETED');
        expect(first).toMatchObject({ result: 'one', progress: 100, attempts: 1, isSettled: true });
        expect(second.result).toEqual({ squares: [1, 4] });
        expect(second.startedAt?.getTime()).toBeLessThanOrEqual(second.settledAt?.getTime() ?? 0);
    });

    it('gives each job to one of several workers only', async () => {
        const ran: number[] = [];
        const work = (job: Job<{ n: number }>) => Promise.resolve(ran.push(job.data.n));
        await Promise.all([1, 2, 3].map(() => workers.start(queue, work, { concurrency: 4 })));
        await Promise.all(range(60).map(n => api.add(newJob(queue, n))));
        await eventually(() => ran.length >= 60);
        await workers.stopAll();
        expect([...ran].sort((a, b) => a - b)).toEqual(range(60));
    });

    it('takes the job of a dead worker when the lease has run out, and not before', async () => {
        const job = await api.add(newJob(queue));
        await workers.dieOver(queue);
        const died = Date.now();
        await workers.start(queue, () => Promise.resolve('saved'));
        const saved = await reached(api, job, 'COMPLETED');
        expect(Date.now() - died).toBeGreaterThan(700);
        // What a dead worker left is not an attempt that failed.
        expect(saved).toMatchObject({ result: 'saved', attempts: 1 });
    });

    it('does not let a worker that comes back late write over the outcome', async () => {
        let finishLate: (result: string) => void = () => undefined;
        const late = new Promise<string>(resolve => (finishLate = resolve));
        const job = await api.add(newJob(queue));
        const sleeper = await workers.start(queue, () => late);
        await reached(api, job, 'RUNNING');
        sleeper.destroy(); // no heartbeat any more, but it will write
        await workers.start(queue, () => Promise.resolve('in time'));
        await reached(api, job, 'COMPLETED');
        finishLate('too late');
        await workers.stopAll();
        expect((await api.findOne(job.id ?? ''))?.result).toBe('in time');
    });

    it('leaves a job alone that takes longer than a lease, as long as its worker lives', async () => {
        const runs = vi.fn(() => new Promise(resolve => setTimeout(resolve, 2_500)));
        const job = await api.add(newJob(queue));
        await workers.start(queue, runs);
        await workers.start(queue, runs);
        await reached(api, job, 'COMPLETED');
        expect(runs).toHaveBeenCalledOnce();
    });

    it('fails a job that kills each worker that takes it, and says so', async () => {
        const options = { leaseSeconds: 0.2, maxWorkerDeaths: 2 };
        const job = await api.add(newJob(queue));
        await workers.dieOver(queue, options);
        await workers.dieOver(queue, options);
        const innocent = vi.fn();
        await workers.start(queue, innocent, options);
        const failed = await reached(api, job, 'FAILED');
        expect(failed.error).toMatch(/^The worker died 2 times while it ran this job/);
        expect(innocent).not.toHaveBeenCalled();
    });

    it('tries a failed job again after a pause, as often as asked for', async () => {
        const begun: number[] = [];
        await workers.start(
            queue,
            () => {
                begun.push(Date.now());
                throw new Error(`try ${begun.length}`);
            },
            { backoffStrategy: (_queue, attempts) => attempts * 200 },
        );
        const failed = await reached(api, await api.add(newJob(queue, 0, 2)), 'FAILED');
        expect(failed).toMatchObject({ attempts: 3, error: 'try 3' });
        const [first = 0, second = 0, third = 0] = begun;
        expect(second - first).toBeGreaterThanOrEqual(195);
        expect(third - second).toBeGreaterThanOrEqual(395);
    });

    it('fails a job whose result is no JSON', async () => {
        await workers.start(queue, () => Promise.resolve({ big: 1n }));
        const failed = await reached(api, await api.add(newJob(queue)), 'FAILED');
        expect(failed.error).toContain('BigInt');
    });

    it('begins a job that was added in a transaction when that commits', async () => {
        const ctx = await server.app.get(RequestContextService).create({ apiType: 'admin' });
        const ran = vi.fn(() => Promise.resolve());
        await workers.start(queue, ran);
        await connection.withTransaction(ctx, async inner => {
            await api.add(newJob(queue), { ctx: inner });
            await new Promise(resolve => setTimeout(resolve, 200));
            expect(ran).not.toHaveBeenCalled();
        });
        await eventually(() => ran.mock.calls.length === 1);
    });

    it('forgets a job whose transaction rolls back', async () => {
        const ctx = await server.app.get(RequestContextService).create({ apiType: 'admin' });
        const attempt = connection.withTransaction(ctx, async inner => {
            await api.add(newJob(queue), { ctx: inner });
            throw new Error('no');
        });
        await expect(attempt).rejects.toThrow('no');
        expect((await jobsOf(queue)).totalItems).toBe(0);
    });

    it('shows progress while a job runs', async () => {
        let finish: () => void = () => undefined;
        await workers.start(queue, job => {
            job.setProgress(41.7);
            return new Promise<void>(resolve => (finish = resolve));
        });
        const job = await api.add(newJob(queue));
        await eventually(async () => (await api.findOne(job.id ?? ''))?.progress === 42);
        finish();
    });

    it('cancels a job that waits, so that it never runs', async () => {
        const job = await api.add(newJob(queue));
        expect(await api.cancelJob(job.id ?? '')).toMatchObject({
            state: JobState.CANCELLED,
            isSettled: true,
        });
        const ran = vi.fn();
        await workers.start(queue, ran);
        await new Promise(resolve => setTimeout(resolve, 150));
        expect(ran).not.toHaveBeenCalled();
    });

    it('tells a running job that it was cancelled, and keeps it cancelled', async () => {
        const job = await api.add(newJob(queue));
        await workers.start(queue, async running => {
            await eventually(() => running.state === JobState.CANCELLED);
            return 'finished all the same';
        });
        await reached(api, job, 'RUNNING');
        await api.cancelJob(job.id ?? '');
        await workers.stopAll();
        expect(await api.findOne(job.id ?? '')).toMatchObject({ state: JobState.CANCELLED, result: null });
    });

    it('waits for running jobs when it stops, and puts back what does not finish', async () => {
        const job = await api.add(newJob(queue));
        await workers.start(queue, () => new Promise(() => undefined), { gracefulShutdownTimeoutMs: 100 });
        await reached(api, job, 'RUNNING');
        await workers.stopAll();
        expect(await api.findOne(job.id ?? '')).toMatchObject({ state: JobState.PENDING, attempts: 0 });

        await workers.start(queue, () => Promise.resolve('next worker'));
        expect(await reached(api, job, 'COMPLETED')).toMatchObject({ result: 'next worker', attempts: 1 });
    });

    it('asks for work twice a second when idle, however many queues there are, and still begins in a second', async () => {
        const strategy = await workers.idle({ pollIntervalMs: 500, leaseSeconds: 20 });
        const begun = new Promise<number>(resolve => {
            const work = () => Promise.resolve(resolve(Date.now()));
            for (const n of range(12)) void strategy.start(`${queue}-${n}`, work);
        });
        await new Promise(resolve => setTimeout(resolve, 300));
        const query = vi.spyOn(connection.rawConnection, 'query');
        await new Promise(resolve => setTimeout(resolve, 2_000));
        const ours = query.mock.calls.filter(([, parameters]) => JSON.stringify(parameters)?.includes(queue));
        expect(ours.length).toBeGreaterThanOrEqual(3);
        expect(ours.length).toBeLessThanOrEqual(5);
        query.mockRestore();

        const added = Date.now();
        await strategy.add(newJob(`${queue}-7`));
        expect((await begun) - added).toBeLessThan(1_000);
        strategy.destroy();
    });

    it('goes on when PostgreSQL was away for a moment', async () => {
        await workers.start(queue, () => Promise.resolve('done'));
        const query = vi
            .spyOn(connection.rawConnection, 'query')
            .mockRejectedValue(new Error('terminating connection'));
        await new Promise(resolve => setTimeout(resolve, 200));
        query.mockRestore();
        await reached(api, await api.add(newJob(queue)), 'COMPLETED');
    });

    it('lists jobs by filter, page by page', async () => {
        for (const n of range(5)) await api.add(newJob(queue, n));
        const page = await api.findMany({
            filter: { queueName: { eq: queue }, state: { eq: 'PENDING' } },
            sort: { createdAt: 'ASC' },
            skip: 1,
            take: 2,
        } as never);
        expect(page.totalItems).toBe(5);
        expect(page.items.map(job => (job.data as { n: number }).n)).toEqual([1, 2]);
        const ids = page.items.map(job => job.id ?? '');
        expect((await api.findManyById(ids)).map(job => job.id).sort()).toEqual([...ids].sort());
    });

    it('removes settled jobs of the named queues, and leaves open ones', async () => {
        await workers.start(queue, () => Promise.resolve());
        await reached(api, await api.add(newJob(queue)), 'COMPLETED');
        await api.add(newJob(`${queue}-open`));
        expect(await api.removeSettledJobs([queue, `${queue}-open`])).toBe(1);
        expect((await jobsOf(`${queue}-open`)).totalItems).toBe(1);
    });

    it('cleans up all but the newest settled jobs', async () => {
        await workers.start(queue, () => Promise.resolve());
        const jobs = [];
        for (const n of range(5)) jobs.push(await reached(api, await api.add(newJob(queue, n)), 'COMPLETED'));
        await cleanJobsTask.execute(injector);
        const kept = await jobsOf(queue);
        expect(kept.items.map(job => job.id).sort()).toEqual(
            jobs
                .slice(2)
                .map(job => job.id)
                .sort(),
        );
    });

    it('flushes buffered jobs once, and none that is not asked for', async () => {
        const buffer = server.app.get(ConfigService).jobQueueOptions.jobBufferStorageStrategy;
        await buffer.add('mine', newJob(queue, 1, 2));
        await buffer.add('mine', newJob(queue, 2));
        await buffer.add('other', newJob(queue, 3));
        expect(await buffer.bufferSize(['mine', 'other'])).toEqual({ mine: 2, other: 1 });
        const [a, b] = await Promise.all([buffer.flush(['mine']), buffer.flush(['mine'])]);
        const flushed = [...(a.mine ?? []), ...(b.mine ?? [])];
        expect(
            flushed.map(({ queueName, data, retries }: Job<{ n: number }>) => [queueName, data.n, retries]),
        ).toEqual([
            [queue, 1, 2],
            [queue, 2, 0],
        ]);
        expect(await buffer.bufferSize()).toEqual({ other: 1 });
    });

    function jobsOf(queueName: string) {
        return api.findMany({ filter: { queueName: { eq: queueName } } });
    }
});

function range(length: number): number[] {
    return Array.from({ length }, (_, n) => n);
}
