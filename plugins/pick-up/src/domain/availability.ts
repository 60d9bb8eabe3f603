export type Availability = 'IN_STOCK' | 'FEW_LEFT' | 'NOT_HERE';

/** Pieces of a variant that nobody has bought and nothing is held of. Below zero where more was sold than is there. */
export interface FreeStock {
    /** At the place. */
    readonly here: number;
    /** At all locations of the channel, the place among them. */
    readonly inChannel: number;
}

export interface StockRules {
    /** Whether the variant's stock is counted at all. */
    readonly isTracked: boolean;
    /** So many pieces of the channel are not sold. Below zero, so many more are than there are. */
    readonly outOfStockThreshold: number;
    /** Up to how many pieces are few. */
    readonly fewLeft: number;
}

/**
 * Whether a variant can be fetched at a place now. Nobody fetches what is still to come, so what is sold beyond the
 * stock counts nowhere; and what the channel keeps back, it keeps back here, too.
 *
 * @param wanted - In pieces: fewer than these are as good as none.
 */
export function availabilityAt(
    { here, inChannel }: FreeStock,
    { isTracked, outOfStockThreshold, fewLeft }: StockRules,
    wanted = 1,
): Availability {
    if (!isTracked) {
        return 'IN_STOCK';
    }
    const pieces = Math.min(here, inChannel - outOfStockThreshold);
    if (pieces < wanted) {
        return 'NOT_HERE';
    }
    return pieces <= fewLeft ? 'FEW_LEFT' : 'IN_STOCK';
}
