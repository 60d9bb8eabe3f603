import { Injectable } from '@nestjs/common';
import { ConfigService, OrderLine, type RequestContext, TransactionalConnection } from '@vendure/core';
import { cover, type VariantQuantity } from '../../domain/split-order';
import { SqlStockBook } from './sql-stock-book';
import type { LoadedLine, OrderLineInputs } from './vendure-order-line-stock';

/** What an allocation comes to, given what other parts of a split order have. */
export interface SplitAllocation {
    readonly lines: readonly LoadedLine[];
    /** What the whole order had for the lines, and gives up to them. */
    readonly release: OrderLineInputs;
}

interface SplitOrder {
    /** The whole that the order is a part of. */
    readonly aggregateOrderId: number | null;
    readonly hasParts: boolean;
}

const ORDER = `
    SELECT "aggregateOrderId", EXISTS (SELECT FROM "order" part WHERE part."aggregateOrderId" = o.id) AS "hasParts"
      FROM "order" o WHERE id = $1`;

/** What the lines of an order, or of its parts, were given, less what they gave back by movements of some types. */
const HELD = `
    SELECT l.id AS "lineId", l."productVariantId" AS "variantId",
           sum(CASE m.type WHEN 'ALLOCATION' THEN m.quantity ELSE -abs(m.quantity) END)::int AS quantity
      FROM order_line l
      JOIN "order" o ON o.id = l."orderId"
      JOIN stock_movement m ON m."orderLineId" = l.id AND m.type = ANY($2::text[])
     WHERE CASE WHEN $3 THEN o."aggregateOrderId" ELSE o.id END = $1
     GROUP BY l.id ORDER BY l.id`;

/**
 * Keeps the goods of an order that is split among sellers from being allocated twice: to the order as a whole, and to
 * the sellers' parts of it. Where Vendure asks for both, the parts have them, since those are what is sent.
 */
@Injectable()
export class SplitOrders {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly config: ConfigService,
        private readonly book: SqlStockBook,
    ) {}

    /** @param lines - Of one order. */
    async share(ctx: RequestContext, lines: readonly LoadedLine[]): Promise<SplitAllocation> {
        const [first] = lines;
        if (!first || !this.config.orderOptions.orderSellerStrategy.splitOrder) {
            return { lines, release: [] };
        }
        const [order] = await this.query<SplitOrder>(ctx, ORDER, [first.orderId]);
        if (order?.hasParts) {
            return { lines: await this.withoutSellersParts(ctx, first.orderId, lines), release: [] };
        }
        if (order?.aggregateOrderId) {
            return { lines, release: await this.takeFromWhole(ctx, order.aggregateOrderId, lines) };
        }
        return { lines, release: [] };
    }

    private async withoutSellersParts(
        ctx: RequestContext,
        aggregateOrderId: number,
        lines: readonly LoadedLine[],
    ): Promise<LoadedLine[]> {
        const sellers = await this.query<VariantQuantity>(ctx, HELD, [
            aggregateOrderId,
            ['ALLOCATION', 'RELEASE'],
            true,
        ]);
        const { covered } = cover(lines, sellers);
        return lines
            .map(line => {
                const there = covered.find(({ lineId }) => lineId === line.lineId)?.quantity ?? 0;
                return { ...line, quantity: line.quantity - there };
            })
            .filter(line => line.quantity > 0);
    }

    private async takeFromWhole(
        ctx: RequestContext,
        aggregateOrderId: number,
        lines: readonly LoadedLine[],
    ): Promise<OrderLineInputs> {
        // Others see the reservation until this transaction commits: nobody comes in between.
        await this.book.release(ctx, aggregateOrderId);
        const whole = await this.query<VariantQuantity>(ctx, HELD, [
            aggregateOrderId,
            ['ALLOCATION', 'RELEASE', 'SALE'],
            false,
        ]);
        return cover(lines, whole).by.map(({ lineId, quantity }) => ({ orderLineId: lineId, quantity }));
    }

    private query<Row>(ctx: RequestContext, sql: string, parameters: unknown[]): Promise<Row[]> {
        return this.connection.getRepository(ctx, OrderLine).query<Row[]>(sql, parameters);
    }
}
