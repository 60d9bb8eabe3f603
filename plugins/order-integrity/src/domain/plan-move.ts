import {
    allocatedAt,
    type LineMovement,
    type LinePart,
    type MovingLine,
    soldAt,
    takeFrom,
    total,
} from './line-movements';
import type { LocationQuantity } from './stock-plan';

/** What can happen to goods that were allocated. */
export type StockMove = Exclude<LineMovement['type'], 'ALLOCATION'>;

const sources: Readonly<Record<StockMove, (movements: readonly LineMovement[]) => LocationQuantity[]>> = {
    RELEASE: allocatedAt,
    SALE: allocatedAt,
    CANCELLATION: soldAt,
};

/**
 * Releases, sells or takes back goods where the lines' own movements left them. A line for which less is there than
 * asked for moves what is there.
 */
export function planMove(move: StockMove, lines: readonly MovingLine[]): LinePart[] {
    return lines.flatMap(({ lineId, variantId, movements, quantity }) =>
        takeFrom(sources[move](movements), quantity).map(part => ({ ...part, lineId, variantId })),
    );
}

/**
 * What is taken back when an administrator cancels so many pieces of each line, sent or not: those that were not
 * sent yet need no way back, are released, and count first.
 */
export function planTakingBack(cancelled: readonly MovingLine[]): LinePart[] {
    return planMove(
        'CANCELLATION',
        cancelled.map(line => ({ ...line, quantity: line.quantity - total(allocatedAt(line.movements)) })),
    );
}
