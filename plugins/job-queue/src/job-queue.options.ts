import type { BackoffStrategy, Job, ScheduledTaskConfig } from '@vendure/core';

export interface LeasedJobQueueOptions {
    /**
     * How long a worker holds a job without a sign of life, in seconds, before another worker takes it. A worker
     * renews its leases ten times as often. Longer than the longest time that a job may block Node's event loop.
     *
     * @default 20
     */
    leaseSeconds?: number;

    /**
     * How often an idle worker asks PostgreSQL for work, in milliseconds: one query for all queues together. A busy
     * queue does not wait, it takes its next job at once.
     *
     * @default 500
     */
    pollIntervalMs?: number;

    /**
     * How many jobs of one queue a worker runs at the same time.
     *
     * @default 1
     */
    concurrency?: number | ((queueName: string) => number);

    /**
     * How long a failed job pauses before it is tried again, in milliseconds.
     *
     * @default () => 1000
     */
    backoffStrategy?: BackoffStrategy;

    /**
     * How often a job may be tried again after it failed.
     *
     * @default what the code that added the job asked for
     */
    setRetries?: (queueName: string, job: Job) => number;

    /**
     * After how many deaths of the worker that ran it a job fails for good. It may be what kills them: out of
     * memory, an endless loop, a crash in native code.
     *
     * @default 5
     */
    maxWorkerDeaths?: number;

    /**
     * How long running jobs may take to finish when a worker stops, in milliseconds. What is not finished then goes
     * back into the queue.
     *
     * @default 20_000
     */
    gracefulShutdownTimeoutMs?: number;

    /**
     * How many settled jobs are kept for people to look at.
     *
     * @default 1000
     */
    keepJobsCount?: number;

    /**
     * When older settled jobs are deleted.
     *
     * @default every 2 hours
     */
    cleanJobsSchedule?: ScheduledTaskConfig['schedule'];
}

/** The options with every default filled in. */
export type ResolvedJobQueueOptions = Readonly<Required<LeasedJobQueueOptions>>;

/**
 * Fills in the defaults.
 *
 * @throws Error when a number is not positive.
 */
export function resolveOptions(options: LeasedJobQueueOptions): ResolvedJobQueueOptions {
    const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
    const resolved: ResolvedJobQueueOptions = {
        leaseSeconds: 20,
        pollIntervalMs: 500,
        concurrency: 1,
        backoffStrategy: () => 1000,
        setRetries: (_queueName, job) => job.retries,
        maxWorkerDeaths: 5,
        gracefulShutdownTimeoutMs: 20_000,
        keepJobsCount: 1000,
        cleanJobsSchedule: cron => cron.every(2).hours(),
        ...given,
    };
    for (const name of ['leaseSeconds', 'pollIntervalMs', 'maxWorkerDeaths', 'keepJobsCount'] as const) {
        if (!(resolved[name] > 0)) {
            throw new Error(`LeasedJobQueuePlugin: ${name} must be greater than 0, not ${resolved[name]}.`);
        }
    }
    return resolved;
}
