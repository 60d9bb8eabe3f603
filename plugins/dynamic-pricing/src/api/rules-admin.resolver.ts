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
import type { PricingMode } from '../application/pricing-mode';
import type { GuardSettings } from '../domain/guards/guards';
import { checkRule } from '../domain/rules/check-rule';
import type { EfiPricingRule } from '../infrastructure/entities/pricing-rule.entity';
import { type PreviewOfPrice, PricePreview } from '../infrastructure/price-preview';
import { type ChannelSettings, PricingSettingsService } from '../infrastructure/pricing-settings.service';
import { RuleBook } from '../infrastructure/rule-book';
import { RuleSimulation, type Simulation } from '../infrastructure/rule-simulation';
import { draftOf, type RuleInput } from './rule-input';
import { managePricing, readPricing } from './permissions';
import { EfiPricingRuleInvalidError } from './rule-errors';

interface PreviewInput {
    readonly currencyCode: CurrencyCode;
    readonly productVariantIds: readonly ID[];
    readonly draft?: RuleInput | null;
    readonly draftId?: ID | null;
}

interface SettingsInput {
    readonly currencyCode: CurrencyCode;
    readonly mode: PricingMode;
    readonly guards: GuardSettings;
}

const MOST = 50;

@Resolver()
export class RulesAdminResolver {
    constructor(
        private readonly rules: RuleBook,
        private readonly settings: PricingSettingsService,
        private readonly previews: PricePreview,
        private readonly simulations: RuleSimulation,
    ) {}

    @Query()
    @Allow(readPricing.Permission)
    efiPricingRules(@Ctx() ctx: RequestContext): Promise<EfiPricingRule[]> {
        return this.rules.all(ctx);
    }

    @Query()
    @Allow(readPricing.Permission)
    efiPricingSettings(@Ctx() ctx: RequestContext): Promise<ChannelSettings[]> {
        return this.settings.ofChannel(ctx);
    }

    @Query()
    @Allow(readPricing.Permission)
    async efiPricePreview(
        @Ctx() ctx: RequestContext,
        @Args() { input }: { input: PreviewInput },
    ): Promise<{ items: PreviewOfPrice[] } | EfiPricingRuleInvalidError> {
        if (input.productVariantIds.length > MOST) {
            throw new UserInputError(`At most ${MOST} variants can be previewed at once.`);
        }
        const checked = input.draft ? checkRule(draftOf(input.draft)) : undefined;
        if (checked && !checked.ok) {
            return new EfiPricingRuleInvalidError(checked.problem);
        }
        const items = await this.previews.of(ctx, input.currencyCode, input.productVariantIds, {
            rule: checked?.rule,
            replaces: input.draftId ?? undefined,
        });
        return { items };
    }

    @Query()
    @Allow(readPricing.Permission)
    efiPricingSimulation(
        @Ctx() ctx: RequestContext,
        @Args() { currencyCode, draft }: { currencyCode: CurrencyCode; draft: RuleInput },
    ): Promise<Simulation> | EfiPricingRuleInvalidError {
        const checked = checkRule(draftOf(draft));
        return checked.ok
            ? this.simulations.of(ctx, currencyCode, checked.rule)
            : new EfiPricingRuleInvalidError(checked.problem);
    }

    @Mutation()
    @Transaction()
    @Allow(managePricing.Permission)
    createEfiPricingRule(@Ctx() ctx: RequestContext, @Args() { input }: { input: RuleInput }) {
        return this.save(ctx, input);
    }

    @Mutation()
    @Transaction()
    @Allow(managePricing.Permission)
    async updateEfiPricingRule(
        @Ctx() ctx: RequestContext,
        @Args() { id, input }: { id: ID; input: RuleInput },
    ) {
        return this.save(ctx, input, await this.existing(ctx, id));
    }

    @Mutation()
    @Transaction()
    @Allow(managePricing.Permission)
    async deleteEfiPricingRule(@Ctx() ctx: RequestContext, @Args() { id }: { id: ID }): Promise<boolean> {
        await this.rules.delete(ctx, await this.existing(ctx, id));
        return true;
    }

    @Mutation()
    @Transaction()
    @Allow(managePricing.Permission)
    updateEfiPricingSettings(
        @Ctx() ctx: RequestContext,
        @Args() { input }: { input: SettingsInput },
    ): Promise<ChannelSettings> {
        requireGuards(input.guards);
        return this.settings.update(ctx, input.currencyCode, input.mode, { ...input.guards });
    }

    private async save(
        ctx: RequestContext,
        input: RuleInput,
        existing?: EfiPricingRule,
    ): Promise<EfiPricingRule | EfiPricingRuleInvalidError> {
        const checked = checkRule(draftOf(input));
        return checked.ok
            ? this.rules.save(ctx, checked.rule, input.enabled, existing)
            : new EfiPricingRuleInvalidError(checked.problem);
    }

    private async existing(ctx: RequestContext, id: ID): Promise<EfiPricingRule> {
        const rule = await this.rules.find(ctx, id);
        if (!rule) {
            throw new UserInputError(`There is no rule ${id} in this channel.`);
        }
        return rule;
    }
}

/** @throws UserInputError that names the guard and what it must be. */
function requireGuards(guards: GuardSettings): void {
    const limits: readonly [keyof GuardSettings, number, number][] = [
        ['minMarginPercent', 0, 95],
        ['floorPercentOfList', 1, 100],
        ['ceilingPercentOfList', 100, 1000],
        ['maxChangePercentPerRun', 0, 100],
        ['maxChangePercentPerDay', 0, 100],
    ];
    for (const [name, low, high] of limits) {
        const value = guards[name];
        if (typeof value !== 'number' || !(value >= low && value <= high)) {
            throw new UserInputError(`${name} must be a number from ${low} to ${high}.`);
        }
    }
}
