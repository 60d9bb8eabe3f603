import { Injector, Job } from '@vendure/core';
import { JobState } from '@vendure/common/lib/generated-types';
import { LeasedJobQueueStrategy, type LeasedJobQueueOptions } from '@efi/job-queue-plugin';

/** Short times, so that a lease runs out within a test. */
export const QUICK: LeasedJobQueueOptions = { leaseSeconds: 1, pollIntervalMs: 25 };

type Work = (job: Job<{ n: number }>) => Promise<unknown>;

/** Several workers on one database, within one process. */
export class Workers {
    private readonly running: Array<{ strategy: LeasedJobQueueStrategy; queue: string; work: Work }> = [];

    constructor(private readonly injector: Injector) {}

    /** A worker that runs the queue's jobs from now on. */
    async start(
        queue: string,
        work: Work,
        options: LeasedJobQueueOptions = {},
    ): Promise<LeasedJobQueueStrategy> {
        const strategy = await this.idle(options);
        await strategy.start(queue, work);
        this.running.push({ strategy, queue, work });
        return strategy;
    }

    /** A process that adds and looks at jobs but runs none, as the server does. */
    async idle(options: LeasedJobQueueOptions = {}): Promise<LeasedJobQueueStrategy> {
        const strategy = new LeasedJobQueueStrategy({ ...QUICK, ...options });
        await strategy.init(this.injector);
        return strategy;
    }

    /** A worker that takes one job and dies over it: no outcome, no renewal. */
    async dieOver(queue: string, options: LeasedJobQueueOptions = {}): Promise<void> {
        const taken = new Promise<void>(resolve => {
            void this.start(queue, () => (resolve(), new Promise(() => undefined)), options);
        });
        await taken;
        this.running.pop()?.strategy.destroy();
    }

    async stopAll(): Promise<void> {
        await Promise.all(
            this.running.splice(0).map(async ({ strategy, queue, work }) => {
                await strategy.stop(queue, work);
                strategy.destroy();
            }),
        );
    }
}

export function newJob(queueName: string, n = 0, retries = 0): Job<{ n: number }> {
    return new Job({ queueName, data: { n }, retries });
}

/** Waits until the job is in the state, and answers with the job. */
export async function reached(
    strategy: LeasedJobQueueStrategy,
    job: Job,
    state: keyof typeof JobState,
): Promise<Job> {
    let found: Job | undefined;
    await eventually(
        async () => {
            found = await strategy.findOne(job.id ?? '');
            return found?.state === JobState[state];
        },
        () => `job ${job.id} is ${found?.state} and not ${state}: ${String(found?.error)}`,
    );
    return found as Job;
}

export async function eventually(
    condition: () => boolean | Promise<boolean>,
    fault: () => string = () => 'It did not happen.',
): Promise<void> {
    for (const deadline = Date.now() + 10_000; !(await condition());) {
        if (Date.now() > deadline) throw new Error(fault());
        await new Promise(resolve => setTimeout(resolve, 20));
    }
}
