import { Injectable } from '@nestjs/common';
import {
    type CurrencyCode,
    type ID,
    idsAreEqual,
    Product,
    ProductPriceApplicator,
    ProductVariant,
    type RequestContext,
    TransactionalConnection,
    TranslatorService,
} from '@vendure/core';
import { In, IsNull } from 'typeorm';

interface PriceRange {
    readonly __typename: 'PriceRange';
    readonly min: number;
    readonly max: number;
}

/** A product as it is shown in a list, with the fields of Vendure's `SearchResult`. */
export interface ProductCard {
    readonly productId: ID;
    readonly productName: string;
    readonly slug: string;
    readonly productAsset:
        { id: ID; preview: string; focalPoint: { x: number; y: number } | undefined } | undefined;
    /** In minor units. */
    readonly price: PriceRange;
    readonly priceWithTax: PriceRange;
    readonly currencyCode: CurrencyCode;
    readonly inStock: true;
}

/** Reads what lists show of products, in two queries, with the prices that the channel's shoppers pay. */
@Injectable()
export class ProductCards {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly translator: TranslatorService,
        private readonly prices: ProductPriceApplicator,
    ) {}

    /** Of products that are known to be on sale. What vanished in between is left out. */
    async of(ctx: RequestContext, productIds: readonly number[]): Promise<ReadonlyMap<number, ProductCard>> {
        if (productIds.length === 0) {
            return new Map();
        }
        const [products, variants] = await Promise.all([
            this.connection.getRepository(ctx, Product).find({
                where: { id: In([...productIds]), enabled: true, deletedAt: IsNull() },
                relations: { featuredAsset: true },
                relationLoadStrategy: 'join',
            }),
            this.variants(ctx, productIds),
        ]);
        const cards = products.map(product => {
            const own = variants.filter(({ productId }) => idsAreEqual(productId, product.id));
            return [Number(product.id), this.card(ctx, product, own)] as const;
        });
        return new Map(cards.flatMap(([id, card]) => (card ? [[id, card]] : [])));
    }

    async names(ctx: RequestContext, productIds: readonly number[]): Promise<ReadonlyMap<number, string>> {
        const products = await this.connection
            .getRepository(ctx, Product)
            .find({ where: { id: In([...productIds]), deletedAt: IsNull() } });
        return new Map(
            products.map(product => [Number(product.id), this.translator.translate(product, ctx).name]),
        );
    }

    private async variants(ctx: RequestContext, productIds: readonly number[]): Promise<ProductVariant[]> {
        const variants = await this.connection.getRepository(ctx, ProductVariant).find({
            where: {
                productId: In([...productIds]),
                enabled: true,
                deletedAt: IsNull(),
                channels: { id: ctx.channelId },
                productVariantPrices: { channelId: ctx.channelId, currencyCode: ctx.currencyCode },
            },
            relations: { taxCategory: true, productVariantPrices: true },
            loadEagerRelations: false,
            relationLoadStrategy: 'join',
        });
        return Promise.all(variants.map(variant => this.prices.applyChannelPriceAndTax(variant, ctx)));
    }

    private card(
        ctx: RequestContext,
        product: Product,
        variants: readonly ProductVariant[],
    ): ProductCard | undefined {
        if (variants.length === 0) {
            return undefined;
        }
        const { name, slug } = this.translator.translate(product, ctx);
        const asset = product.featuredAsset;
        return {
            productId: product.id,
            productName: name,
            slug,
            productAsset: asset
                ? { id: asset.id, preview: asset.preview, focalPoint: asset.focalPoint }
                : undefined,
            price: rangeOf(variants.map(({ price }) => price)),
            priceWithTax: rangeOf(variants.map(({ priceWithTax }) => priceWithTax)),
            currencyCode: ctx.currencyCode,
            inStock: true,
        };
    }
}

function rangeOf(prices: readonly number[]): PriceRange {
    return { __typename: 'PriceRange', min: Math.min(...prices), max: Math.max(...prices) };
}
