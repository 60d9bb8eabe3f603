import { JobState, SortOrder } from '@vendure/common/lib/generated-types';
import {
    ConfigService,
    type InspectableJobQueueStrategy,
    isInspectableJobQueueStrategy,
    type Job,
    type JobQueue,
    JobQueueService,
} from '@vendure/core';

const HALF_A_SECOND = 500;

/** What trains a model. */
export interface Training {
    /**
     * @param onProgress - Is told the share that is done, from 0 to 1.
     * @param cancelled - Ends the training early.
     * @returns What the job keeps as its result.
     */
    run(onProgress: (done: number) => void, cancelled: AbortSignal): Promise<unknown>;
}

/**
 * Trains in the worker, with its progress in the job. Cancelling the job ends the training. A plugin provides a class
 * of its own that extends this one, so that each has its queue.
 */
export abstract class TrainingQueue {
    private queue: JobQueue<Record<string, never>> | undefined;

    /** @param name - Of the job queue. */
    constructor(
        private readonly name: string,
        private readonly training: Training,
        private readonly jobQueueService: JobQueueService,
        private readonly config: ConfigService,
    ) {}

    /** Called by Nest. */
    async onModuleInit(): Promise<void> {
        this.queue = await this.jobQueueService.createQueue<Record<string, never>>({
            name: this.name,
            process: job => this.process(job),
        });
    }

    async add(): Promise<Job<Record<string, never>>> {
        if (!this.queue) {
            throw new Error('Training can be asked for once the application has started.');
        }
        return this.queue.add({});
    }

    /** The training that was asked for last, as long as the job queue remembers it. */
    async latest(): Promise<Job | undefined> {
        const { items } = (await this.inspector()?.findMany({
            filter: { queueName: { eq: this.name } },
            sort: { createdAt: SortOrder.DESC },
            take: 1,
        })) ?? { items: [] };
        return items[0];
    }

    /** Ends the training that runs or waits. Undefined when there is none, or the queue can't be asked. */
    async cancel(): Promise<Job | undefined> {
        const job = await this.latest();
        return job?.id == null || job.isSettled ? undefined : this.inspector()?.cancelJob(job.id);
    }

    private inspector(): InspectableJobQueueStrategy | undefined {
        const { jobQueueStrategy } = this.config.jobQueueOptions;
        return isInspectableJobQueueStrategy(jobQueueStrategy) ? jobQueueStrategy : undefined;
    }

    private async process(job: Job<Record<string, never>>) {
        const cancelling = new AbortController();
        const watch = setInterval(() => {
            if (job.state === JobState.CANCELLED) {
                cancelling.abort(new Error('Training was cancelled.'));
            }
        }, HALF_A_SECOND);
        try {
            const onProgress = (done: number) => job.setProgress(Math.round(100 * done));
            return await this.training.run(onProgress, cancelling.signal);
        } finally {
            clearInterval(watch);
        }
    }
}
