import {
    Injector,
    Job,
    JobData,
    JobQueueStrategyJobOptions,
    Logger,
    RequestContext,
    Session,
    TransactionalConnection,
    TransactionSubscriber,
    TransactionSubscriberError,
} from '@vendure/core';
import { BullMQJobQueueStrategy } from '@vendure/job-queue-plugin/package/bullmq/bullmq-job-queue-strategy';
import { setTimeout as sleep } from 'node:timers/promises';
import type { QueryRunner } from 'typeorm';

const loggerCtx = 'JobQueue';

/** How long a request waits for Redis to take a job before it goes on without the job's number. */
const PATIENCE_MS = 2_000;

/**
 * BullMQ, but a job that is added with the `ctx` of an open transaction goes to Redis when that transaction has
 * committed, and never if it rolls back. Vendure's own strategy sends it at once, so that a worker may look for
 * rows that are not there yet.
 *
 * While Redis is away, jobs wait in this process's memory and requests do not wait for them.
 */
export class AfterCommitJobQueueStrategy extends BullMQJobQueueStrategy {
    private transactional!: TransactionalConnection;
    private transactions!: TransactionSubscriber;

    override async init(injector: Injector): Promise<void> {
        this.transactional = injector.get(TransactionalConnection);
        this.transactions = injector.get(TransactionSubscriber);
        await super.init(injector);
    }

    override async add<Data extends JobData<Data> = object>(
        job: Job<Data>,
        jobOptions?: JobQueueStrategyJobOptions<Data>,
    ): Promise<Job<Data>> {
        const queryRunner = jobOptions?.ctx && this.openTransaction(jobOptions.ctx);
        if (queryRunner) {
            void this.addAfterCommit(job, queryRunner);
            return withoutNumber(job);
        }
        const added = super.add(job);
        added.catch((error: unknown) => logFailure(job.queueName, error));
        return Promise.race([added, sleep(PATIENCE_MS, undefined, { ref: false }).then(() => waiting(job))]);
    }

    private openTransaction(ctx: RequestContext): QueryRunner | undefined {
        const { queryRunner } = this.transactional.getRepository(ctx, Session).manager;
        return queryRunner?.isTransactionActive ? queryRunner : undefined;
    }

    private async addAfterCommit<Data extends JobData<Data>>(
        job: Job<Data>,
        queryRunner: QueryRunner,
    ): Promise<void> {
        try {
            await this.transactions.awaitCommit(queryRunner);
            await super.add(job);
        } catch (error) {
            if (!(error instanceof TransactionSubscriberError)) {
                logFailure(job.queueName, error);
            }
        }
    }
}

function waiting<Data extends JobData<Data>>(job: Job<Data>): Job<Data> {
    Logger.warn(`Redis is away: a job for "${job.queueName}" waits in memory until it is back`, loggerCtx);
    return withoutNumber(job);
}

/** BullMQ numbers a job when it takes it. Vendure says `buffered` in the same way for a job that is not sent yet. */
function withoutNumber<Data extends JobData<Data>>(job: Job<Data>): Job<Data> {
    const { queueName, data, retries } = job;
    return new Job({ queueName, data, retries, id: 'waiting' });
}

function logFailure(queueName: string, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    Logger.error(`A job for "${queueName}" could not be added: ${reason}`, loggerCtx);
}
