import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, type ID, RequestContext } from '@vendure/core';
import type { Factor } from '../domain/assessment';
import { featureLabel } from '../domain/feature-text';
import { type FeatureUnit, unitOf } from '../domain/feature-unit';
import { type FeatureName, featureNames } from '../domain/features';
import { Administrators } from '../infrastructure/administrators';
import type { EfiFraudDecision } from '../infrastructure/entities/fraud-decision.entity';
import type { EfiFraudNote } from '../infrastructure/entities/fraud-settings.entities';
import {
    DecisionArchive,
    type DecisionFilter,
    type LinkedDecision,
} from '../infrastructure/reviews/decision-archive';
import { Replays } from '../infrastructure/reviews/replays';
import { readFraud } from './permissions';
import { type GraphQlVerdict, inLanguage, type PolicyView, policyView, toGraphQl } from './verdicts';

interface ListArguments {
    readonly filter: Uppercase<DecisionFilter>;
    readonly orderId?: ID | null;
    readonly skip: number;
    readonly take: number;
}

/** What a reader asks for whose own language is not that of the request. */
interface InLanguage {
    readonly languageCode?: string | null;
}

interface FeatureView {
    readonly name: FeatureName;
    readonly value?: number;
}

@Resolver()
export class DecisionAdminResolver {
    constructor(private readonly archive: DecisionArchive) {}

    @Query()
    @Allow(readFraud.Permission)
    efiFraudDecisions(@Ctx() ctx: RequestContext, @Args() { filter, orderId, skip, take }: ListArguments) {
        return this.archive.list(ctx, filter.toLowerCase() as DecisionFilter, skip, take, orderId);
    }

    @Query()
    @Allow(readFraud.Permission)
    efiFraudDecision(
        @Ctx() ctx: RequestContext,
        @Args() { id }: { id: ID },
    ): Promise<EfiFraudDecision | null> {
        return this.archive.find(ctx, id);
    }
}

@Resolver('EfiFraudDecision')
export class DecisionFieldsResolver {
    constructor(
        private readonly archive: DecisionArchive,
        private readonly replays: Replays,
        private readonly administrators: Administrators,
    ) {}

    @ResolveField()
    verdict(@Parent() { verdict }: EfiFraudDecision): GraphQlVerdict {
        return toGraphQl(verdict);
    }

    @ResolveField()
    applied(@Parent() { applied }: EfiFraudDecision): GraphQlVerdict {
        return toGraphQl(applied);
    }

    @ResolveField()
    features(@Parent() { features }: EfiFraudDecision): FeatureView[] {
        return featureNames.map(name => ({ name, value: features[name] }));
    }

    @ResolveField()
    policy(@Parent() { policy }: EfiFraudDecision): PolicyView {
        return policyView(policy);
    }

    @ResolveField()
    needsSecondPerson(@Parent() { amount, policy, reviewState }: EfiFraudDecision): boolean {
        return reviewState === 'open' && policy.fourEyesAbove !== null && amount > policy.fourEyesAbove;
    }

    @ResolveField()
    acceptedOnceBy(@Ctx() ctx: RequestContext, @Parent() { acceptedOnceBy }: EfiFraudDecision) {
        return this.administrators.nameOf(ctx, acceptedOnceBy);
    }

    @ResolveField()
    decidedBy(@Ctx() ctx: RequestContext, @Parent() { decidedBy }: EfiFraudDecision) {
        return this.administrators.nameOf(ctx, decidedBy);
    }

    @ResolveField()
    async replay(@Parent() decision: EfiFraudDecision) {
        const { score, verdict, isSame } = await this.replays.of(decision);
        return { score, verdict: toGraphQl(verdict), isSame };
    }

    @ResolveField()
    notes(@Ctx() ctx: RequestContext, @Parent() decision: EfiFraudDecision): Promise<EfiFraudNote[]> {
        return this.archive.notesOf(ctx, decision);
    }

    @ResolveField()
    links(@Ctx() ctx: RequestContext, @Parent() decision: EfiFraudDecision): Promise<LinkedDecision[]> {
        return this.archive.linkedTo(ctx, decision);
    }
}

@Resolver('EfiFraudFactor')
export class FactorFieldsResolver {
    @ResolveField()
    text(
        @Ctx() ctx: RequestContext,
        @Parent() { text }: Factor,
        @Args() { languageCode }: InLanguage,
    ): string {
        return inLanguage(text, languageCode ?? ctx.languageCode);
    }
}

@Resolver('EfiFraudFeature')
export class FeatureFieldsResolver {
    @ResolveField()
    label(
        @Ctx() ctx: RequestContext,
        @Parent() { name }: FeatureView,
        @Args() { languageCode }: InLanguage,
    ): string {
        return inLanguage(featureLabel(name), languageCode ?? ctx.languageCode);
    }

    @ResolveField()
    unit(@Parent() { name }: FeatureView): Uppercase<FeatureUnit> {
        return unitOf(name).toUpperCase() as Uppercase<FeatureUnit>;
    }
}
