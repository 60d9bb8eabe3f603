import type { RequestContext } from '@vendure/core';
import type { LinePart, MovingLine } from '../domain/line-movements';
import { planMove, planTakingBack, type StockMove } from '../domain/plan-move';
import type { StockBook } from './ports/stock-book.port';

/** How each piece changes the levels. */
const effects: Readonly<Record<StockMove, { readonly onHand: number; readonly allocated: number }>> = {
    RELEASE: { onHand: 0, allocated: -1 },
    SALE: { onHand: -1, allocated: -1 },
    CANCELLATION: { onHand: 1, allocated: 0 },
};

/** Moves goods that were allocated, and the levels with them. */
export class MoveStock {
    constructor(private readonly book: StockBook) {}

    /** @returns What was moved where; of a line that has less than asked for, what it has. */
    async execute(ctx: RequestContext, move: StockMove, lines: readonly MovingLine[]): Promise<LinePart[]> {
        return this.move(ctx, move, lines, planMove(move, lines));
    }

    /** Takes back what was sent of the cancelled pieces. */
    async takeBack(ctx: RequestContext, cancelled: readonly MovingLine[]): Promise<LinePart[]> {
        return this.move(ctx, 'CANCELLATION', cancelled, planTakingBack(cancelled));
    }

    private async move(
        ctx: RequestContext,
        move: StockMove,
        lines: readonly MovingLine[],
        parts: LinePart[],
    ): Promise<LinePart[]> {
        const tracked = new Set(lines.filter(line => line.policy.tracked).map(line => line.lineId));
        const { onHand, allocated } = effects[move];
        await this.book.change(
            ctx,
            parts
                .filter(part => tracked.has(part.lineId))
                .map(part => ({
                    ...part,
                    onHand: onHand * part.quantity,
                    allocated: allocated * part.quantity,
                })),
        );
        return parts;
    }
}
