import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobState } from '@vendure/common/lib/generated-types';
import { type Job, type JobQueue, JobQueueService } from '@vendure/core';
import { TrainRecommendations } from './train-recommendations';

const HALF_A_SECOND = 500;

/** Trains in the worker, with its progress in the job. Cancelling the job ends the training. */
@Injectable()
export class TrainingQueue implements OnModuleInit {
    private queue: JobQueue<Record<string, never>> | undefined;

    constructor(
        private readonly jobQueueService: JobQueueService,
        private readonly training: TrainRecommendations,
    ) {}

    async onModuleInit(): Promise<void> {
        this.queue = await this.jobQueueService.createQueue<Record<string, never>>({
            name: 'efi-recommendation-training',
            process: job => this.process(job),
        });
    }

    async add(): Promise<Job<Record<string, never>>> {
        if (!this.queue) {
            throw new Error('Training can be asked for once the application has started.');
        }
        return this.queue.add({});
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
