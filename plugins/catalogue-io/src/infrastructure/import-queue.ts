import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Job, type JobQueue, JobQueueService, type RequestContext } from '@vendure/core';
import { RunImport } from './run-import';

/** Has the worker import files. A job that is taken up again goes on where it was. */
@Injectable()
export class ImportQueue implements OnModuleInit {
    private queue: JobQueue<{ runId: number }> | undefined;

    constructor(
        private readonly jobs: JobQueueService,
        private readonly imports: RunImport,
    ) {}

    async onModuleInit(): Promise<void> {
        this.queue = await this.jobs.createQueue({
            name: 'efi-catalogue-import',
            process: job => this.process(job),
        });
    }

    private process(job: Job<{ runId: number }>): Promise<void> {
        const isLastTry = job.attempts > job.retries;
        return this.imports.run(job.data.runId, percent => job.setProgress(percent), isLastTry);
    }

    async add(ctx: RequestContext, runId: number): Promise<void> {
        await this.queue?.add({ runId }, { ctx, retries: 5 });
    }
}
