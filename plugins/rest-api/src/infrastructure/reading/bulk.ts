import { Injectable } from '@nestjs/common';
import {
    Customer,
    type ID,
    Product,
    ProductVariant,
    ProductVariantService,
    type RequestContext,
    StockLevel,
    TransactionalConnection,
    type Translated,
    TranslatorService,
} from '@vendure/core';
import { In, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';

/** Everything of the channel, also what is not for sale, for programs that keep a copy of it. */
@Injectable()
export class Bulk {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly variantService: ProductVariantService,
        private readonly translator: TranslatorService,
    ) {}

    products(ctx: RequestContext): SelectQueryBuilder<Product> {
        return this.ofChannel(ctx, this.connection.getRepository(ctx, Product).createQueryBuilder('product'));
    }

    variants(ctx: RequestContext): SelectQueryBuilder<ProductVariant> {
        return this.ofChannel(
            ctx,
            this.connection.getRepository(ctx, ProductVariant).createQueryBuilder('variant'),
        );
    }

    customers(ctx: RequestContext): SelectQueryBuilder<Customer> {
        return this.ofChannel(
            ctx,
            this.connection.getRepository(ctx, Customer).createQueryBuilder('customer'),
        );
    }

    async productsByIds(ctx: RequestContext, ids: ID[]): Promise<Translated<Product>[]> {
        const found = await this.connection.getRepository(ctx, Product).find({
            where: { id: In(ids) },
            relations: ['facetValues', 'facetValues.facet'],
            relationLoadStrategy: 'query',
            order: { id: 'ASC' },
        });
        return found.map(product =>
            this.translator.translate(product, ctx, ['facetValues', ['facetValues', 'facet']]),
        );
    }

    /** With their prices. */
    async variantsByIds(ctx: RequestContext, ids: ID[]): Promise<Translated<ProductVariant>[]> {
        const found = await this.connection.getRepository(ctx, ProductVariant).find({
            where: { id: In(ids) },
            relations: ['taxCategory'],
            relationLoadStrategy: 'query',
            order: { id: 'ASC' },
        });
        const priced: Translated<ProductVariant>[] = [];
        for (const variant of found) {
            const withPrice = await this.variantService.applyChannelPriceAndTax(variant, ctx);
            priced.push(this.translator.translate(withPrice, ctx));
        }
        return priced;
    }

    /** What lies at the locations of the channel, by variant. */
    async stockOf(ctx: RequestContext, variantIds: ID[]): Promise<Map<ID, StockLevel[]>> {
        const levels = await this.connection.getRepository(ctx, StockLevel).find({
            where: {
                productVariantId: In(variantIds),
                stockLocation: { channels: { id: ctx.channelId } },
            },
            order: { stockLocationId: 'ASC' },
        });
        const byVariant = new Map<ID, StockLevel[]>();
        for (const level of levels) {
            byVariant.set(level.productVariantId, [...(byVariant.get(level.productVariantId) ?? []), level]);
        }
        return byVariant;
    }

    customersByIds(ctx: RequestContext, ids: ID[]): Promise<Customer[]> {
        return this.connection.getRepository(ctx, Customer).find({
            where: { id: In(ids) },
            relations: ['addresses', 'addresses.country'],
            relationLoadStrategy: 'query',
            order: { id: 'ASC' },
        });
    }

    private ofChannel<Entity extends ObjectLiteral>(
        { channelId }: RequestContext,
        query: SelectQueryBuilder<Entity>,
    ): SelectQueryBuilder<Entity> {
        return query
            .innerJoin(`${query.alias}.channels`, 'channel', 'channel.id = :channelId', { channelId })
            .where(`${query.alias}.deletedAt IS NULL`);
    }
}
