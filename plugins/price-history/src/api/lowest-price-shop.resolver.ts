import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
    Ctx,
    type CurrencyCode,
    type ID,
    ProductPriceApplicator,
    ProductVariant,
    ProductVariantPrice,
    RequestContext,
    RequestContextCacheService,
    TaxCategory,
} from '@vendure/core';
import DataLoader from 'dataloader';
import { type LowestPrice, PriceHistoryService } from '../infrastructure/price-history.service';

/** As the Shop API shows it. Money is in minor units. */
interface TaxedLowestPrice {
    readonly price: number;
    readonly priceWithTax: number;
    readonly currencyCode: CurrencyCode;
    readonly isReduction: boolean;
    readonly until: Date;
}

@Resolver('ProductVariant')
export class LowestPriceShopResolver {
    constructor(
        private readonly priceHistory: PriceHistoryService,
        private readonly priceApplicator: ProductPriceApplicator,
        private readonly requestCache: RequestContextCacheService,
    ) {}

    @ResolveField()
    async lowestPriceLast30Days(
        @Ctx() ctx: RequestContext,
        @Parent() variant: ProductVariant,
    ): Promise<TaxedLowestPrice | null> {
        const lowest = await this.loader(ctx).load(String(variant.id));
        return lowest ? this.withTax(ctx, lowest) : null;
    }

    /** One query for all variants of a request that ask in the same breath. */
    private loader(ctx: RequestContext): DataLoader<string, LowestPrice | undefined> {
        return this.requestCache.get(
            ctx,
            'efi-lowest-prices',
            () =>
                new DataLoader(async (variantIds: readonly ID[]) => {
                    const prices = await this.priceHistory.lowestPrices(ctx, variantIds);
                    const byVariant = new Map(prices.map(price => [String(price.variantId), price]));
                    return variantIds.map(id => byVariant.get(String(id)));
                }),
        );
    }

    /** Puts the price where the variant's own would be, so that it is taxed exactly as that one is. */
    private async withTax(ctx: RequestContext, lowest: LowestPrice): Promise<TaxedLowestPrice> {
        const { channelId, currencyCode } = ctx;
        const variant = new ProductVariant({
            id: lowest.variantId,
            taxCategory: new TaxCategory({ id: lowest.taxCategoryId }),
            productVariantPrices: [new ProductVariantPrice({ channelId, currencyCode, price: lowest.price })],
        });
        const { price, priceWithTax } = await this.priceApplicator.applyChannelPriceAndTax(variant, ctx);
        return { price, priceWithTax, currencyCode, isReduction: lowest.isReduction, until: lowest.until };
    }
}
