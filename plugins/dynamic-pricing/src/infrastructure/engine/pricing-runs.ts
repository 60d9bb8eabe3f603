import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
    type ID,
    type JobQueue,
    JobQueueService,
    type RequestContext,
    TransactionalConnection,
} from '@vendure/core';
import type { PricingMode } from '../../application/pricing-mode';
import { Audit } from '../audit';
import { EfiPricingRun } from '../entities/pricing-run.entity';
import { EfiPricingSettings } from '../entities/pricing-settings.entity';
import { PricingEngine } from './pricing-engine';
import { RunContexts } from './run-context';

export type StartedRun =
    | { readonly ok: true; readonly run: EfiPricingRun }
    | { readonly ok: false; readonly problem: 'stopped' | 'another-run' };

/** Has runs carried out by the worker. */
@Injectable()
export class PricingRuns implements OnModuleInit {
    private queue: JobQueue<{ runId: number }> | undefined;

    constructor(
        private readonly jobQueueService: JobQueueService,
        private readonly connection: TransactionalConnection,
        private readonly contexts: RunContexts,
        private readonly engine: PricingEngine,
        private readonly audit: Audit,
    ) {}

    async onModuleInit(): Promise<void> {
        this.queue = await this.jobQueueService.createQueue<{ runId: number }>({
            name: 'efi-pricing-run',
            process: async job => {
                const run = await this.engine.execute(job.data.runId, percent => job.setProgress(percent));
                return { state: run.state, changedPrices: run.changedPrices };
            },
        });
    }

    /** @param mode - Other than the one that is set, to try rules out. */
    async start(ctx: RequestContext, currencyCode: string, mode?: PricingMode): Promise<StartedRun> {
        const settings = await this.contexts.settings(ctx.channelId, currencyCode);
        if (settings?.isStopped) {
            return { ok: false, problem: 'stopped' };
        }
        const runs = this.connection.getRepository(ctx, EfiPricingRun);
        await this.lock(ctx, currencyCode);
        const unfinished = await runs.findOneBy([
            { channelId: ctx.channelId, currencyCode, state: 'pending' },
            { channelId: ctx.channelId, currencyCode, state: 'running' },
        ]);
        if (unfinished) {
            return { ok: false, problem: 'another-run' };
        }
        const run = await runs.save(
            runs.create({
                channelId: ctx.channelId,
                currencyCode,
                mode: mode ?? settings?.mode ?? 'recommend',
                state: 'pending',
                startedBy: ctx.session?.user?.identifier ?? 'schedule',
            }),
        );
        await this.audit.record(ctx, 'run.started', { runId: run.id, mode: run.mode, currencyCode });
        return { ok: true, run };
    }

    /** After the transaction that started the run: a queue on Redis would otherwise begin before there is one. */
    async enqueue(run: EfiPricingRun): Promise<void> {
        await this.queue?.add({ runId: run.id }, { retries: 2 });
    }

    async cancel(ctx: RequestContext, runId: ID): Promise<EfiPricingRun | null> {
        const runs = this.connection.getRepository(ctx, EfiPricingRun);
        const run = await runs.findOneBy({ id: Number(runId), channelId: ctx.channelId });
        if (run && (run.state === 'pending' || run.state === 'running')) {
            await runs.update(run.id, { isCancelRequested: true });
            await this.audit.record(ctx, 'run.cancel-requested', { runId: run.id });
        }
        return run && runs.findOneBy({ id: run.id });
    }

    /** One run for each channel and currency that has settings and is neither stopped nor busy. */
    async startAll(): Promise<number> {
        const settings = await this.connection.rawConnection.getRepository(EfiPricingSettings).find();
        let started = 0;
        for (const { channelId, currencyCode, isStopped } of settings) {
            if (isStopped) {
                continue;
            }
            const { ctx, rules } = await this.contexts.load(channelId, currencyCode);
            const result =
                rules.length > 0 &&
                (await this.connection.withTransaction(ctx, inner => this.start(inner, currencyCode)));
            if (result && result.ok) {
                await this.enqueue(result.run);
                started += 1;
            }
        }
        return started;
    }

    /** So that two who start at the same moment do not both find nothing running. */
    private async lock(ctx: RequestContext, currencyCode: string): Promise<void> {
        await this.connection
            .getRepository(ctx, EfiPricingRun)
            .query('SELECT pg_advisory_xact_lock(hashtext($1), $2::int)', [
                `efi_pricing_run ${currencyCode}`,
                ctx.channelId,
            ]);
    }
}
