import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, Permission, ProductVariant, RequestContext, type StockLocation } from '@vendure/core';
import { PickUpStock, type PickUpStockView } from '../infrastructure/pick-up-stock';

@Resolver()
export class PickUpPlacesShopResolver {
    constructor(private readonly stock: PickUpStock) {}

    @Query()
    @Allow(Permission.Public)
    efiPickUpPlaces(@Ctx() ctx: RequestContext): Promise<StockLocation[]> {
        return this.stock.places(ctx);
    }
}

/** For whoever may see the variant. */
@Resolver('ProductVariant')
export class PickUpStockShopResolver {
    constructor(private readonly stock: PickUpStock) {}

    @ResolveField()
    efiPickUpStock(
        @Ctx() ctx: RequestContext,
        @Parent() variant: ProductVariant,
    ): Promise<PickUpStockView[]> {
        return this.stock.at(ctx, variant);
    }
}
