import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, RequestContext, Transaction } from '@vendure/core';
import type { BackTest } from '../domain/back-test';
import { Administrators } from '../infrastructure/administrators';
import { EfiFraudRule } from '../infrastructure/entities/fraud-settings.entities';
import { RuleBook, type RuleDraft } from '../infrastructure/settings/rule-book';
import { manageFraud, readFraud } from './permissions';
import { EfiFraudPolicyInvalidError, EfiFraudRuleInvalidError } from './settings.errors';
import { fromGraphQl, type GraphQlVerdict, inLanguage, toGraphQl } from './verdicts';

interface SaveInput extends Omit<RuleDraft, 'atLeast'> {
    atLeast?: GraphQlVerdict | null;
}

@Resolver()
export class RuleAdminResolver {
    constructor(private readonly rules: RuleBook) {}

    @Query()
    @Allow(readFraud.Permission)
    efiFraudRules(@Ctx() ctx: RequestContext): Promise<EfiFraudRule[]> {
        return this.rules.all(ctx);
    }

    @Query()
    @Allow(readFraud.Permission)
    efiFraudRuleVersions(
        @Ctx() ctx: RequestContext,
        @Args() { code }: { code: string },
    ): Promise<EfiFraudRule[]> {
        return this.rules.versionsOf(ctx, code);
    }

    @Query()
    @Allow(readFraud.Permission)
    async efiFraudBackTest(
        @Ctx() ctx: RequestContext,
        @Args() { expression, days }: { expression: string; days: number },
    ): Promise<BackTest | EfiFraudRuleInvalidError> {
        const tested = await this.rules.backTest(ctx, expression, days);
        return 'kind' in tested ? new EfiFraudRuleInvalidError(ctx, tested) : tested;
    }

    @Mutation()
    @Transaction()
    @Allow(manageFraud.Permission)
    async saveEfiFraudRule(
        @Ctx() ctx: RequestContext,
        @Args() { input }: { input: SaveInput },
    ): Promise<EfiFraudRule | EfiFraudRuleInvalidError> {
        const { code, name, expression, points, enabled } = input;
        const atLeast = input.atLeast ? fromGraphQl(input.atLeast) : null;
        const saved = await this.rules.save(ctx, { code, name, expression, points, enabled, atLeast });
        return 'kind' in saved ? new EfiFraudRuleInvalidError(ctx, saved) : saved;
    }
}

@Resolver('EfiFraudRule')
export class RuleFieldsResolver {
    constructor(private readonly administrators: Administrators) {}

    @ResolveField()
    createdBy(@Ctx() ctx: RequestContext, @Parent() { createdBy }: EfiFraudRule): Promise<string | null> {
        return this.administrators.nameOf(ctx, createdBy);
    }

    @ResolveField()
    name(
        @Ctx() ctx: RequestContext,
        @Parent() { name }: EfiFraudRule,
        @Args() { languageCode }: { languageCode?: string | null },
    ): string {
        return inLanguage(name, languageCode ?? ctx.languageCode);
    }

    @ResolveField()
    atLeast(@Parent() { atLeast }: EfiFraudRule): GraphQlVerdict | null {
        return atLeast && toGraphQl(atLeast);
    }
}

/** Tells the members of the union apart. */
@Resolver('SaveEfiFraudRuleResult')
export class SaveRuleResultResolver {
    @ResolveField()
    __resolveType(value: object): string {
        return value instanceof EfiFraudRuleInvalidError ? value.__typename : 'EfiFraudRule';
    }
}

/** Tells the members of the union apart. */
@Resolver('EfiFraudBackTestResult')
export class BackTestResultResolver {
    @ResolveField()
    __resolveType(value: object): string {
        return value instanceof EfiFraudRuleInvalidError ? value.__typename : 'EfiFraudBackTest';
    }
}

/** Tells the members of the union apart. */
@Resolver('SetEfiFraudPolicyResult')
export class SetPolicyResultResolver {
    @ResolveField()
    __resolveType(value: object): string {
        return value instanceof EfiFraudPolicyInvalidError ? value.__typename : 'EfiFraudPolicy';
    }
}
