import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, type Order, RequestContext } from '@vendure/core';
import { addressOf, type KeptPlace } from '../infrastructure/order-place-field';
import { PickUpOrders } from '../infrastructure/pick-up-orders';

/** In both APIs, and for whoever may see the order. */
@Resolver('Order')
export class OrderPlaceResolver {
    constructor(private readonly orders: PickUpOrders) {}

    @ResolveField()
    efiPickUpPlace(@Ctx() ctx: RequestContext, @Parent() order: Order): Promise<KeptPlace | undefined> {
        return this.orders.placeOf(ctx, order);
    }
}

@Resolver('EfiOrderPickUpPlace')
export class OrderPlaceAddressResolver {
    @ResolveField()
    address(@Parent() place: KeptPlace) {
        return addressOf(place);
    }
}
