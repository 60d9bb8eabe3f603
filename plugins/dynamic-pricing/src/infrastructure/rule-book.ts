import { Injectable } from '@nestjs/common';
import { type ID, type RequestContext, TransactionalConnection } from '@vendure/core';
import type { PricingRule } from '../domain/rules/rule';
import { Audit } from './audit';
import { PriceControl } from './engine/price-control';
import { EfiPricingRule } from './entities/pricing-rule.entity';

/** The rules of each channel. */
@Injectable()
export class RuleBook {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly control: PriceControl,
        private readonly audit: Audit,
    ) {}

    all(ctx: RequestContext): Promise<EfiPricingRule[]> {
        return this.rules(ctx).find({
            where: { channelId: ctx.channelId },
            order: { priority: 'DESC', id: 'ASC' },
        });
    }

    find(ctx: RequestContext, id: ID): Promise<EfiPricingRule | null> {
        return this.rules(ctx).findOneBy({ id: Number(id), channelId: ctx.channelId });
    }

    /** A sale that changes ends where it is on, and comes back with the next run as it is now. */
    async save(
        ctx: RequestContext,
        rule: Omit<PricingRule, 'id'>,
        enabled: boolean,
        existing?: EfiPricingRule,
    ): Promise<EfiPricingRule> {
        const saved = await this.rules(ctx).save({
            ...(existing ?? { channelId: ctx.channelId }),
            ...rule,
            enabled,
        });
        await this.audit.record(ctx, existing ? 'rule.updated' : 'rule.created', {
            ruleId: saved.id,
            enabled,
            ...rule,
        });
        if (existing) {
            await this.endSale(ctx, existing);
        }
        return this.rules(ctx).findOneByOrFail({ id: saved.id });
    }

    async delete(ctx: RequestContext, rule: EfiPricingRule): Promise<void> {
        await this.audit.record(ctx, 'rule.deleted', { ruleId: rule.id, name: rule.name });
        await this.endSale(ctx, rule);
        await this.connection.getRepository(ctx, EfiPricingRule).delete(rule.id);
    }

    private async endSale(ctx: RequestContext, { id }: EfiPricingRule): Promise<void> {
        const variantIds = await this.control.restoreListPrices(ctx, { ruleId: id });
        await this.control.published(ctx, variantIds);
    }

    private rules(ctx: RequestContext) {
        return this.connection.getRepository(ctx, EfiPricingRule);
    }
}
