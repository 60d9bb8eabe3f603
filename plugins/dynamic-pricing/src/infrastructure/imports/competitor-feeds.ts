import { metrics } from '@efi/plugin-kit';
import { Inject, Injectable } from '@nestjs/common';
import { type ID, Logger, type RequestContext, TransactionalConnection } from '@vendure/core';
import { DYNAMIC_PRICING_OPTIONS, type ResolvedDynamicPricingOptions } from '../../dynamic-pricing.options';
import { Audit } from '../audit';
import { EfiCompetitorFeed } from '../entities/competitor-feed.entity';
import { RunContexts } from '../engine/run-context';
import { loggerCtx } from '../logger-context';
import { fetchFeed, isFeedAddress } from './fetch-feed';
import { PriceImports } from './price-imports';

export interface FeedInput {
    readonly name: string;
    readonly url: string;
    readonly currencyCode: string;
    readonly competitor?: string | null;
    readonly enabled?: boolean | null;
}

/** Rejected rows that are kept for people to look at. */
const KEPT = 100;

/** Addresses from which competitors' prices come. */
@Injectable()
export class CompetitorFeeds {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly contexts: RunContexts,
        private readonly imports: PriceImports,
        private readonly audit: Audit,
        @Inject(DYNAMIC_PRICING_OPTIONS) private readonly options: ResolvedDynamicPricingOptions,
    ) {}

    all(ctx: RequestContext): Promise<EfiCompetitorFeed[]> {
        return this.feeds(ctx).find({ where: { channelId: ctx.channelId }, order: { id: 'ASC' } });
    }

    find(ctx: RequestContext, id: ID): Promise<EfiCompetitorFeed | null> {
        return this.feeds(ctx).findOneBy({ id: Number(id), channelId: ctx.channelId });
    }

    isAllowed(url: string): boolean {
        return isFeedAddress(url, this.options.feeds);
    }

    async save(ctx: RequestContext, input: FeedInput, feed?: EfiCompetitorFeed): Promise<EfiCompetitorFeed> {
        const saved = await this.feeds(ctx).save({
            ...(feed ?? { channelId: ctx.channelId }),
            name: input.name.trim(),
            url: input.url,
            currencyCode: input.currencyCode,
            competitor: input.competitor ?? null,
            enabled: input.enabled ?? true,
        });
        await this.audit.record(ctx, 'feed.saved', { feedId: saved.id, ...input });
        return this.feeds(ctx).findOneByOrFail({ id: saved.id });
    }

    async delete(ctx: RequestContext, feed: EfiCompetitorFeed): Promise<void> {
        await this.feeds(ctx).delete(feed.id);
        await this.audit.record(ctx, 'feed.deleted', { feedId: feed.id, name: feed.name });
    }

    /** One after another, so that a slow one costs no more than its own time. */
    async fetchAll(): Promise<number> {
        const feeds = await this.connection.rawConnection
            .getRepository(EfiCompetitorFeed)
            .findBy({ enabled: true });
        for (const feed of feeds) {
            await this.fetch(feed);
        }
        return feeds.length;
    }

    /** Whatever goes wrong, the prices of the last good delivery stay, and the feed says what was wrong. */
    async fetch(feed: EfiCompetitorFeed): Promise<void> {
        const { ctx } = await this.contexts.load(feed.channelId, feed.currencyCode);
        const fetched = await fetchFeed(feed.url, this.options.feeds);
        const result = fetched.ok
            ? await this.imports.takeCsv(ctx, fetched.text, {
                  kind: 'competitor',
                  currencyCode: feed.currencyCode,
                  source: feed.name,
                  lastCount: feed.lastGoodRows,
                  competitor: feed.competitor ?? undefined,
              })
            : { accepted: 0, rejected: [], problem: fetched.problem };
        const now = new Date();
        await this.connection.rawConnection.getRepository(EfiCompetitorFeed).update(feed.id, {
            lastTriedAt: now,
            lastProblem: result.problem,
            rejectedRows: result.rejected.slice(0, KEPT),
            ...(result.problem === null ? { lastGoodAt: now, lastGoodRows: result.accepted } : {}),
        });
        if (result.problem !== null) {
            Logger.warn(
                `Feed ${feed.name} was not taken: ${result.problem}. Its last good prices stay.`,
                loggerCtx,
            );
        }
        metrics()
            .counter('efi_competitor_feed_deliveries_total', 'Deliveries of competitors’ prices.', [
                'outcome',
            ])
            .increment({ outcome: result.problem === null ? 'taken' : 'refused' });
    }

    private feeds(ctx: RequestContext) {
        return this.connection.getRepository(ctx, EfiCompetitorFeed);
    }
}
