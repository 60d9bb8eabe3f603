import { SearchService } from '@vendure/core';
import type { Env } from '../../env';
import { adminContext, startDemoApplication } from '../demo-application';

/** Leaves a job for the worker: thirty thousand variants in every market and language take it a while. */
export async function requestSearchIndex(env: Env): Promise<void> {
    const worker = await startDemoApplication(env);
    await worker.app.get(SearchService).reindex(await adminContext(worker));
    await worker.app.close();
}
