import type { RequestContext } from '@vendure/core';
import { planReservation, type StockLine } from '../domain/plan-reservation';
import type { StockShortfall } from '../domain/stock-shortfall';
import type { StockBook } from './ports/stock-book.port';

/**
 * Holds the goods of an order while it is paid: all of them, or none. Goods that are not tracked need no holding.
 * Runs in a transaction, which keeps the variants' levels locked to its end.
 */
export class ReserveStock {
    constructor(
        private readonly book: StockBook,
        private readonly minutes: number,
    ) {}

    /** @returns The lines that fall short. When there are any, nothing is held. */
    async execute(
        ctx: RequestContext,
        orderId: number,
        lines: readonly StockLine[],
    ): Promise<readonly StockShortfall[]> {
        const counted = lines.filter(line => line.policy.tracked && line.quantity > 0);
        if (counted.length === 0) {
            return [];
        }
        const variantIds = [...new Set(counted.map(line => line.variantId))];
        const { levels, own } = await this.book.lock(ctx, orderId, variantIds);
        if (own.length > 0) {
            await this.book.release(ctx, orderId);
        }
        const plan = planReservation(counted, levels);
        if (!plan.ok) {
            return plan.shortfalls;
        }
        await this.book.hold(ctx, orderId, plan.reservations, this.minutes);
        return [];
    }
}
