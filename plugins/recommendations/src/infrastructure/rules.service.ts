import { Injectable } from '@nestjs/common';
import {
    Collection,
    FacetValue,
    type ID,
    Product,
    type RequestContext,
    TransactionalConnection,
    TranslatorService,
} from '@vendure/core';
import type { Rule, RuleTerms } from '../domain/serving/rule';
import { EfiRecommendationRule } from './entities/recommendation-rule.entity';
import { StoredRuleBook } from './stored-rule-book';

/** Merchandisers' rules in the active channel. */
@Injectable()
export class RulesService {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly translator: TranslatorService,
        private readonly book: StoredRuleBook,
    ) {}

    all(ctx: RequestContext): Promise<EfiRecommendationRule[]> {
        return this.repository(ctx).find({ where: { channelId: ctx.channelId }, order: { id: 'ASC' } });
    }

    find(ctx: RequestContext, id: ID): Promise<EfiRecommendationRule | null> {
        return this.repository(ctx).findOne({ where: { id: Number(id), channelId: ctx.channelId } });
    }

    async save(ctx: RequestContext, rule: RuleTerms, id?: ID): Promise<EfiRecommendationRule> {
        const saved = await this.repository(ctx).save({
            ...rule,
            channelId: ctx.channelId,
            ...(id === undefined ? {} : { id: Number(id) }),
        });
        this.book.forget();
        return saved;
    }

    /** @returns Whether there was one. */
    async delete(ctx: RequestContext, id: ID): Promise<boolean> {
        const { affected } = await this.repository(ctx).delete({ id: Number(id), channelId: ctx.channelId });
        this.book.forget();
        return (affected ?? 0) > 0;
    }

    /** Of the product, collection or facet value; undefined when it is gone. */
    async targetName(ctx: RequestContext, { target, targetId }: Rule): Promise<string | undefined> {
        if (target === 'EVERYTHING' || targetId === null) {
            return undefined;
        }
        const entity = { PRODUCT: Product, COLLECTION: Collection, FACET_VALUE: FacetValue }[target];
        const found = await this.connection
            .getRepository<Product | Collection | FacetValue>(ctx, entity)
            .findOne({ where: { id: targetId } });
        return found ? this.translator.translate(found, ctx).name : undefined;
    }

    private repository(ctx: RequestContext) {
        return this.connection.getRepository(ctx, EfiRecommendationRule);
    }
}
