import type { RequestContext } from '@vendure/core';
import type { MovingLine } from '../domain/line-movements';
import { type AllocationPlan, planAllocation } from '../domain/plan-allocation';
import type { StockBook, StockView } from './ports/stock-book.port';

/** Gives goods to the lines of an order: those that are reserved for it, or else what is free. */
export class AllocateStock {
    constructor(private readonly book: StockBook) {}

    /** Decides where the goods come from, and locks them for the rest of the transaction. */
    async plan(ctx: RequestContext, orderId: number, lines: readonly MovingLine[]): Promise<AllocationPlan> {
        const { levels, own } = await this.lock(ctx, orderId, lines);
        return planAllocation(lines, levels, own);
    }

    /** Allocates all of it, or nothing when some of it falls short. What was reserved for the order is used up. */
    async execute(
        ctx: RequestContext,
        orderId: number,
        lines: readonly MovingLine[],
    ): Promise<AllocationPlan> {
        const { levels, own } = await this.lock(ctx, orderId, lines);
        const plan = planAllocation(lines, levels, own);
        if (!plan.ok) {
            return plan;
        }
        const tracked = new Set(lines.filter(line => line.policy.tracked).map(line => line.lineId));
        const changes = plan.parts
            .filter(part => tracked.has(part.lineId))
            .map(part => ({ ...part, onHand: 0, allocated: part.quantity }));
        if (plan.includesReturned) {
            await this.book.allowOverAllocation(ctx, true);
        }
        await this.book.change(ctx, changes, own.length > 0 ? orderId : undefined);
        if (plan.includesReturned) {
            await this.book.allowOverAllocation(ctx, false);
        }
        return plan;
    }

    private lock(ctx: RequestContext, orderId: number, lines: readonly MovingLine[]): Promise<StockView> {
        return this.book.lock(ctx, orderId, [...new Set(lines.map(line => line.variantId))]);
    }
}
