import { Inject, Injectable } from '@nestjs/common';
import { EventBus, type ID, Order, type RequestContext, TransactionalConnection } from '@vendure/core';
import { metrics } from '@efi/plugin-kit';
import { ReserveStock } from '../../application/reserve-stock';
import { type ReservedStock, shortfallsOf } from '../../domain/plan-reservation';
import type { StockShortfall } from '../../domain/stock-shortfall';
import { ORDER_INTEGRITY_OPTIONS, type ResolvedOrderIntegrityOptions } from '../../order-integrity.options';
import { OrderLock } from '../lock/order-lock';
import { orders } from '../lock/order-reference';
import { ShortfallMessages } from './shortfall-messages';
import { SqlStockBook } from './sql-stock-book';
import { StockReservedEvent, StockShortfallEvent } from './stock-events';
import { VendureOrderLineStock } from './vendure-order-line-stock';

/** The state in which an order's goods are held for it. */
const PAYING = 'ArrangingPayment';

/** The goods of a whole order on its way to being paid. */
@Injectable()
export class OrderStock {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly eventBus: EventBus,
        private readonly lines: VendureOrderLineStock,
        private readonly book: SqlStockBook,
        private readonly reserveStock: ReserveStock,
        private readonly messages: ShortfallMessages,
        private readonly orderLock: OrderLock,
        @Inject(ORDER_INTEGRITY_OPTIONS) private readonly options: ResolvedOrderIntegrityOptions,
    ) {}

    /**
     * Holds the order's goods while it is paid.
     *
     * @param order - With its lines and their variants. `ctx` is in a transaction.
     * @returns Why it can't be paid, in the language of `ctx`, when something falls short.
     */
    async reserve(ctx: RequestContext, order: Order): Promise<string | undefined> {
        const shortfalls = await this.reserveStock.execute(
            ctx,
            Number(order.id),
            await this.lines.ofNewOrder(ctx, order),
        );
        metrics()
            .counter('efi_stock_reservations_total', 'Orders whose stock was to be reserved.', ['outcome'])
            .increment({ outcome: shortfalls.length === 0 ? 'reserved' : 'short' });
        if (shortfalls.length === 0) {
            await this.eventBus.publish(new StockReservedEvent(ctx, order));
            return undefined;
        }
        await this.eventBus.publish(new StockShortfallEvent(ctx, order, shortfalls));
        return this.messages.describe(ctx, shortfalls);
    }

    async release(ctx: RequestContext, orderId: ID): Promise<void> {
        await this.book.release(ctx, Number(orderId));
    }

    /**
     * Holds the goods for as long again, or anew when somebody else has taken them since their time was over.
     *
     * @returns Why the order can't be paid, when they are gone.
     */
    async renew(ctx: RequestContext, orderId: ID): Promise<string | undefined> {
        if (await this.book.renew(ctx, Number(orderId), this.options.reservationMinutes)) {
            return undefined;
        }
        return this.orderLock.run(ctx, orders(orderId), async transaction => {
            const order = await this.load(transaction, orderId);
            // What was ordered already has its goods: they are allocated.
            return order.state === PAYING ? this.reserve(transaction, order) : undefined;
        });
    }

    /** What others can't have because this order has it, as long as its time is not over. */
    held(ctx: RequestContext, orderId: ID): Promise<ReservedStock[]> {
        return this.book.heldFor(ctx, Number(orderId));
    }

    /** What falls short if the order were paid now. An order that was placed has its goods. */
    async shortfalls(ctx: RequestContext, order: Order): Promise<StockShortfall[]> {
        if (order.orderPlacedAt || order.state === 'Cancelled') {
            return [];
        }
        const lines = await this.lines.ofNewOrder(ctx, await this.load(ctx, order.id));
        const variantIds = lines.filter(line => line.policy.tracked).map(line => line.variantId);
        if (variantIds.length === 0) {
            return [];
        }
        const { levels } = await this.book.view(ctx, Number(order.id), variantIds);
        return shortfallsOf(lines, levels);
    }

    private load(ctx: RequestContext, orderId: ID): Promise<Order> {
        return this.connection.getRepository(ctx, Order).findOneOrFail({
            where: { id: orderId },
            relations: { lines: { productVariant: true } },
            order: { lines: { id: 'ASC' } },
            loadEagerRelations: false,
        });
    }
}
