import type { Job, JobQueueService } from '@vendure/core';
import { expect, it, vi } from 'vitest';
import { ImportQueue } from './import-queue';
import type { RunImport } from './run-import';

type Process = (job: Job<{ runId: number }>) => Promise<void>;

async function processOf(imports: Partial<RunImport>): Promise<Process> {
    let process: Process | undefined;
    const jobs = {
        createQueue: (options: { process: Process }) => {
            process = options.process;
            return Promise.resolve({});
        },
    };
    await new ImportQueue(jobs as unknown as JobQueueService, imports as RunImport).onModuleInit();
    if (!process) {
        throw new Error('There is no queue.');
    }
    return process;
}

it.each([
    [1, 0],
    [5, 0],
    [6, 1],
])('try %i of 6 that fails gives the import up %i times', async (attempts, times) => {
    const giveUp = vi.fn().mockResolvedValue(undefined);
    const process = await processOf({ run: () => Promise.reject(new Error('outage')), giveUp });
    const job = { data: { runId: 7 }, attempts, retries: 5 } as Job<{ runId: number }>;
    await expect(process(job)).rejects.toThrow('outage');
    expect(giveUp.mock.calls).toEqual(Array.from({ length: times }, () => [7]));
});
