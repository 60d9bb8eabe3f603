import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
    Allow,
    Ctx,
    type ID,
    Permission,
    RequestContext,
    StockLocation,
    StockLocationService,
    Transaction,
} from '@vendure/core';
import { IS_PICK_UP_PLACE, isPickUpPlace } from '../infrastructure/place-field';

@Resolver('StockLocation')
export class PickUpAdminResolver {
    constructor(private readonly locations: StockLocationService) {}

    @ResolveField()
    efiIsPickUpPlace(@Parent() location: StockLocation): boolean {
        return isPickUpPlace(location);
    }

    @Mutation()
    @Transaction()
    @Allow(Permission.UpdateStockLocation)
    setEfiPickUpPlace(
        @Ctx() ctx: RequestContext,
        @Args() { stockLocationId: id, isPickUpPlace: is }: { stockLocationId: ID; isPickUpPlace: boolean },
    ): Promise<StockLocation> {
        return this.locations.update(ctx, { id, customFields: { [IS_PICK_UP_PLACE]: is } });
    }
}
