import { Injectable } from '@nestjs/common';
import {
    Collection,
    CollectionService,
    ConfigService,
    type ID,
    Product,
    ProductService,
    ProductTranslation,
    ProductVariant,
    ProductVariantService,
    type RequestContext,
    TransactionalConnection,
    type Translated,
    TranslatorService,
} from '@vendure/core';
import { In, IsNull, type SelectQueryBuilder } from 'typeorm';
import { wordPatterns } from '../../domain/search-words';

export interface ProductFilter {
    /** Products with a variant in it. */
    readonly collectionId?: ID | undefined;
    /** `facet:value`, by their codes. A product has to have all of them, itself or by a variant. */
    readonly facets: readonly string[];
    /** Words, each of which has to be in the name or in the SKU of a variant. */
    readonly term: string;
}

export type VariantForSale = ProductVariant & { readonly stockText: string };

/** The catalogue as shoppers see it: what is enabled, in the channel of the request, with nothing private. */
@Injectable()
export class ShopCatalogue {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly config: ConfigService,
        private readonly products: ProductService,
        private readonly variants: ProductVariantService,
        private readonly collections: CollectionService,
        private readonly translator: TranslatorService,
    ) {}

    find(ctx: RequestContext, { collectionId, facets, term }: ProductFilter): SelectQueryBuilder<Product> {
        const query = this.connection
            .getRepository(ctx, Product)
            .createQueryBuilder('product')
            .innerJoin('product.channels', 'channel', 'channel.id = :channelId', { channelId: ctx.channelId })
            .where('product.deletedAt IS NULL AND product.enabled = true');
        if (collectionId !== undefined) {
            const inCollection = soldVariants(query, 'cv')
                .innerJoin('cv.collections', 'co')
                .andWhere('co.id = :collectionId');
            query.andWhere(`product.id IN ${inCollection.getQuery()}`, { collectionId });
        }
        facets.forEach((facet, index) => onlyWithFacet(query, facet, index));
        wordPatterns(term).forEach((pattern, index) => onlyWithWord(query, ctx, pattern, index));
        return query;
    }

    /** Products by id, in the order of ids, with their images and public facet values. */
    async productsByIds(ctx: RequestContext, ids: ID[], order: 'ASC' | 'DESC' = 'ASC') {
        const found = await this.connection.getRepository(ctx, Product).find({
            where: { id: In(ids) },
            relations: ['featuredAsset', 'facetValues', 'facetValues.facet'],
            relationLoadStrategy: 'query',
            order: { id: order },
        });
        return found.map(product =>
            withoutPrivateFacets(
                this.translator.translate(product, ctx, ['facetValues', ['facetValues', 'facet']]),
            ),
        );
    }

    /** The variants of several products that can be bought, with their prices, by product. */
    async variantsOf(ctx: RequestContext, productIds: ID[]): Promise<Map<ID, ProductVariant[]>> {
        const found = await this.connection.getRepository(ctx, ProductVariant).find({
            where: {
                productId: In(productIds),
                enabled: true,
                deletedAt: IsNull(),
                channels: { id: ctx.channelId },
            },
            relations: ['taxCategory'],
            relationLoadStrategy: 'query',
        });
        const byProduct = new Map<ID, ProductVariant[]>();
        for (const variant of found) {
            const priced = await this.variants.applyChannelPriceAndTax(variant, ctx);
            byProduct.set(variant.productId, [...(byProduct.get(variant.productId) ?? []), priced]);
        }
        return byProduct;
    }

    /** @param id - Of the product, or nothing when what the caller gave can't be one. */
    async product(
        ctx: RequestContext,
        slug: string,
        id: ID | undefined,
    ): Promise<Translated<Product> | undefined> {
        const relations = ['featuredAsset', 'assets', 'facetValues', 'facetValues.facet'] as const;
        const product =
            (await this.products.findOneBySlug(ctx, slug, [...relations])) ??
            (id === undefined ? undefined : await this.products.findOne(ctx, id, [...relations]));
        return product?.enabled ? withoutPrivateFacets(product) : undefined;
    }

    /** The variants of one product with everything that a page of it shows. */
    async variantsForSale(ctx: RequestContext, productId: ID): Promise<Translated<VariantForSale>[]> {
        const { items } = await this.variants.getVariantsByProductId(ctx, productId, {}, [
            'options',
            'options.group',
            'featuredAsset',
        ]);
        return Promise.all(
            items
                .filter(variant => variant.enabled)
                .map(async variant =>
                    Object.assign(variant, {
                        stockText: await this.variants.getDisplayStockLevel(ctx, variant),
                    }),
                ),
        );
    }

    /** A collection that shoppers may know of. */
    async collection(ctx: RequestContext, slug: string): Promise<ID | undefined> {
        const found = await this.collections.findOneBySlug(ctx, slug);
        return found && !found.isPrivate ? found.id : undefined;
    }

    /** All of them that shoppers may know of, in the order of the menu. */
    async allCollections(ctx: RequestContext): Promise<Translated<Collection>[]> {
        const found = await this.connection.getRepository(ctx, Collection).find({
            where: { isRoot: false, isPrivate: false, channels: { id: ctx.channelId } },
            relations: ['featuredAsset'],
            relationLoadStrategy: 'query',
            order: { position: 'ASC', id: 'ASC' },
        });
        return found.map(collection => this.translator.translate(collection, ctx));
    }

    /** Where an image is, from what the database has of it. */
    addressOf(ctx: RequestContext, preview: string | undefined): string | null {
        if (preview === undefined) {
            return null;
        }
        const { assetStorageStrategy } = this.config.assetOptions;
        return ctx.req && assetStorageStrategy.toAbsoluteUrl
            ? assetStorageStrategy.toAbsoluteUrl(ctx.req, preview)
            : preview;
    }
}

/** A subquery for the products of variants that can be bought. */
function soldVariants(query: SelectQueryBuilder<Product>, alias: string) {
    return query
        .subQuery()
        .select(`${alias}.productId`)
        .from(ProductVariant, alias)
        .where(`${alias}.deletedAt IS NULL AND ${alias}.enabled = true`);
}

function onlyWithFacet(query: SelectQueryBuilder<Product>, facet: string, index: number): void {
    const [code, value] = [facet.slice(0, facet.indexOf(':')), facet.slice(facet.indexOf(':') + 1)];
    const isIt = `f.code = :facet${index} AND fv.code = :value${index} AND f.isPrivate = false`;
    const products = query
        .subQuery()
        .select('fp.id')
        .from(Product, 'fp')
        .innerJoin('fp.facetValues', 'fv')
        .innerJoin('fv.facet', 'f')
        .where(isIt);
    const variants = soldVariants(query, 'fx')
        .innerJoin('fx.facetValues', 'fv')
        .innerJoin('fv.facet', 'f')
        .andWhere(isIt);
    query.andWhere(`(product.id IN ${products.getQuery()} OR product.id IN ${variants.getQuery()})`, {
        [`facet${index}`]: code,
        [`value${index}`]: value,
    });
}

function onlyWithWord(
    query: SelectQueryBuilder<Product>,
    ctx: RequestContext,
    pattern: string,
    index: number,
): void {
    const names = query
        .subQuery()
        .select('pt.baseId')
        .from(ProductTranslation, 'pt')
        .where(`pt.languageCode IN (:...languages) AND pt.name ILIKE :word${index}`);
    const skus = soldVariants(query, 'sv').andWhere(`sv.sku ILIKE :word${index}`);
    query.andWhere(`(product.id IN ${names.getQuery()} OR product.id IN ${skus.getQuery()})`, {
        languages: [ctx.languageCode, ctx.channel.defaultLanguageCode],
        [`word${index}`]: pattern,
    });
}

function withoutPrivateFacets<P extends Product>(product: P): P {
    product.facetValues = product.facetValues.filter(({ facet }) => !facet.isPrivate);
    return product;
}
