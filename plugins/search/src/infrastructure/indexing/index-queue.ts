import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { JobState } from '@vendure/common/lib/generated-types';
import {
    type Job,
    type JobQueue,
    JobQueueService,
    Logger,
    type RequestContext,
    SearchService,
    TransactionalConnection,
} from '@vendure/core';
import { type ResolvedSearchOptions, SEARCH_OPTIONS } from '../../search.options';
import { loggerContext } from '../logger-context';
import { pendingState } from './pending-products';
import { ProductIndexer } from './product-indexer';

/** What a job of the queue does. Which products have changed is in the database, not in the job. */
type IndexJob = { readonly work: 'everything' | 'changes' };

/** Changes are gathered for so long, in milliseconds. */
const GATHER = 100;
/** Between two jobs of one process for changes, in milliseconds: an import is a few jobs and not one a product. */
const PAUSE = 1_000;

/** Has the index brought up to date by workers: one job for however many changes. */
@Injectable()
export class IndexQueue implements OnModuleInit, OnModuleDestroy {
    private queue!: JobQueue<IndexJob>;
    private alarm?: { readonly timer: NodeJS.Timeout; readonly at: number };
    private lastAsked = -PAUSE;

    constructor(
        private readonly connection: TransactionalConnection,
        private readonly jobs: JobQueueService,
        private readonly indexer: ProductIndexer,
        search: SearchService,
        @Inject(SEARCH_OPTIONS) private readonly options: ResolvedSearchOptions,
    ) {
        search.adopt(this);
    }

    async onModuleInit(): Promise<void> {
        this.queue = await this.jobs.createQueue({
            // The name that Vendure's own search gives to it, for whoever watches queues by name.
            name: 'update-search-index',
            process: job => this.process(job),
        });
    }

    onModuleDestroy(): void {
        clearTimeout(this.alarm?.timer);
    }

    /** Indexes everything, for all channels. */
    reindex(ctx: RequestContext): Promise<Job> {
        return this.queue.add({ work: 'everything' }, { ctx });
    }

    /** How many products wait for somebody to say that they be indexed: none unless updates are buffered. */
    async pending(): Promise<number> {
        return this.options.bufferUpdates ? (await this.state()).count : 0;
    }

    async runPending(ctx: RequestContext): Promise<void> {
        await this.queue.add({ work: 'changes' }, { ctx, retries: 3 });
    }

    /** After changes were noted and committed. */
    wake(): void {
        if (!this.options.bufferUpdates) {
            this.wakeIn(Math.max(GATHER, this.lastAsked + PAUSE - performance.now()));
        }
    }

    /** For what was noted when no process was there to ask for a job, or for later. */
    async wakeForLeftovers(): Promise<void> {
        const { count, nextInMs } = await this.state();
        if (count > 0 && !this.options.bufferUpdates) {
            this.wakeIn(nextInMs + GATHER);
        }
    }

    private wakeIn(milliseconds: number): void {
        const at = performance.now() + milliseconds;
        if (this.alarm && this.alarm.at <= at) {
            return;
        }
        clearTimeout(this.alarm?.timer);
        this.alarm = { timer: setTimeout(() => this.askForJob(), milliseconds).unref(), at };
    }

    private askForJob(): void {
        this.alarm = undefined;
        this.lastAsked = performance.now();
        this.queue.add({ work: 'changes' }, { retries: 3 }).catch((error: unknown) => {
            Logger.error(`No job could be made for changes: ${messageOf(error)}`, loggerContext);
        });
    }

    private state(): Promise<{ count: number; nextInMs: number }> {
        return pendingState(this.connection.rawConnection.manager);
    }

    private async process(job: Job<IndexJob>): Promise<{ indexedProducts: number; timeTaken: number }> {
        const began = performance.now();
        const indexedProducts =
            job.data.work === 'everything'
                ? await this.indexer.indexAll(({ done, total }) => {
                      if (job.state === JobState.CANCELLED) {
                          throw new Error('The job was cancelled. What it has indexed so far stays.');
                      }
                      job.setProgress(Math.ceil((done / total) * 100));
                  })
                : await this.indexer.indexPending();
        await this.wakeForLeftovers();
        return { indexedProducts, timeTaken: Math.round(performance.now() - began) };
    }
}

function messageOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}
