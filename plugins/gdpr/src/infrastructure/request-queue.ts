import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type JobQueue, JobQueueService, RequestContext } from '@vendure/core';
import { RequestRunner } from './request-runner';

/** Has the worker work on requests. What a job leaves undone, the next sweep finds. */
@Injectable()
export class RequestQueue implements OnModuleInit {
    private queue: JobQueue<{ requestId: string }> | undefined;

    constructor(
        private readonly jobs: JobQueueService,
        private readonly runner: RequestRunner,
    ) {}

    async onModuleInit(): Promise<void> {
        this.queue = await this.jobs.createQueue({
            name: 'efi-privacy-requests',
            process: job => this.runner.run(job.data.requestId),
        });
    }

    /** @param ctx - Of the transaction that asks: with a queue that can't wait for it, the sweep comes to the rescue. */
    async add(ctx: RequestContext, requestId: string): Promise<void> {
        await this.queue?.add({ requestId }, { ctx });
    }

    /** Asks for all requests whose time has come. @returns how many. */
    async addDue(): Promise<number> {
        const due = await this.runner.due();
        await Promise.all(due.map(id => this.add(RequestContext.empty(), id)));
        return due.length;
    }
}
