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
    [1, false],
    [5, false],
    [6, true],
])('try %i of 6 is the last one: %s', async (attempts, isLastTry) => {
    const run = vi.fn().mockRejectedValue(new Error('outage'));
    const process = await processOf({ run });
    const job = { data: { runId: 7 }, attempts, retries: 5 } as Job<{ runId: number }>;
    await expect(process(job)).rejects.toThrow('outage');
    expect(run.mock.calls).toEqual([[7, expect.any(Function), isLastTry]]);
});
