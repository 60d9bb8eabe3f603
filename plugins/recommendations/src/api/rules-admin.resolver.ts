import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, type ID, RequestContext, Transaction, UserInputError } from '@vendure/core';
import { problemOf, type Rule, type RuleProblem } from '../domain/serving/rule';
import { EfiRecommendationRule } from '../infrastructure/entities/recommendation-rule.entity';
import { RulesService } from '../infrastructure/rules.service';
import { manageRecommendations, readRecommendations } from './permissions';

interface RuleInput {
    readonly action: Rule['action'];
    readonly target: Rule['target'];
    readonly targetId: ID;
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
function toRule(input: RuleInput): Rule {
    const rule: Rule = {
        action: input.action,
        target: input.target,
        targetId: Number(input.targetId),
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
        case 'ends-before-it-starts':
            return 'The rule must end after it starts.';
    }
}
