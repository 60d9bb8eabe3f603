import { type JobListOptions, JobState } from '@vendure/common/lib/generated-types';
import {
    ID,
    Injector,
    InspectableJobQueueStrategy,
    Job,
    JobData,
    JobQueueStrategyJobOptions,
    ListQueryBuilder,
    Logger,
    PaginatedList,
    TransactionalConnection,
} from '@vendure/core';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { In, LessThan } from 'typeorm';
import { loggerCtx } from './constants';
import {
    type LeasedJobQueueOptions,
    type ResolvedJobQueueOptions,
    resolveOptions,
} from './job-queue.options';
import { JobStore, toJob } from './job-store';
import { onceConnected } from './once-connected';
import { messageOf, type ProcessJob, QueueRunner } from './queue-runner';
import { QueuedJob } from './queued-job.entity';

/** How long a job that is added waits for a connection, in milliseconds. */
const PATIENCE_MS = 60_000;

/**
 * A job queue in PostgreSQL that runs each job at least once, whatever dies. A worker holds a job by a lease that it
 * renews; when the worker is gone the lease runs out and another takes the job. A worker that comes back late can't
 * write its outcome over the other's. Vendure's own `SqlJobQueueStrategy` leaves such a job RUNNING for ever.
 *
 * A job that is added with `ctx` becomes visible when the transaction of that context commits, and never if it rolls
 * back.
 */
export class LeasedJobQueueStrategy implements InspectableJobQueueStrategy {
    private readonly options: ResolvedJobQueueOptions;
    private readonly runners: QueueRunner[] = [];
    /** Queues that were started before `init`: Vendure does so when a plugin makes its queue early. */
    private readonly early: Array<[string, ProcessJob]> = [];
    private readonly closing = new AbortController();
    private connection!: TransactionalConnection;
    private listQueryBuilder!: ListQueryBuilder;
    private store: JobStore | undefined;
    private isPolling = false;

    constructor(options: LeasedJobQueueOptions = {}) {
        this.options = resolveOptions(options);
    }

    async init(injector: Injector): Promise<void> {
        this.connection = injector.get(TransactionalConnection);
        this.listQueryBuilder = injector.get(ListQueryBuilder);
        const worker = `${hostname()}:${process.pid}`;
        this.store = new JobStore(this.connection.rawConnection, this.options.leaseSeconds, worker);
        for (const [queueName, process] of this.early.splice(0)) {
            await this.start(queueName, process);
        }
    }

    destroy(): void {
        this.closing.abort();
    }

    async add<Data extends JobData<Data> = object>(
        job: Job<Data>,
        jobOptions?: JobQueueStrategyJobOptions<Data>,
    ): Promise<Job<Data>> {
        const repository = jobOptions?.ctx
            ? this.connection.getRepository(jobOptions.ctx, QueuedJob)
            : this.connection.rawConnection.getRepository(QueuedJob);
        const save = () =>
            repository.save(
                new QueuedJob({
                    queueName: job.queueName,
                    data: job.data,
                    state: job.state,
                    retries: this.options.setRetries(job.queueName, job),
                }),
            );
        // Events ask for jobs once their transaction has committed, and nobody asks a second time.
        const row = await onceConnected(save, {
            patienceMs: PATIENCE_MS,
            signal: this.closing.signal,
            onWaiting: error =>
                Logger.warn(
                    `A job for "${job.queueName}" waits for a connection: ${error.message}`,
                    loggerCtx,
                ),
        });
        return toJob(row) as Job<Data>;
    }

    start<Data extends JobData<Data> = object>(
        queueName: string,
        process: (job: Job<Data>) => Promise<unknown>,
    ): Promise<void> {
        const processJob = process as ProcessJob;
        if (!this.store) {
            this.early.push([queueName, processJob]);
        } else if (!this.findRunner(queueName, processJob)) {
            const runner = new QueueRunner(queueName, processJob, this.store, this.options);
            this.runners.push(runner);
            runner.wake();
            this.keepPolling(this.store);
        }
        return Promise.resolve();
    }

    async stop<Data extends JobData<Data> = object>(
        queueName: string,
        process: (job: Job<Data>) => Promise<unknown>,
    ): Promise<void> {
        const runner = this.findRunner(queueName, process as ProcessJob);
        if (runner) {
            await runner.stop();
            this.runners.splice(this.runners.indexOf(runner), 1);
        }
    }

    async cancelJob(jobId: ID): Promise<Job | undefined> {
        await this.store?.cancel(jobId);
        return this.findOne(jobId);
    }

    async findOne(id: ID): Promise<Job | undefined> {
        const row = await this.repository.findOne({ where: { id } });
        return row ? toJob(row) : undefined;
    }

    async findMany(options?: JobListOptions): Promise<PaginatedList<Job>> {
        const [rows, totalItems] = await this.listQueryBuilder.build(QueuedJob, options).getManyAndCount();
        return { items: rows.map(toJob), totalItems };
    }

    async findManyById(ids: ID[]): Promise<Job[]> {
        const rows = await this.repository.find({ where: { id: In(ids) } });
        return rows.map(toJob);
    }

    async removeSettledJobs(queueNames: string[] = [], olderThan: Date = new Date()): Promise<number> {
        const result = await this.repository.delete({
            ...(queueNames.length > 0 ? { queueName: In(queueNames) } : {}),
            isSettled: true,
            settledAt: LessThan(olderThan),
        });
        return result.affected ?? 0;
    }

    private get repository() {
        return this.connection.rawConnection.getRepository(QueuedJob);
    }

    private findRunner(queueName: string, process: ProcessJob): QueueRunner | undefined {
        return this.runners.find(runner => runner.queueName === queueName && runner.process === process);
    }

    /** One timer each for all queues of this process; both end when the application closes. */
    private keepPolling(store: JobStore): void {
        if (!this.isPolling) {
            this.isPolling = true;
            const { leaseSeconds, pollIntervalMs } = this.options;
            void this.repeat(pollIntervalMs, 'look for work', () => this.wakeRunners(store));
            void this.repeat(leaseSeconds * 100, 'renew leases', () => this.renewLeases(store));
        }
    }

    private async repeat(intervalMs: number, purpose: string, work: () => Promise<void>): Promise<void> {
        const { signal } = this.closing;
        while (!signal.aborted) {
            await work().catch((error: unknown) => {
                Logger.error(`Can't ${purpose}: ${messageOf(error)}`, loggerCtx);
            });
            await sleep(intervalMs, undefined, { signal, ref: false }).catch(() => {});
        }
    }

    private async wakeRunners(store: JobStore): Promise<void> {
        const idle = this.runners.filter(runner => runner.hasRoom);
        if (idle.length > 0) {
            const withWork = await store.withWork(idle.map(runner => runner.queueName));
            idle.filter(runner => withWork.includes(runner.queueName)).forEach(runner => runner.wake());
        }
    }

    private async renewLeases(store: JobStore): Promise<void> {
        const held = this.runners.flatMap(runner => runner.leases.map(lease => ({ runner, lease })));
        if (held.length === 0) {
            return;
        }
        const renewed = await store.renew(held.map(({ lease }) => lease.token));
        for (const { runner, lease } of held) {
            const ended = !runner.holds(lease) || lease.job.state !== JobState.RUNNING;
            if (!renewed.has(lease.token) && !ended) {
                // Tells code that looks at `job.state` between its steps that it may stop.
                lease.job.cancel();
            }
        }
    }
}
