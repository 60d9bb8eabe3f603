import { Inject, Injectable } from '@nestjs/common';
import { GlobalFlag } from '@vendure/common/lib/generated-types';
import {
    ConfigService,
    GlobalSettingsService,
    Logger,
    ProductPriceApplicator,
    type ProductVariant,
    type RequestContext,
    StockLevel,
} from '@vendure/core';
import { type EntityManager, In } from 'typeorm';
import { type ResolvedSearchOptions, SEARCH_OPTIONS } from '../../search.options';
import { loggerContext } from '../logger-context';
import type { Market, Markets } from './markets';
import type { Offer } from './offers';
import { readPricedVariants } from './priced-variants';

type ChannelsOf = ReadonlyMap<number, ReadonlySet<number>>;

/**
 * Prices and stock as the shop's own strategies tell them. These are JavaScript, so they are asked for each variant;
 * all that they go by is read once for a whole batch of products.
 */
@Injectable()
export class OfferReader {
    constructor(
        private readonly config: ConfigService,
        private readonly prices: ProductPriceApplicator,
        private readonly settings: GlobalSettingsService,
        @Inject(SEARCH_OPTIONS) private readonly options: ResolvedSearchOptions,
    ) {}

    /** Nothing for products that are deleted, and for channels that they are not in. */
    async read(manager: EntityManager, productIds: readonly number[], markets: Markets): Promise<Offer[]> {
        const products = await livingProducts(manager, productIds);
        const variants = await readPricedVariants(
            manager,
            [...products.keys()],
            this.options.variantRelations,
        );
        const ids = variants.map(({ id }) => Number(id));
        const channels = await channelsOfVariants(manager, ids);
        const levels = groupBy(
            await manager.find(StockLevel, {
                where: { productVariantId: In(ids) },
                loadEagerRelations: false,
            }),
            level => Number(level.productVariantId),
        );
        const byProduct = groupBy(variants, variant => Number(variant.productId));

        const offers: Offer[] = [];
        for (const market of markets.all) {
            const itsProducts = [...products].filter(([, inChannels]) => inChannels.has(market.channelId));
            const itsVariants = itsProducts.flatMap(([productId]) => byProduct.get(productId) ?? []);
            const inStock = await this.inStock(market.contexts[0], itsVariants, levels);
            for (const [productId] of itsProducts) {
                const itsOwn = byProduct.get(productId);
                offers.push(
                    ...(itsOwn
                        ? await this.offersOf(itsOwn, market, channels, inStock)
                        : emptyOffers(productId, market)),
                );
            }
        }
        return offers;
    }

    private async offersOf(
        variants: readonly ProductVariant[],
        { channelId, contexts }: Market,
        channels: ChannelsOf,
        inStock: ReadonlySet<ProductVariant>,
    ): Promise<Offer[]> {
        const productInStock = variants.some(variant => inStock.has(variant));
        const offers: Offer[] = [];
        for (const variant of variants.filter(({ id }) => channels.get(Number(id))?.has(channelId))) {
            for (const ctx of contexts) {
                const price = await this.priceOf(ctx, variant);
                if (price) {
                    offers.push({
                        productId: Number(variant.productId),
                        variantId: Number(variant.id),
                        channelId,
                        currencyCode: ctx.currencyCode,
                        ...price,
                        inStock: inStock.has(variant),
                        productInStock,
                    });
                }
            }
        }
        return offers;
    }

    /** Asks for all of them in the same breath, so that a strategy that reads something can read it once. */
    private async inStock(
        ctx: RequestContext,
        variants: readonly ProductVariant[],
        levels: ReadonlyMap<number, StockLevel[]>,
    ): Promise<ReadonlySet<ProductVariant>> {
        const answers = await Promise.all(
            variants.map(variant => this.isInStock(ctx, variant, levels.get(Number(variant.id)) ?? [])),
        );
        return new Set(variants.filter((_, index) => answers[index]));
    }

    /** A variant that can't be priced is not found, and holds up none of the others. */
    private async priceOf(
        ctx: RequestContext,
        variant: ProductVariant,
    ): Promise<Pick<Offer, 'price' | 'priceWithTax'> | undefined> {
        try {
            const { price, priceWithTax } = await this.prices.applyChannelPriceAndTax(variant, ctx);
            return { price, priceWithTax };
        } catch (error) {
            Logger.error(
                `Variant ${variant.id} has no price in channel ${ctx.channel.code} and will not be found there: ` +
                    (error instanceof Error ? error.message : String(error)),
                loggerContext,
            );
            return undefined;
        }
    }

    /** As `ProductVariantService.getSaleableStockLevel` reckons, without reading each variant's levels by itself. */
    private async isInStock(
        ctx: RequestContext,
        variant: ProductVariant,
        levels: StockLevel[],
    ): Promise<boolean> {
        const { outOfStockThreshold, trackInventory } = await this.settings.getSettings(ctx);
        const isTracked =
            variant.trackInventory === GlobalFlag.TRUE ||
            (variant.trackInventory === GlobalFlag.INHERIT && trackInventory);
        if (!isTracked) {
            return true;
        }
        const { stockOnHand, stockAllocated } =
            await this.config.catalogOptions.stockLocationStrategy.getAvailableStock(ctx, variant.id, levels);
        const threshold = variant.useGlobalOutOfStockThreshold
            ? outOfStockThreshold
            : variant.outOfStockThreshold;
        return stockOnHand - stockAllocated - threshold > 0;
    }
}

/** Only the Admin API finds these. */
function emptyOffers(productId: number, { channelId, contexts }: Market): Offer[] {
    return contexts.map(({ currencyCode }) => ({
        productId,
        variantId: 0,
        channelId,
        currencyCode,
        price: 0,
        priceWithTax: 0,
        inStock: true,
        productInStock: true,
    }));
}

/** The channels of each product that is not deleted. */
async function livingProducts(manager: EntityManager, productIds: readonly number[]): Promise<ChannelsOf> {
    return channelSets(
        await manager.query(
            `SELECT p.id, array_remove(array_agg(c."channelId"), NULL) AS channels
               FROM product p LEFT JOIN product_channels_channel c ON c."productId" = p.id
              WHERE p.id = ANY($1) AND p."deletedAt" IS NULL
              GROUP BY p.id`,
            [productIds],
        ),
    );
}

async function channelsOfVariants(
    manager: EntityManager,
    variantIds: readonly number[],
): Promise<ChannelsOf> {
    return channelSets(
        await manager.query(
            `SELECT "productVariantId" AS id, array_agg("channelId") AS channels
               FROM product_variant_channels_channel WHERE "productVariantId" = ANY($1) GROUP BY 1`,
            [variantIds],
        ),
    );
}

function channelSets(rows: ReadonlyArray<{ id: number; channels: readonly number[] }>): ChannelsOf {
    return new Map(rows.map(({ id, channels }) => [id, new Set(channels)]));
}

function groupBy<Value>(values: readonly Value[], keyOf: (value: Value) => number): Map<number, Value[]> {
    const groups = new Map<number, Value[]>();
    for (const value of values) {
        const key = keyOf(value);
        const group = groups.get(key);
        if (group) {
            group.push(value);
        } else {
            groups.set(key, [value]);
        }
    }
    return groups;
}
