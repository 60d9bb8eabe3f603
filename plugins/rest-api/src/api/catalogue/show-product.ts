import type { Injector, Product, ProductVariant, RequestContext } from '@vendure/core';
import type { z } from 'zod';
import { EntityIds } from '../../infrastructure/reading/entity-ids';
import { ShopCatalogue, type VariantForSale } from '../../infrastructure/reading/shop-catalogue';
import type { productDetail, productSummary } from './catalogue.schemas';

type ProductDetail = z.input<typeof productDetail>;
type ProductSummary = z.input<typeof productSummary>;

export function summaryOf(
    ctx: RequestContext,
    injector: Injector,
    product: Product,
    variants: readonly ProductVariant[],
): ProductSummary {
    return { ...headOf(ctx, injector, product), prices: priceRange(variants) };
}

export function detailOf(
    ctx: RequestContext,
    injector: Injector,
    product: Product,
    variants: readonly VariantForSale[],
): ProductDetail {
    const catalogue = injector.get(ShopCatalogue);
    return {
        ...headOf(ctx, injector, product),
        images: [...product.assets]
            .sort((one, other) => one.position - other.position)
            .map(({ asset }) => catalogue.addressOf(ctx, asset.preview) ?? ''),
        variants: variants.map(variant => ({
            id: injector.get(EntityIds).encode(variant.id),
            sku: variant.sku,
            name: variant.name,
            currencyCode: variant.currencyCode,
            price: variant.price,
            priceWithTax: variant.priceWithTax,
            stockLevel: variant.stockText,
            options: variant.options.map(({ group, code, name }) => ({ group: group.code, code, name })),
            image: catalogue.addressOf(ctx, variant.featuredAsset?.preview),
        })),
    };
}

function headOf(ctx: RequestContext, injector: Injector, product: Product) {
    return {
        id: injector.get(EntityIds).encode(product.id),
        slug: product.slug,
        name: product.name,
        description: product.description,
        image: injector.get(ShopCatalogue).addressOf(ctx, product.featuredAsset?.preview),
        facetValues: product.facetValues.map(({ facet, code, name }) => ({
            facet: facet.code,
            facetName: facet.name,
            value: code,
            valueName: name,
        })),
        updatedAt: product.updatedAt.toISOString(),
    };
}

function priceRange(variants: readonly ProductVariant[]): ProductSummary['prices'] {
    const [first] = variants;
    if (!first) {
        return null;
    }
    const net = variants.map(({ price }) => price);
    const gross = variants.map(({ priceWithTax }) => priceWithTax);
    return {
        currencyCode: first.currencyCode,
        lowest: Math.min(...net),
        lowestWithTax: Math.min(...gross),
        highest: Math.max(...net),
        highestWithTax: Math.max(...gross),
    };
}
