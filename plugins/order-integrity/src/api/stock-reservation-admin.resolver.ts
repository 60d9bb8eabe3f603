import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
    Allow,
    Ctx,
    Order,
    Permission,
    type ProductVariant,
    ProductVariantService,
    RequestContext,
    TransactionalConnection,
} from '@vendure/core';
import { StockReservation } from '../infrastructure/stock/stock-reservation.entity';

@Resolver('Order')
export class StockReservationAdminResolver {
    constructor(private readonly connection: TransactionalConnection) {}

    @ResolveField()
    @Allow(Permission.ReadOrder)
    efiStockReservations(@Ctx() ctx: RequestContext, @Parent() order: Order): Promise<StockReservation[]> {
        return this.connection.getRepository(ctx, StockReservation).find({
            where: { orderId: order.id },
            relations: { stockLocation: true },
            order: { variantId: 'ASC', stockLocationId: 'ASC' },
        });
    }
}

@Resolver('EfiStockReservation')
export class StockReservationVariantResolver {
    constructor(private readonly variants: ProductVariantService) {}

    @ResolveField()
    async productVariant(
        @Ctx() ctx: RequestContext,
        @Parent() reservation: StockReservation,
    ): Promise<ProductVariant | undefined> {
        const [variant] = await this.variants.findByIds(ctx, [reservation.variantId]);
        return variant;
    }
}
