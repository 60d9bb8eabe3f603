import { LeasedJobQueuePlugin } from '@efi/job-queue-plugin';
import type { VendureConfig } from '@vendure/core';
import { BullMQJobQueuePlugin } from '@vendure/job-queue-plugin/package/bullmq';
import type { Env } from '../env';
import { AfterCommitJobQueuePlugin } from '../redis/after-commit-job-queue.plugin';
import { redisOptions } from '../redis/redis-connection';

type Plugins = NonNullable<VendureConfig['plugins']>;

/** How many jobs one worker runs at the same time: with PostgreSQL of each queue, with BullMQ of all together. */
const CONCURRENCY = { perQueue: 2, bullMq: 5 };

/** Jobs that settled, kept for people to look at. BullMQ loads their payloads when a worker starts. */
const KEEP = { count: 500, age: 7 * 24 * 60 * 60 };

/**
 * After this many deaths of the workers that ran it a job fails for good: it may be what kills them. Twice as many as the
 * queue has by default, since workers that die of something else, one after the other, must not take jobs along.
 */
const MAX_WORKER_DEATHS = 10;

/** Vendure tries a mail six times. One second apart, as other jobs are, a mail server's restart would lose it. */
const MAIL_QUEUE = 'send-email';

/** Of mails, and of storefronts that are told of changes: who is away for a while is met again. */
const isPatient = (queueName: string) =>
    queueName === MAIL_QUEUE || queueName === 'efi-storefront-revalidation';

/** The job queue: BullMQ with REDIS_URL, PostgreSQL without. */
export function jobQueuePlugins(env: Env): Plugins {
    return env.REDIS_URL ? bullMqPlugins(env.REDIS_URL) : [postgresPlugin(env)];
}

function postgresPlugin(env: Env): Plugins[number] {
    return LeasedJobQueuePlugin.init({
        concurrency: CONCURRENCY.perQueue,
        maxWorkerDeaths: MAX_WORKER_DEATHS,
        // After 5 s, 25 s, 2 min, 10 min and 52 min.
        backoffStrategy: (queueName, attempts) => (isPatient(queueName) ? 1000 * 5 ** attempts : 1000),
        // The rest of the time is for putting back what did not finish, and for closing.
        gracefulShutdownTimeoutMs: env.SHUTDOWN_TIMEOUT_SECONDS * 800,
    });
}

function bullMqPlugins(url: string): Plugins {
    return [
        BullMQJobQueuePlugin.init({
            // Options, not a connection: given one, the plugin would subscribe to cancellations on localhost:6379.
            connection: { ...redisOptions(url), maxRetriesPerRequest: null },
            concurrency: CONCURRENCY.bullMq,
            // After 1, 2, 4, 8 and 16 min.
            setBackoff: queueName =>
                isPatient(queueName) ? { type: 'exponential', delay: 60_000 } : undefined,
            workerOptions: {
                // A dead worker's job is found within the sum of these two.
                lockDuration: 15_000,
                stalledInterval: 10_000,
                // How many deaths a job survives.
                maxStalledCount: MAX_WORKER_DEATHS - 1,
                removeOnComplete: KEEP,
                removeOnFail: KEEP,
            },
        }),
        AfterCommitJobQueuePlugin,
    ];
}
