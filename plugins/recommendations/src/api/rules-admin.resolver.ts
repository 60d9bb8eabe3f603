import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, type ID, RequestContext, Transaction, UserInputError } from '@vendure/core';
import { problemOf, type Rule, type RuleProblem, type RuleTerms } from '../domain/serving/rule';
import { EfiRecommendationRule } from '../infrastructure/entities/recommendation-rule.entity';
import { RulesService } from '../infrastructure/rules.service';
import { manageRecommendations, readRecommendations } from './permissions';

interface RuleInput {
    readonly action: Rule['action'];
    readonly target: Rule['target'];
    readonly targetId?: ID | null;
    readonly placement?: Rule['placement'];
    readonly amount?: number | null;
    readonly startsAt?: Date | null;
    readonly endsAt?: Date | null;
    readonly enabled?: boolean | null;
}

@Resolver('EfiRecommendationRule')
export class RulesAdminResolver {
    constructor(private readonly rules: RulesService) {}

    @Query()
    @Allow(readRecommendations.Permission)
    efiRecommendationRules(@Ctx() ctx: RequestContext): Promise<EfiRecommendationRule[]> {
        return this.rules.all(ctx);
    }

    @ResolveField()
    targetName(
        @Ctx() ctx: RequestContext,
        @Parent() rule: EfiRecommendationRule,
    ): Promise<string | undefined> {
        return this.rules.targetName(ctx, rule);
    }

    @Mutation()
    @Transaction()
    @Allow(manageRecommendations.Permission)
    createEfiRecommendationRule(
        @Ctx() ctx: RequestContext,
        @Args() { input }: { input: RuleInput },
    ): Promise<EfiRecommendationRule> {
        return this.rules.save(ctx, toRule(input));
    }

    @Mutation()
    @Transaction()
    @Allow(manageRecommendations.Permission)
    async updateEfiRecommendationRule(
        @Ctx() ctx: RequestContext,
        @Args() { id, input }: { id: ID; input: RuleInput },
    ): Promise<EfiRecommendationRule> {
        const rule = toRule(input);
        if (!(await this.rules.find(ctx, id))) {
            throw new UserInputError(`There is no rule ${id} in this channel.`);
        }
        return this.rules.save(ctx, rule, id);
    }

    @Mutation()
    @Transaction()
    @Allow(manageRecommendations.Permission)
    deleteEfiRecommendationRule(@Ctx() ctx: RequestContext, @Args() { id }: { id: ID }): Promise<boolean> {
        return this.rules.delete(ctx, id);
    }
}

/** @throws UserInputError that says what is wrong with it. */
function toRule(input: RuleInput): RuleTerms {
    const rule: RuleTerms = {
        action: input.action,
        target: input.target,
        targetId:
            input.target === 'EVERYTHING' || input.targetId === undefined || input.targetId === null
                ? null
                : Number(input.targetId),
        placement: input.placement ?? null,
        amount: input.amount ?? 1,
        startsAt: input.startsAt ?? null,
        endsAt: input.endsAt ?? null,
        enabled: input.enabled ?? true,
    };
    const problem = problemOf(rule);
    if (problem) {
        throw new UserInputError(describe(problem));
    }
    return rule;
}

function describe(problem: RuleProblem): string {
    switch (problem.kind) {
        case 'pin-needs-a-product':
            return 'Only a product can be pinned.';
        case 'position-is-no-place':
            return `The place of a pinned product is a whole number from 1 to ${problem.most}.`;
        case 'boost-is-out-of-range':
            return `The factor of a boost is above 1 and at most ${problem.most}.`;
        case 'diversity-is-out-of-range':
            return `The most of one category is a whole number from 1 to ${problem.most}.`;
        case 'diversity-is-about-everything':
            return 'A rule of diversity is about everything.';
        case 'target-is-missing':
            return 'Name the product, collection or facet value that the rule is about.';
        case 'everything-is-too-much':
            return 'To raise, lower or leave out everything changes nothing: name what the rule is about.';
        case 'ends-before-it-starts':
            return 'The rule must end after it starts.';
    }
}
