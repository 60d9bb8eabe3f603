import { setTimeout as sleep } from 'node:timers/promises';
import type { GraphQlClient } from '../../e2e/support/graphql-client';

/** In seconds, from the mutation to the end of the job. */
export async function reindex(admin: GraphQlClient): Promise<number> {
    const began = performance.now();
    const { reindex: job } = await admin.run<{ reindex: { id: string } }>('mutation { reindex { id } }');
    for (;;) {
        const { job: now } = await admin.run<{ job: { state: string } }>(
            'query ($id: ID!) { job(jobId: $id) { state } }',
            { id: job.id },
        );
        if (now.state === 'COMPLETED') {
            return (performance.now() - began) / 1_000;
        }
        if (now.state !== 'PENDING' && now.state !== 'RUNNING') {
            throw new Error(`The index was not built: ${now.state}.`);
        }
        await sleep(100);
    }
}

/** Resolves when no job waits or runs. */
export async function untilIdle(admin: GraphQlClient): Promise<void> {
    for (;;) {
        const { jobs } = await admin.run<{ jobs: { totalItems: number } }>(
            '{ jobs(options: { filter: { isSettled: { eq: false } }, take: 1 }) { totalItems } }',
        );
        if (jobs.totalItems === 0) {
            return;
        }
        await sleep(100);
    }
}
