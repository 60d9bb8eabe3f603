import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
    Allow,
    Ctx,
    type CurrencyCode,
    type ID,
    RequestContext,
    Transaction,
    TransactionalConnection,
    UserInputError,
} from '@vendure/core';
import type { PricingMode } from '../application/pricing-mode';
import { type Outcome, PriceControl } from '../infrastructure/engine/price-control';
import { PricingRuns } from '../infrastructure/engine/pricing-runs';
import { EfiPriceDecision } from '../infrastructure/entities/price-decision.entity';
import type { EfiPricingRun } from '../infrastructure/entities/pricing-run.entity';
import { type Alert, PricingBooks } from '../infrastructure/pricing-books';
import { PricingSettingsService } from '../infrastructure/pricing-settings.service';
import { VariantNames } from '../infrastructure/variant-names';
import { type Page, pageOf } from './page';
import { approvePrices, managePricing, readPricing } from './permissions';
import { EfiPricingNotStartedError } from './rule-errors';

interface DecisionFilter {
    readonly runId?: ID | null;
    readonly productVariantId?: ID | null;
    readonly state?: string | null;
}

interface StopInput {
    readonly currencyCode: CurrencyCode;
    readonly restoreListPrices: boolean;
    readonly reason?: string | null;
}

const LONGEST_REASON = 500;

/** As the audit keeps it. */
function reasonOf(reason: string | null | undefined): string | null {
    const text = reason?.trim() ?? '';
    if (text.length > LONGEST_REASON) {
        throw new UserInputError(`A reason has at most ${LONGEST_REASON} characters.`);
    }
    return text === '' ? null : text;
}

@Resolver()
export class RunsAdminResolver {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly runs: PricingRuns,
        private readonly control: PriceControl,
        private readonly books: PricingBooks,
        private readonly settings: PricingSettingsService,
    ) {}

    @Query()
    @Allow(readPricing.Permission)
    efiPricingRuns(@Ctx() ctx: RequestContext, @Args() page: Page) {
        return this.books.runs(ctx, pageOf(page));
    }

    @Query()
    @Allow(readPricing.Permission)
    efiPricingRun(@Ctx() ctx: RequestContext, @Args() { id }: { id: ID }): Promise<EfiPricingRun | null> {
        return this.books.run(ctx, id);
    }

    @Query()
    @Allow(readPricing.Permission)
    efiPriceDecisions(@Ctx() ctx: RequestContext, @Args() args: DecisionFilter & Page) {
        return this.books.decisions(ctx, args, pageOf(args));
    }

    @Query()
    @Allow(readPricing.Permission)
    efiPricingAudit(@Ctx() ctx: RequestContext, @Args() page: Page) {
        return this.books.audit(ctx, pageOf(page));
    }

    @Query()
    @Allow(readPricing.Permission)
    efiPricingAlerts(@Ctx() ctx: RequestContext): Promise<Alert[]> {
        return this.books.alerts(ctx);
    }

    /** The transaction ends before the job is added, so that no worker looks for a run that is not there yet. */
    @Mutation()
    @Allow(managePricing.Permission)
    async startEfiPricingRun(
        @Ctx() ctx: RequestContext,
        @Args() { currencyCode, mode }: { currencyCode: CurrencyCode; mode?: PricingMode | null },
    ): Promise<EfiPricingRun | EfiPricingNotStartedError> {
        const started = await this.connection.withTransaction(ctx, inner =>
            this.runs.start(inner, currencyCode, mode ?? undefined),
        );
        if (!started.ok) {
            return new EfiPricingNotStartedError(started.problem);
        }
        await this.runs.enqueue(started.run);
        return started.run;
    }

    @Mutation()
    @Transaction()
    @Allow(managePricing.Permission)
    cancelEfiPricingRun(
        @Ctx() ctx: RequestContext,
        @Args() { id }: { id: ID },
    ): Promise<EfiPricingRun | null> {
        return this.runs.cancel(ctx, id);
    }

    @Mutation()
    @Transaction()
    @Allow(approvePrices.Permission)
    async rollBackEfiPricingRun(
        @Ctx() ctx: RequestContext,
        @Args() { id, reason }: { id: ID; reason?: string | null },
    ): Promise<Outcome> {
        const run = await this.books.run(ctx, id);
        if (!run || run.state === 'pending' || run.state === 'running') {
            throw new UserInputError(`There is no finished run ${id} in this channel.`);
        }
        return this.told(ctx, await this.control.rollBack(ctx, run, reasonOf(reason)));
    }

    @Mutation()
    @Transaction()
    @Allow(approvePrices.Permission)
    async approveEfiPriceDecisions(
        @Ctx() ctx: RequestContext,
        @Args() { ids }: { ids?: ID[] | null },
    ): Promise<Outcome> {
        return this.told(ctx, await this.control.approve(ctx, ids ?? undefined));
    }

    @Mutation()
    @Transaction()
    @Allow(approvePrices.Permission)
    rejectEfiPriceDecisions(
        @Ctx() ctx: RequestContext,
        @Args() { ids, reason }: { ids?: ID[] | null; reason?: string | null },
    ): Promise<number> {
        return this.control.reject(ctx, ids ?? undefined, reasonOf(reason));
    }

    @Mutation()
    @Transaction()
    @Allow(approvePrices.Permission)
    stopEfiPricing(
        @Ctx() ctx: RequestContext,
        @Args()
        { currencyCode, restoreListPrices, reason }: StopInput,
    ): Promise<number> {
        return this.settings.stop(ctx, currencyCode, restoreListPrices, reasonOf(reason));
    }

    @Mutation()
    @Transaction()
    @Allow(approvePrices.Permission)
    async resumeEfiPricing(
        @Ctx() ctx: RequestContext,
        @Args() { currencyCode }: { currencyCode: CurrencyCode },
    ): Promise<boolean> {
        await this.settings.resume(ctx, currencyCode);
        return true;
    }

    private async told(ctx: RequestContext, outcome: Outcome): Promise<Outcome> {
        await this.control.published(ctx, outcome.changedVariantIds);
        return outcome;
    }
}

@Resolver('EfiPriceDecision')
export class DecisionAdminResolver {
    constructor(private readonly names: VariantNames) {}

    @ResolveField()
    productVariantId(@Parent() { variantId }: EfiPriceDecision): ID {
        return variantId;
    }

    @ResolveField()
    async productVariantName(
        @Ctx() ctx: RequestContext,
        @Parent() decision: EfiPriceDecision,
    ): Promise<string> {
        return (await this.names.one(ctx, Number(decision.variantId)))?.name ?? '';
    }

    @ResolveField()
    async sku(@Ctx() ctx: RequestContext, @Parent() decision: EfiPriceDecision): Promise<string> {
        return (await this.names.one(ctx, Number(decision.variantId)))?.sku ?? '';
    }
}
