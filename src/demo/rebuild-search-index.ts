import {
    ConfigService,
    isInspectableJobQueueStrategy,
    type ID,
    type Job,
    type RequestContext,
    SearchService,
    type VendureWorker,
} from '@vendure/core';
import { setTimeout as sleep } from 'node:timers/promises';

const pollMilliseconds = 100;

/** Has the whole search index built anew and waits until that is done, by this process or by a worker. */
export async function rebuildSearchIndex(worker: VendureWorker, ctx: RequestContext): Promise<void> {
    await worker.startJobQueue();
    const { id } = await worker.app.get(SearchService).reindex(ctx);
    if (id === undefined || id === null) {
        throw new Error('The job that builds the search index was not stored: is the job queue configured?');
    }
    for (;;) {
        const job = await findJob(worker, id);
        if (!job || job.isSettled) {
            const outcome = String(job?.state ?? 'gone');
            if (outcome !== 'COMPLETED') {
                throw new Error(
                    `The search index was not built: its job is ${outcome}. ${String(job?.error ?? '')}`,
                );
            }
            return;
        }
        await sleep(pollMilliseconds);
    }
}

async function findJob(worker: VendureWorker, id: ID): Promise<Job | undefined> {
    const { jobQueueStrategy } = worker.app.get(ConfigService).jobQueueOptions;
    if (!isInspectableJobQueueStrategy(jobQueueStrategy)) {
        throw new Error(
            "The job queue can't say when a job is done, so the demo can't wait for the search index.",
        );
    }
    return jobQueueStrategy.findOne(id);
}
