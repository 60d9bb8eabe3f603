import { jobQueueMigrations, LeasedJobQueuePlugin } from '@efi/job-queue-plugin';
import { testShop } from '@efi/plugin-kit/testing';
import { ModuleRef } from '@nestjs/core';
import { Injector, Logger, TransactionalConnection } from '@vendure/core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newJob, Workers } from './workers';

const POOL_SIZE = 4;

describe('a job that is added while every connection is taken', async () => {
    const shop = await testShop({
        plugins: [LeasedJobQueuePlugin],
        migrations: jobQueueMigrations,
        config: {
            dbConnectionOptions: { type: 'postgres', poolSize: POOL_SIZE, connectTimeoutMS: 2_000 },
        },
    });
    beforeAll(() => shop.start());
    afterAll(() => shop.stop());

    it('is added, once, when one is free', async () => {
        const { app } = shop.server;
        const workers = new Workers(new Injector(app.get(ModuleRef)));
        const queue = await workers.idle();
        const warn = vi.spyOn(Logger, 'warn');
        const { rawConnection } = app.get(TransactionalConnection);
        const taken = Array.from({ length: POOL_SIZE }, () => rawConnection.createQueryRunner());
        await Promise.all(taken.map(runner => runner.connect()));

        const added = queue.add(newJob('patient'));
        await vi.waitFor(
            () =>
                expect(warn).toHaveBeenCalledWith(
                    expect.stringContaining('A job for "patient" waits for a connection'),
                    expect.anything(),
                ),
            { timeout: 15_000 },
        );
        await Promise.all(taken.map(runner => runner.release()));
        const { id } = await added;
        const { items } = await queue.findMany({ filter: { queueName: { eq: 'patient' } } });
        expect(items.map(job => job.id)).toEqual([id]);
        await workers.stopAll();
    });
});
