/** How a variant's stock is counted. */
export interface StockPolicy {
    /** Whether stock is counted at all. A variant that is not tracked can be sold without end. */
    readonly tracked: boolean;
    /** What has to be left over, in pieces; below 0, how many may be sold that are not there yet. */
    readonly threshold: number;
}

/** The stock of one variant at one location, in pieces. */
export interface LevelState {
    readonly levelId: number;
    readonly variantId: number;
    readonly locationId: number;
    readonly onHand: number;
    /** Sold, but not shipped. */
    readonly allocated: number;
    /** Held for other orders that are being paid. */
    readonly reserved: number;
    /** Whether the location serves the channel that sells. */
    readonly inChannel: boolean;
}

export interface LocationQuantity {
    readonly locationId: number;
    readonly quantity: number;
}

/**
 * How many pieces can be sold in the channel. Below 0 when a stocktake found fewer than were sold.
 *
 * @param onlyAt - The one location that they have to come from, which gives what it has and no more: nobody fetches
 *   what is still to come.
 */
export function availableQuantity(
    policy: StockPolicy,
    levels: readonly LevelState[],
    onlyAt?: number,
): number {
    if (!policy.tracked) {
        return Number.POSITIVE_INFINITY;
    }
    const serving = levels.filter(level => level.inChannel);
    // Without a level there is no row that could hold an allocation, so nothing can be promised either.
    const inChannel = serving.length === 0 ? 0 : sum(serving.map(free)) - policy.threshold;
    return onlyAt === undefined
        ? inChannel
        : Math.min(inChannel, sum(serving.filter(level => level.locationId === onlyAt).map(free)));
}

/**
 * Spreads a quantity over the channel's locations, in the order of their ids: each gives what is free there, and the
 * first takes what is sold beyond that, which only a negative threshold allows. So with a threshold of 0 or more no
 * location is ever promised more than it has.
 *
 * Goods that are not tracked come from the first location, since none is counted.
 *
 * @param onlyAt - The one location that all of it has to come from.
 * @returns Quantities above 0 that add up to `quantity`, or `undefined` when there is not enough. Empty when
 * goods that are not tracked have no location in the channel.
 */
export function spreadOverLocations(
    policy: StockPolicy,
    levels: readonly LevelState[],
    quantity: number,
    onlyAt?: number,
): LocationQuantity[] | undefined {
    if (quantity > availableQuantity(policy, levels, onlyAt)) {
        return undefined;
    }
    if (onlyAt !== undefined) {
        return quantity === 0 ? [] : [{ locationId: onlyAt, quantity }];
    }
    const serving = levels.filter(level => level.inChannel).sort((a, b) => a.locationId - b.locationId);
    const [first] = serving;
    if (!first || quantity === 0) {
        return [];
    }
    if (!policy.tracked) {
        return [{ locationId: first.locationId, quantity }];
    }
    let left = quantity;
    const taken = serving.map(level => {
        const take = Math.min(left, Math.max(0, free(level)));
        left -= take;
        return { locationId: level.locationId, quantity: take };
    });
    return taken
        .map((part, index) => (index === 0 ? { ...part, quantity: part.quantity + left } : part))
        .filter(part => part.quantity > 0);
}

function free(level: LevelState): number {
    return level.onHand - level.allocated - level.reserved;
}

function sum(values: readonly number[]): number {
    return values.reduce((total, value) => total + value, 0);
}
