import { queryPrepared } from '@efi/plugin-kit';
import type { OnModuleInit } from '@nestjs/common';
import {
    Order,
    OrderService,
    PluginCommonModule,
    TransactionalConnection,
    VendurePlugin,
} from '@vendure/core';

const HAS_CART = `
    SELECT 1 AS one FROM customer JOIN "order" ON "order"."customerId" = customer.id AND "order".active
     WHERE customer."userId" = $1 LIMIT 1`;

/**
 * Finds out in one short statement that a shopper has no cart, as most have none who sign in. Vendure reads the customer
 * and then the cart with what belongs to it; that is done where there is one.
 */
@VendurePlugin({ imports: [PluginCommonModule], compatibility: '^3.7.0' })
export class NoCartPlugin implements OnModuleInit {
    constructor(
        private readonly orders: OrderService,
        private readonly connection: TransactionalConnection,
    ) {}

    onModuleInit(): void {
        const read = this.orders.getActiveOrderForUser.bind(this.orders);
        this.orders.getActiveOrderForUser = async (ctx, userId) => {
            const { manager } = this.connection.getRepository(ctx, Order);
            const found = await queryPrepared(manager, HAS_CART, [userId]);
            return found.length > 0 ? read(ctx, userId) : undefined;
        };
    }
}
