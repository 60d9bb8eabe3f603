import {
    ChannelService,
    isGraphQlErrorResult,
    type LanguageCode,
    Promotion,
    PromotionService,
    type RequestContext,
} from '@vendure/core';
import type { INestApplicationContext } from '@nestjs/common';
import { flashSaleKey } from '../demo-state';
import { currentOrNextSale } from '../shop/flash-sale';
import { languages } from '../shop/markets';
import { promotions, type PromotionData } from '../shop/promotions';
import type { CatalogueContext } from './catalogue.types';
import type { RowWriter } from './row-writer';
import { allChannels } from './write-markets';

/** The coupon and the automatic discounts, in every market. */
export async function writePromotions(
    app: INestApplicationContext,
    ctx: RequestContext,
    writer: RowWriter,
    { shop, facetValues }: CatalogueContext,
): Promise<void> {
    for (const data of promotions(value => facetValues.get(value) ?? 0)) {
        const promotion = await createPromotion(app, ctx, data);
        await app.get(ChannelService).assignToChannels(ctx, Promotion, promotion.id, allChannels(shop));
        if (data.flashSale) {
            await writer.insert('settings_store_entry', [{ key: flashSaleKey, value: Number(promotion.id) }]);
        }
    }
}

async function createPromotion(
    app: INestApplicationContext,
    ctx: RequestContext,
    data: PromotionData,
): Promise<Promotion> {
    const toInput = ({ code, args }: PromotionData['actions'][number]) => ({
        code,
        arguments: Object.entries(args).map(([name, value]) => ({ name, value })),
    });
    const promotion = await app.get(PromotionService).createPromotion(ctx, {
        enabled: true,
        couponCode: data.couponCode,
        perCustomerUsageLimit: data.perCustomerUsageLimit,
        ...(data.flashSale ? currentOrNextSale(new Date()) : {}),
        conditions: data.conditions.map(toInput),
        actions: data.actions.map(toInput),
        translations: languages.map(language => ({
            languageCode: language as LanguageCode,
            name: data.name[language],
            description: data.description[language],
        })),
    });
    if (isGraphQlErrorResult(promotion)) {
        throw new Error(`The promotion "${data.name.en}" was refused: ${promotion.message}`);
    }
    return promotion;
}
