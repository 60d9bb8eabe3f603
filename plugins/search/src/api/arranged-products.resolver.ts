import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, type Product, ProductService, RequestContext, type Translated } from '@vendure/core';
import type { EfiSearchArrangement } from '../infrastructure/entities/search-arrangement.entity';

/** The products behind the ids of an arrangement. */
@Resolver('EfiSearchArrangement')
export class ArrangedProductsResolver {
    constructor(private readonly products: ProductService) {}

    @ResolveField()
    pinned(
        @Ctx() ctx: RequestContext,
        @Parent() { pinnedIds }: EfiSearchArrangement,
    ): Promise<Translated<Product>[]> {
        return this.inOrder(ctx, pinnedIds);
    }

    @ResolveField()
    hidden(
        @Ctx() ctx: RequestContext,
        @Parent() { hiddenIds }: EfiSearchArrangement,
    ): Promise<Translated<Product>[]> {
        return this.inOrder(ctx, hiddenIds);
    }

    private async inOrder(ctx: RequestContext, ids: readonly number[]): Promise<Translated<Product>[]> {
        const found = ids.length > 0 ? await this.products.findByIds(ctx, [...ids]) : [];
        return ids.flatMap(id => found.filter(product => Number(product.id) === id));
    }
}
