import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, type ID, Order, RequestContext } from '@vendure/core';
import { OrderStock } from '../infrastructure/stock/order-stock';
import { VariantLabels } from '../infrastructure/stock/variant-labels';

interface StockShortfallView {
    readonly orderLineId: ID;
    readonly productVariantId: ID;
    readonly name: string;
    readonly sku: string;
    readonly quantity: number;
    readonly available: number;
}

/** Vendure shows an order only to those who may see it. */
@Resolver('Order')
export class StockShortfallShopResolver {
    constructor(
        private readonly stock: OrderStock,
        private readonly labels: VariantLabels,
    ) {}

    @ResolveField()
    async efiStockShortfalls(
        @Ctx() ctx: RequestContext,
        @Parent() order: Order,
    ): Promise<StockShortfallView[]> {
        const shortfalls = await this.stock.shortfalls(ctx, order);
        if (shortfalls.length === 0) {
            return [];
        }
        const labels = await this.labels.of(
            ctx,
            shortfalls.map(shortfall => shortfall.variantId),
        );
        return shortfalls.map(({ lineId, variantId, quantity, available }) => ({
            orderLineId: lineId,
            productVariantId: variantId,
            name: labels.get(variantId)?.name ?? '',
            sku: labels.get(variantId)?.sku ?? '',
            quantity,
            available,
        }));
    }
}
