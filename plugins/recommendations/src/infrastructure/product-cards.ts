import { Injectable } from '@nestjs/common';
import { queryPrepared } from '@efi/plugin-kit';
import {
    type CurrencyCode,
    type ID,
    ProductPriceApplicator,
    ProductVariant,
    ProductVariantPrice,
    type RequestContext,
    TaxCategory,
    TransactionalConnection,
} from '@vendure/core';
import { type ProductFace, ProductFaces } from './product-faces';

interface PriceRange {
    readonly __typename: 'PriceRange';
    readonly min: number;
    readonly max: number;
}

/** A product as it is shown in a list, with the fields of Vendure's `SearchResult`. */
export interface ProductCard extends ProductFace {
    /** In minor units. */
    readonly price: PriceRange;
    readonly priceWithTax: PriceRange;
    readonly currencyCode: CurrencyCode;
    readonly inStock: true;
}

interface OfferRow {
    readonly id: number;
    readonly productId: number;
    readonly sku: string;
    readonly taxCategoryId: ID;
    readonly priceId: number;
    readonly price: number;
}

const offers = `
    SELECT v.id, v."productId", v.sku, v."taxCategoryId", price.id AS "priceId", price.price
      FROM product p
      JOIN product_variant v ON v."productId" = p.id AND v.enabled AND v."deletedAt" IS NULL
      JOIN product_variant_channels_channel c ON c."productVariantId" = v.id AND c."channelId" = $2
      JOIN product_variant_price price
        ON price."variantId" = v.id AND price."channelId" = $2 AND price."currencyCode" = $3
     WHERE p.id = ANY($1::int[]) AND p.enabled AND p."deletedAt" IS NULL
     ORDER BY v.id, price.id`;

/** What a list shows. */
interface ListedProducts {
    readonly cards: ReadonlyMap<number, ProductCard>;
    readonly names: ReadonlyMap<number, string>;
}

/** What lists show of products, with the prices that the channel's shoppers pay, by the shop's own strategies. */
@Injectable()
export class ProductCards {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly faces: ProductFaces,
        private readonly prices: ProductPriceApplicator,
    ) {}

    /**
     * The cards of products that are known to be on sale, where what vanished in between is left out, and the names of
     * those that led to them.
     */
    async listed(
        ctx: RequestContext,
        productIds: readonly number[],
        causes: readonly number[],
    ): Promise<ListedProducts> {
        if (productIds.length === 0) {
            return { cards: new Map(), names: new Map() };
        }
        const [faces, variants] = await Promise.all([
            this.faces.of(ctx, [...new Set([...productIds, ...causes])]),
            this.variants(ctx, productIds),
        ]);
        const cards = productIds.flatMap((productId): Array<[number, ProductCard]> => {
            const face = faces.get(productId);
            const own = variants.filter(variant => Number(variant.productId) === productId);
            return face && own.length > 0 ? [[productId, card(ctx, face, own)]] : [];
        });
        return { cards: new Map(cards), names: namesOf(faces) };
    }

    async names(ctx: RequestContext, productIds: readonly number[]): Promise<ReadonlyMap<number, string>> {
        return namesOf(await this.faces.of(ctx, productIds));
    }

    private async variants(ctx: RequestContext, productIds: readonly number[]): Promise<ProductVariant[]> {
        const rows = await queryPrepared<OfferRow>(this.connection.rawConnection.manager, offers, [
            productIds,
            ctx.channelId,
            ctx.currencyCode,
        ]);
        const variants = new Map<number, ProductVariant>();
        for (const row of rows) {
            const variant = variants.get(row.id) ?? variantOf(row);
            variant.productVariantPrices.push(priceOf(ctx, row));
            variants.set(row.id, variant);
        }
        return Promise.all(
            [...variants.values()].map(variant => this.prices.applyChannelPriceAndTax(variant, ctx)),
        );
    }
}

function namesOf(faces: ReadonlyMap<number, ProductFace>): ReadonlyMap<number, string> {
    return new Map([...faces].map(([id, { productName }]) => [id, productName]));
}

/** With as much as prices are worked out from. */
function variantOf({ id, productId, sku, taxCategoryId }: OfferRow): ProductVariant {
    const taxCategory = new TaxCategory({ id: taxCategoryId });
    return new ProductVariant({ id, productId, sku, taxCategory, productVariantPrices: [] });
}

function priceOf(
    { channelId, currencyCode }: RequestContext,
    { priceId, price }: OfferRow,
): ProductVariantPrice {
    return new ProductVariantPrice({ id: priceId, price, channelId, currencyCode });
}

function card(ctx: RequestContext, face: ProductFace, variants: readonly ProductVariant[]): ProductCard {
    return {
        ...face,
        price: rangeOf(variants.map(({ price }) => price)),
        priceWithTax: rangeOf(variants.map(({ priceWithTax }) => priceWithTax)),
        currencyCode: ctx.currencyCode,
        inStock: true,
    };
}

function rangeOf(prices: readonly number[]): PriceRange {
    return { __typename: 'PriceRange', min: Math.min(...prices), max: Math.max(...prices) };
}
