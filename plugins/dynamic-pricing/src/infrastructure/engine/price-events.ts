import { Injectable } from '@nestjs/common';
import {
    EventBus,
    ProductVariant,
    ProductVariantEvent,
    ProductVariantPriceEvent,
    type RequestContext,
    TransactionalConnection,
} from '@vendure/core';
import { In } from 'typeorm';

const BATCH = 500;

/** Tells what Vendure itself tells when prices change, so that search, collections and caches follow. */
@Injectable()
export class PriceEvents {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly eventBus: EventBus,
    ) {}

    async published(ctx: RequestContext, variantIds: readonly number[]): Promise<void> {
        for (let start = 0; start < variantIds.length; start += BATCH) {
            const variants = await this.connection.rawConnection.getRepository(ProductVariant).find({
                where: { id: In(variantIds.slice(start, start + BATCH)) },
                relations: { productVariantPrices: true },
                loadEagerRelations: false,
            });
            const prices = variants.flatMap(({ productVariantPrices }) =>
                productVariantPrices.filter(({ channelId }) => String(channelId) === String(ctx.channelId)),
            );
            await this.eventBus.publish(new ProductVariantPriceEvent(ctx, prices, 'updated'));
            await this.eventBus.publish(new ProductVariantEvent(ctx, variants, 'updated'));
        }
    }
}
