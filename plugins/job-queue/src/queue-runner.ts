import { JobState } from '@vendure/common/lib/generated-types';
import { Job, Logger } from '@vendure/core';
import { setTimeout as sleep } from 'node:timers/promises';
import { loggerCtx } from './constants';
import type { ResolvedJobQueueOptions } from './job-queue.options';
import { type JobStore, type Lease, outcomeOf } from './job-store';

export type ProcessJob = (job: Job) => Promise<unknown>;

/**
 * Runs the jobs of one queue in this worker, as many at a time as its concurrency allows. It takes one job after
 * the other while there are any, and then rests until {@link wake} is called.
 */
export class QueueRunner {
    private readonly held = new Map<Lease, Promise<void>>();
    private readonly concurrency: number;
    private filling: Promise<void> | undefined;
    private stopped = false;

    constructor(
        readonly queueName: string,
        readonly process: ProcessJob,
        private readonly store: JobStore,
        private readonly options: ResolvedJobQueueOptions,
    ) {
        const { concurrency } = options;
        this.concurrency = typeof concurrency === 'function' ? concurrency(queueName) : concurrency;
    }

    /** Leases of the jobs that run right now. */
    get leases(): readonly Lease[] {
        return [...this.held.keys()];
    }

    get hasRoom(): boolean {
        return !this.stopped && this.held.size < this.concurrency;
    }

    holds(lease: Lease): boolean {
        return this.held.has(lease);
    }

    /** Takes as many jobs as there is room for. */
    wake(): void {
        this.filling ??= this.fill().finally(() => {
            this.filling = undefined;
        });
    }

    /** Takes no new job, waits for those that run, and puts back what does not finish in time. */
    async stop(): Promise<void> {
        this.stopped = true;
        await this.filling;
        const timeout = new AbortController();
        await Promise.race([
            Promise.all(this.held.values()),
            sleep(this.options.gracefulShutdownTimeoutMs, undefined, { signal: timeout.signal }).catch(
                () => {},
            ),
        ]);
        timeout.abort();
        await Promise.all([...this.held.keys()].map(lease => this.putBack(lease)));
    }

    private async fill(): Promise<void> {
        try {
            while (this.hasRoom) {
                const lease = await this.store.claim(this.queueName);
                if (!lease) {
                    return;
                }
                if (lease.workerDeaths >= this.options.maxWorkerDeaths) {
                    await this.giveUp(lease);
                } else {
                    // Held before it runs: a job that ends at once must find its lease.
                    this.held.set(
                        lease,
                        Promise.resolve().then(() => this.run(lease)),
                    );
                }
            }
        } catch (error) {
            Logger.error(`Can't take a job from queue "${this.queueName}": ${messageOf(error)}`, loggerCtx);
        }
    }

    private async run(lease: Lease): Promise<void> {
        const { job, token } = lease;
        const onProgress = () => {
            this.store.saveProgress(token, job.progress).catch((error: unknown) => {
                Logger.warn(`Can't save the progress of job ${job.id}: ${messageOf(error)}`, loggerCtx);
            });
        };
        job.on('progress', onProgress);
        try {
            job.complete(serialisable(await this.process(job)));
        } catch (error) {
            job.fail(error);
        } finally {
            job.off('progress', onProgress);
        }
        // A job that was put back, or lost to another worker, is no longer ours to end.
        if (this.held.has(lease)) {
            await this.end(lease);
            this.held.delete(lease);
            this.wake();
        }
    }

    private async end({ job, token }: Lease): Promise<void> {
        const { queueName, options } = this;
        const pauseMs =
            job.state === JobState.RETRYING ? options.backoffStrategy(queueName, job.attempts, job) : 0;
        try {
            const counts = await this.store.end(token, outcomeOf(job), pauseMs);
            if (!counts && job.state !== JobState.CANCELLED) {
                Logger.warn(
                    `Job ${job.id} [${queueName}] was cancelled or taken over while it ran; its outcome here is dropped`,
                    loggerCtx,
                );
            }
        } catch (error) {
            Logger.error(
                `Can't write the outcome of job ${job.id} [${queueName}], so it will run again: ${messageOf(error)}`,
                loggerCtx,
            );
        }
    }

    private async putBack(lease: Lease): Promise<void> {
        const { job, token } = lease;
        this.held.delete(lease);
        // The run was broken off by us, so it is not held against the job.
        const attempts = Math.max(0, job.attempts - 1);
        await this.store.end(token, { state: JobState.PENDING, isSettled: false, attempts });
        Logger.info(`Put job ${job.id} [${this.queueName}] back: it did not finish in time`, loggerCtx);
    }

    private async giveUp({ job, token, workerDeaths }: Lease): Promise<void> {
        const error = `The worker died ${workerDeaths} times while it ran this job, so it is not tried again. Look for what ends the process: memory, an endless loop, a crash in native code.`;
        Logger.error(`Job ${job.id} [${this.queueName}]: ${error}`, loggerCtx);
        await this.store.end(token, {
            state: JobState.FAILED,
            error,
            isSettled: true,
            settledAt: new Date(),
        });
    }
}

/** A result that PostgreSQL can't keep fails the job here, with a clear error, and not when it is written. */
function serialisable(result: unknown): unknown {
    return JSON.stringify(result) === undefined ? null : result;
}

export function messageOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}
