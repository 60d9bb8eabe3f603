import { Injectable } from '@nestjs/common';
import { queryPrepared } from '@efi/plugin-kit';
import { ConfigService, OrderService, type RequestContext, TransactionalConnection } from '@vendure/core';
import { ShopperHistory } from '../application/ports/shopper-history.port';
import type { PastProduct } from '../domain/serving/served-model';

/** More says little more about somebody, and every list pays for it. */
const MOST_LINES = 300;

const lines = (condition: string) => `
    SELECT v."productId", (extract(epoch FROM coalesce(o."orderPlacedAt", l."createdAt")) * 1000)::float8 AS at,
           l.quantity
      FROM "order" o
      JOIN order_line l ON l."orderId" = o.id AND l.quantity > 0
      JOIN product_variant v ON v.id = l."productVariantId"
     WHERE ${condition}
     ORDER BY o."orderPlacedAt" DESC NULLS FIRST, l.id
     LIMIT ${MOST_LINES}`;

const bought = lines(
    `o."customerId" = $1 AND o."orderPlacedAt" IS NOT NULL AND o.state <> 'Cancelled'
     AND EXISTS (SELECT 1 FROM order_channels_channel c WHERE c."orderId" = o.id AND c."channelId" = $2)`,
);
const inCart = lines('o.id = $1 AND o.active');
const inOrder = lines('o.id = $1');

/** {@link ShopperHistory} from the shop's orders. */
@Injectable()
export class SqlShopperHistory extends ShopperHistory {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly orders: OrderService,
        private readonly config: ConfigService,
    ) {
        super();
    }

    bought(ctx: RequestContext, customerId: number): Promise<readonly PastProduct[]> {
        return this.read(bought, [customerId, ctx.channelId]);
    }

    async inCart(ctx: RequestContext): Promise<readonly PastProduct[]> {
        const orderId = ctx.session?.activeOrderId;
        return orderId === undefined ? [] : this.read(inCart, [orderId]);
    }

    async inOrder(ctx: RequestContext, orderCode: string): Promise<readonly PastProduct[]> {
        const order = await this.orders.findOneByCode(ctx, orderCode, ['customer', 'customer.user']);
        const { orderByCodeAccessStrategy } = this.config.orderOptions;
        const isShown = order && (await orderByCodeAccessStrategy.canAccessOrder(ctx, order));
        return isShown ? this.read(inOrder, [order.id]) : [];
    }

    private read(text: string, values: readonly unknown[]): Promise<PastProduct[]> {
        return queryPrepared<PastProduct>(this.connection.rawConnection.manager, text, values);
    }
}
