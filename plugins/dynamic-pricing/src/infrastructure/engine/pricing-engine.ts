import { metrics } from '@efi/plugin-kit';
import { Inject, Injectable } from '@nestjs/common';
import { Logger, TransactionalConnection } from '@vendure/core';
import { DYNAMIC_PRICING_OPTIONS, type ResolvedDynamicPricingOptions } from '../../dynamic-pricing.options';
import { Audit } from '../audit';
import { EfiPricingRun } from '../entities/pricing-run.entity';
import { EfiPricingSettings } from '../entities/pricing-settings.entity';
import { loggerCtx } from '../logger-context';
import { BestPrices } from './best-prices';
import { decidePage } from './decide-page';
import { FactsReader, type RunFacts } from './facts-reader';
import { GroupPriceWriter } from './group-price-writer';
import { PriceEvents } from './price-events';
import { PriceWriter } from './price-writer';
import { type RunContext, RunContexts } from './run-context';

/** Prices that are read, decided and written together. */
const PAGE = 2000;

const HOUR = 3_600_000;

/** Carries runs out: page by page, each in a transaction of its own. */
@Injectable()
export class PricingEngine {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly contexts: RunContexts,
        private readonly reader: FactsReader,
        private readonly bestPrices: BestPrices,
        private readonly writer: PriceWriter,
        private readonly groupPrices: GroupPriceWriter,
        private readonly events: PriceEvents,
        private readonly audit: Audit,
        @Inject(DYNAMIC_PRICING_OPTIONS) private readonly options: ResolvedDynamicPricingOptions,
    ) {}

    /**
     * One worker at a time: a second one waits, and then finds the run ended. Safe to call again for a run whose
     * worker died, whose lock went with its connection: prices that are as decided already stay.
     */
    async execute(
        runId: number,
        onProgress: (percent: number) => void = () => undefined,
    ): Promise<EfiPricingRun> {
        const lock = this.connection.rawConnection.createQueryRunner();
        const key = ['efi_pricing_run', runId];
        try {
            await lock.query('SELECT pg_advisory_lock(hashtext($1), $2)', key);
            return await this.executeAlone(runId, onProgress);
        } finally {
            await lock.query('SELECT pg_advisory_unlock(hashtext($1), $2)', key);
            await lock.release();
        }
    }

    private async executeAlone(runId: number, onProgress: (percent: number) => void): Promise<EfiPricingRun> {
        const began = performance.now();
        const run = await this.runs().findOneByOrFail({ id: runId });
        if (run.state !== 'pending' && run.state !== 'running') {
            return run;
        }
        try {
            const context = await this.contexts.load(run.channelId, run.currencyCode);
            const state = await this.pages(run, context, onProgress);
            await this.end(run, state);
            await this.audit.record(context.ctx, `run.${state}`, { runId, mode: run.mode });
        } catch (error) {
            const message = error instanceof Error ? error.message : String(error);
            Logger.error(`Run ${runId} failed: ${message}`, loggerCtx);
            await this.end(run, 'failed', message);
            throw error;
        } finally {
            runTime().observe((performance.now() - began) / 1000);
        }
        return this.runs().findOneByOrFail({ id: runId });
    }

    private async pages(
        run: EfiPricingRun,
        context: RunContext,
        onProgress: (percent: number) => void,
    ): Promise<'completed' | 'cancelled'> {
        const total = await this.reader.count(context);
        await this.runs().update(run.id, { state: 'running', totalVariants: total, doneVariants: 0 });
        const ofRun: RunFacts = {
            ...(await this.reader.ofRun(context)),
            bestPriceOf: await this.bestPrices.of(context),
        };
        const now = new Date();
        const until = new Date(now.getTime() + this.options.fallbackAfterHours * HOUR);
        let afterPriceId = 0;
        let done = 0;
        for (;;) {
            if (await this.isToStop(run)) {
                return 'cancelled';
            }
            const page = await this.reader.page(context, ofRun, now, { afterPriceId, take: PAGE });
            const last = page.at(-1);
            if (!last) {
                return 'completed';
            }
            const decided = decidePage(page, context, now, until);
            if (run.mode === 'automatic') {
                await this.groupPrices.writePage(context, page, now);
                await this.events.published(
                    context.ctx,
                    await this.writer.applyPage(runOf(run), decided, until),
                );
            } else {
                const state = run.mode === 'approve' ? 'waiting' : 'recommended';
                await this.writer.keepPage(runOf(run), decided, state, until);
            }
            afterPriceId = last.priceId;
            done += page.length;
            await this.connection.rawConnection.query(
                `UPDATE efi_pricing_run SET "doneVariants" = $2, "changedPrices" = "changedPrices" + $3,
                        "heldPrices" = "heldPrices" + $4 WHERE id = $1`,
                [run.id, done, decided.decisions.length, decided.held],
            );
            onProgress(Math.min(99, Math.round((100 * done) / Math.max(1, total))));
        }
    }

    /** Somebody cancelled the run, or pulled the kill switch. */
    private async isToStop({ id, channelId, currencyCode }: EfiPricingRun): Promise<boolean> {
        const run = await this.runs().findOneByOrFail({ id });
        const settings = await this.connection.rawConnection
            .getRepository(EfiPricingSettings)
            .findOneBy({ channelId: Number(channelId), currencyCode });
        return run.isCancelRequested || settings?.isStopped === true;
    }

    private async end(run: EfiPricingRun, state: EfiPricingRun['state'], error?: string): Promise<void> {
        await this.runs().update(run.id, { state, endedAt: new Date(), error: error ?? null });
    }

    private runs() {
        return this.connection.rawConnection.getRepository(EfiPricingRun);
    }
}

function runOf({ id, channelId, currencyCode }: EfiPricingRun) {
    return { id, channelId: Number(channelId), currencyCode };
}

function runTime() {
    return metrics().histogram('efi_pricing_run_seconds', 'How long runs over the prices of a channel took.');
}
