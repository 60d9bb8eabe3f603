import {
    bootstrapWorker,
    ChannelService,
    DefaultLogger,
    LogLevel,
    type RequestContext,
    RequestContextService,
    type VendureWorker,
} from '@vendure/core';
import { withDatabaseReady } from '../database/prepare-database';
import type { Env } from '../env';
import { config } from '../vendure-config';

/**
 * Starts Vendure without a web server and without scheduled tasks. Its job queues, once started, take index jobs
 * only: everything else waits for the worker.
 */
export async function startDemoApplication(env: Env): Promise<VendureWorker> {
    return await withDatabaseReady(env, () =>
        bootstrapWorker({
            ...config,
            logger: new DefaultLogger({ level: LogLevel.Warn }),
            jobQueueOptions: { ...config.jobQueueOptions, activeQueues: ['update-search-index'] },
            schedulerOptions: { ...config.schedulerOptions, tasks: [] },
        }),
    );
}

/** Nobody's context in the default channel, as that channel is right now. */
export async function adminContext(worker: VendureWorker): Promise<RequestContext> {
    const channel = await worker.app.get(ChannelService).getDefaultChannel();
    return worker.app.get(RequestContextService).create({ apiType: 'admin', channelOrToken: channel });
}
