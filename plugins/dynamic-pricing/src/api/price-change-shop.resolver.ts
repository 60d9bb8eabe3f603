import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, type Order, RequestContext } from '@vendure/core';
import { type PriceChange, PriceChanges } from '../infrastructure/price-changes';

@Resolver('Order')
export class PriceChangeShopResolver {
    constructor(private readonly changes: PriceChanges) {}

    @ResolveField()
    efiPriceChanges(@Ctx() ctx: RequestContext, @Parent() order: Order): Promise<PriceChange[]> {
        return this.changes.of(ctx, order);
    }
}
