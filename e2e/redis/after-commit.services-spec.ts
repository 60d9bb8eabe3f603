import {
    InitialData,
    JobQueue,
    JobQueueService,
    LanguageCode,
    mergeConfig,
    RequestContext,
    RequestContextService,
    TransactionalConnection,
} from '@vendure/core';
import { createTestEnvironment, registerInitializer, testConfig } from '@vendure/testing';
import { BullMQJobQueuePlugin } from '@vendure/job-queue-plugin/package/bullmq';
import { freePort, MigratingPostgresInitializer } from '@efi/plugin-kit/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AfterCommitJobQueuePlugin } from '../../src/redis/after-commit-job-queue.plugin';
import { redisOptions } from '../../src/redis/redis-connection';
import { requireService } from '../support/services';

const NO_DATA: InitialData = {
    defaultLanguage: LanguageCode.en,
    defaultZone: 'Europe',
    countries: [{ name: 'Austria', code: 'AT', zone: 'Europe' }],
    taxRates: [],
    shippingMethods: [],
    paymentMethods: [],
    collections: [],
};

describe('a job on BullMQ that is added in a transaction', async () => {
    const config = mergeConfig(testConfig, {
        apiOptions: { port: await freePort() },
        dbConnectionOptions: { type: 'postgres' },
        plugins: [
            BullMQJobQueuePlugin.init({
                connection: { ...redisOptions(requireService('REDIS_URL', 5)), maxRetriesPerRequest: null },
            }),
            AfterCommitJobQueuePlugin,
        ],
    });
    registerInitializer('postgres', new MigratingPostgresInitializer(config, []));
    const { server } = createTestEnvironment(config);
    const ran: string[] = [];
    let queue: JobQueue<{ name: string }>;
    let connection: TransactionalConnection;
    let ctx: RequestContext;

    beforeAll(async () => {
        await server.init({ initialData: NO_DATA });
        connection = server.app.get(TransactionalConnection);
        ctx = await server.app.get(RequestContextService).create({ apiType: 'admin' });
        const jobs = server.app.get(JobQueueService);
        queue = await jobs.createQueue({
            name: 'names',
            process: job => Promise.resolve(ran.push(job.data.name)),
        });
        await jobs.start();
    });
    afterAll(() => server.destroy());

    it('runs once the transaction has committed', async () => {
        await connection.withTransaction(ctx, async inner => {
            const job = await queue.add({ name: 'committed' }, { ctx: inner });
            expect(job.data).toEqual({ name: 'committed' });
            await new Promise(resolve => setTimeout(resolve, 300));
            expect(ran).toEqual([]);
        });
        await expect.poll(() => ran).toEqual(['committed']);
    });

    it('never runs when the transaction rolls back', async () => {
        const attempt = connection.withTransaction(ctx, async inner => {
            await queue.add({ name: 'rolled back' }, { ctx: inner });
            throw new Error('no');
        });
        await expect(attempt).rejects.toThrow('no');
        await queue.add({ name: 'later' });
        await expect.poll(() => ran).toContain('later');
        expect(ran).not.toContain('rolled back');
    });

    it('runs at once without a transaction, and has its number', async () => {
        const job = await queue.add({ name: 'at once' }, { ctx });
        expect(Number(job.id)).toBeGreaterThan(0);
        await expect.poll(() => ran).toContain('at once');
    });
});
