import { Injectable } from '@nestjs/common';
import { checkoutContracts } from '@efi/plugin-kit';
import { DEFAULT_CHANNEL_CODE } from '@vendure/common/lib/shared-constants';
import {
    type Channel,
    type ID,
    isGraphQlErrorResult,
    Order,
    OrderService,
    type RequestContext,
    RequestContextService,
    TransactionalConnection,
} from '@vendure/core';
import type { UnpaidOrders } from '../../application/ports/unpaid-orders.port';
import { SqlStockBook, STOCK_GRACE } from '../stock/sql-stock-book';

/**
 * In payment for more than so many minutes ($1), and without stock that is held for it still. Times are the
 * database's. When it came to payment is in its history: Vendure saves an order twice in a transition, and the
 * second time writes the old `updatedAt` back. An order that an administrator made from a draft waits for its
 * payment as long as it takes.
 */
const IS_DUE = `
    o.state = 'ArrangingPayment'
    AND o."updatedAt" < now() - make_interval(secs => $1 * 60)
    AND NOT EXISTS (
        SELECT FROM efi_stock_reservation r
         WHERE r."orderId" = o.id AND r."expiresAt" > now() + make_interval(secs => $1 * 60 * ${STOCK_GRACE})
    )
    AND NOT EXISTS (
        SELECT FROM history_entry h
         WHERE h."orderId" = o.id AND h.type = 'ORDER_STATE_TRANSITION'
           AND (h.data LIKE '{"from":"Draft"%' OR h."createdAt" > now() - make_interval(secs => $1 * 60))
    )`;

@Injectable()
export class SqlUnpaidOrders implements UnpaidOrders {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly requestContextService: RequestContextService,
        private readonly orderService: OrderService,
        private readonly stock: SqlStockBook,
    ) {}

    async findDue(minutes: number): Promise<ID[]> {
        const rows = await this.connection.rawConnection.query<{ id: ID }[]>(
            `SELECT o.id FROM "order" o WHERE ${IS_DUE} ORDER BY o."updatedAt"`,
            [minutes],
        );
        return rows.map(({ id }) => id);
    }

    async ifStillDue<T>(
        orderId: ID,
        minutes: number,
        work: (ctx: RequestContext) => Promise<T>,
    ): Promise<T | undefined> {
        const orders = this.connection.rawConnection.getRepository(Order);
        const order = await orders.findOne({ where: { id: orderId }, relations: { channels: true } });
        if (!order) {
            return undefined;
        }
        const ctx = await this.requestContextService.create({
            apiType: 'admin',
            channelOrToken: channelOf(order).token,
            currencyCode: order.currencyCode,
        });
        return this.connection.withTransaction(ctx, async inner => {
            const locked = await this.connection
                .getRepository(inner, Order)
                .manager.query<unknown[]>(
                    `SELECT FROM "order" o WHERE ${IS_DUE} AND o.id = $2 FOR NO KEY UPDATE OF o SKIP LOCKED`,
                    [minutes, orderId],
                );
            return locked.length > 0 ? work(inner) : undefined;
        });
    }

    isBeingPaid(ctx: RequestContext, orderId: ID): Promise<boolean> {
        return checkoutContracts(this.connection.rawConnection).isPaymentInProgress(ctx, orderId);
    }

    async keepStock(ctx: RequestContext, orderId: ID, minutes: number): Promise<void> {
        await this.stock.renew(ctx, Number(orderId), minutes);
    }

    async reopen(ctx: RequestContext, orderId: ID): Promise<string | undefined> {
        const result = await this.orderService.transitionToState(ctx, orderId, 'AddingItems');
        return isGraphQlErrorResult(result) ? result.transitionError : undefined;
    }
}

/** Every order is in the default channel too: its market is the other one, if there is one. */
function channelOf({ channels }: Order): Channel {
    const channel = channels.find(({ code }) => code !== DEFAULT_CHANNEL_CODE) ?? channels[0];
    if (!channel) {
        throw new Error('An order belongs to no channel.');
    }
    return channel;
}
