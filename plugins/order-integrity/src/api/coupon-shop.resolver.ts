import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, Order, RequestContext } from '@vendure/core';
import { OrderCoupons } from '../infrastructure/coupons/order-coupons';

/** Vendure shows an order only to those who may see it. */
@Resolver('Order')
export class CouponShopResolver {
    constructor(private readonly coupons: OrderCoupons) {}

    @ResolveField()
    efiCoupons(@Ctx() ctx: RequestContext, @Parent() order: Order) {
        return this.coupons.of(ctx, order);
    }
}
