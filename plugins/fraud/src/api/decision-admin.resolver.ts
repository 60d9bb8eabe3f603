import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, type ID, RequestContext } from '@vendure/core';
import { featureLabel } from '../domain/feature-text';
import { featureNames } from '../domain/features';
import type { EfiFraudDecision } from '../infrastructure/entities/fraud-decision.entity';
import type { EfiFraudNote } from '../infrastructure/entities/fraud-settings.entities';
import {
    DecisionArchive,
    type DecisionFilter,
    type LinkedDecision,
} from '../infrastructure/reviews/decision-archive';
import { Replays } from '../infrastructure/reviews/replays';
import { readFraud } from './permissions';
import { type GraphQlVerdict, inLanguage, toGraphQl } from './verdicts';

@Resolver()
export class DecisionAdminResolver {
    constructor(private readonly archive: DecisionArchive) {}

    @Query()
    @Allow(readFraud.Permission)
    efiFraudDecisions(
        @Ctx() ctx: RequestContext,
        @Args() { filter, skip, take }: { filter: Uppercase<DecisionFilter>; skip: number; take: number },
    ) {
        return this.archive.list(ctx, filter.toLowerCase() as DecisionFilter, skip, take);
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
    factors(@Ctx() ctx: RequestContext, @Parent() { factors }: EfiFraudDecision) {
        return factors.map(({ code, weight, text }) => ({
            code,
            weight,
            text: inLanguage(text, ctx.languageCode),
        }));
    }

    @ResolveField()
    features(@Ctx() ctx: RequestContext, @Parent() { features }: EfiFraudDecision) {
        return featureNames.map(name => ({
            name,
            label: inLanguage(featureLabel(name), ctx.languageCode),
            value: features[name],
        }));
    }

    @ResolveField()
    needsSecondPerson(@Parent() { amount, policy, reviewState }: EfiFraudDecision): boolean {
        return reviewState === 'open' && policy.fourEyesAbove !== null && amount > policy.fourEyesAbove;
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
