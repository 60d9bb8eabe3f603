import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
    Allow,
    Ctx,
    type CurrencyCode,
    type ID,
    RequestContext,
    Transaction,
    UserInputError,
} from '@vendure/core';
import type { EfiCompetitorFeed } from '../infrastructure/entities/competitor-feed.entity';
import { CompetitorFeeds, type FeedInput } from '../infrastructure/imports/competitor-feeds';
import { FeedQueue } from '../infrastructure/imports/feed-queue';
import { type ImportResult, PriceImports } from '../infrastructure/imports/price-imports';
import { PriceCourse, type PriceStep } from '../infrastructure/price-course';
import { type VariantGuardsInput, VariantPricing } from '../infrastructure/variant-pricing';
import { managePricing, readPricing } from './permissions';

interface ImportInput {
    readonly kind: 'competitor' | 'cost';
    readonly currencyCode: CurrencyCode;
}

interface RowInput {
    readonly sku: string;
    readonly amount: string;
    readonly competitor?: string | null;
    readonly observedAt?: Date | null;
}

interface CourseInput {
    readonly productVariantId: ID;
    readonly currencyCode: CurrencyCode;
    readonly since: Date;
}

const MOST_ROWS = 10_000;

@Resolver()
export class PriceDataAdminResolver {
    constructor(
        private readonly feeds: CompetitorFeeds,
        private readonly feedQueue: FeedQueue,
        private readonly imports: PriceImports,
        private readonly variants: VariantPricing,
        private readonly courses: PriceCourse,
    ) {}

    @Query()
    @Allow(readPricing.Permission)
    efiVariantPricing(@Ctx() ctx: RequestContext, @Args() { productVariantId }: { productVariantId: ID }) {
        return this.variants.of(ctx, productVariantId);
    }

    @Query()
    @Allow(readPricing.Permission)
    efiPriceCourse(@Ctx() ctx: RequestContext, @Args() args: CourseInput): Promise<PriceStep[]> {
        const { productVariantId, currencyCode, since } = args;
        return this.courses.of(ctx, productVariantId, currencyCode, new Date(since));
    }

    @Query()
    @Allow(readPricing.Permission)
    efiCompetitorFeeds(@Ctx() ctx: RequestContext): Promise<EfiCompetitorFeed[]> {
        return this.feeds.all(ctx);
    }

    @Mutation()
    @Transaction()
    @Allow(managePricing.Permission)
    async updateEfiVariantGuards(
        @Ctx() ctx: RequestContext,
        @Args() { input }: { input: VariantGuardsInput },
    ) {
        await this.variants.setGuards(ctx, input);
        return this.variants.of(ctx, input.productVariantId);
    }

    @Mutation()
    @Transaction()
    @Allow(managePricing.Permission)
    importEfiPriceCsv(
        @Ctx() ctx: RequestContext,
        @Args() { kind, currencyCode, csv }: ImportInput & { csv: string },
    ): Promise<ImportResult> {
        return this.imports.takeCsv(ctx, csv, { kind, currencyCode, source: 'csv', lastCount: 0 });
    }

    @Mutation()
    @Transaction()
    @Allow(managePricing.Permission)
    importEfiPriceRows(
        @Ctx() ctx: RequestContext,
        @Args() { kind, currencyCode, rows }: ImportInput & { rows: readonly RowInput[] },
    ): Promise<ImportResult> {
        if (rows.length > MOST_ROWS) {
            throw new UserInputError(`At most ${MOST_ROWS} rows can be sent at once.`);
        }
        const raw = rows.map(({ sku, amount, competitor, observedAt }, index) => ({
            line: index + 1,
            columns: {
                sku: sku.trim(),
                [kind === 'cost' ? 'cost' : 'price']: amount.trim(),
                currency: currencyCode,
                competitor: competitor?.trim() ?? '',
                observedAt: observedAt ? new Date(observedAt).toISOString() : '',
            },
        }));
        return this.imports.take(ctx, raw, { kind, currencyCode, source: 'api', lastCount: 0 });
    }

    @Mutation()
    @Transaction()
    @Allow(managePricing.Permission)
    createEfiCompetitorFeed(
        @Ctx() ctx: RequestContext,
        @Args() { input }: { input: FeedInput },
    ): Promise<EfiCompetitorFeed> {
        return this.save(ctx, input);
    }

    @Mutation()
    @Transaction()
    @Allow(managePricing.Permission)
    async updateEfiCompetitorFeed(
        @Ctx() ctx: RequestContext,
        @Args() { id, input }: { id: ID; input: FeedInput },
    ): Promise<EfiCompetitorFeed> {
        return this.save(ctx, input, await this.feed(ctx, id));
    }

    @Mutation()
    @Transaction()
    @Allow(managePricing.Permission)
    async deleteEfiCompetitorFeed(@Ctx() ctx: RequestContext, @Args() { id }: { id: ID }): Promise<boolean> {
        await this.feeds.delete(ctx, await this.feed(ctx, id));
        return true;
    }

    @Mutation()
    @Allow(managePricing.Permission)
    async fetchEfiCompetitorFeed(@Ctx() ctx: RequestContext, @Args() { id }: { id: ID }): Promise<boolean> {
        await this.feedQueue.add(await this.feed(ctx, id));
        return true;
    }

    private save(
        ctx: RequestContext,
        input: FeedInput,
        feed?: EfiCompetitorFeed,
    ): Promise<EfiCompetitorFeed> {
        if (input.name.trim() === '') {
            throw new UserInputError('The feed needs a name.');
        }
        if (!this.feeds.isAllowed(input.url)) {
            throw new UserInputError(
                'The address must be a public http or https address without a password.',
            );
        }
        return this.feeds.save(ctx, input, feed);
    }

    private async feed(ctx: RequestContext, id: ID): Promise<EfiCompetitorFeed> {
        const feed = await this.feeds.find(ctx, id);
        if (!feed) {
            throw new UserInputError(`There is no feed ${id} in this channel.`);
        }
        return feed;
    }
}
