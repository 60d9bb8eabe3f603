import type { StockLine } from './plan-reservation';
import type { LocationQuantity } from './stock-plan';

/** Something that happened to the goods of an order line. Quantities are above 0, whatever the direction. */
export interface LineMovement extends LocationQuantity {
    readonly type: 'ALLOCATION' | 'RELEASE' | 'SALE' | 'CANCELLATION';
}

/** A line of which `quantity` pieces are to be allocated, or moved otherwise. */
export interface MovingLine extends StockLine {
    /** How many pieces the line is to have in all, as the database has it. */
    readonly lineQuantity: number;
    /** What happened to the line so far, the oldest first. */
    readonly movements: readonly LineMovement[];
}

/** Pieces that are moved for a line at a location. */
export interface LinePart extends LocationQuantity {
    readonly lineId: number;
    readonly variantId: number;
}

/** How many pieces are still allocated to the line at each location: allocated, neither released nor sold. */
export function allocatedAt(movements: readonly LineMovement[]): LocationQuantity[] {
    return remainders(movements, ['ALLOCATION'], ['RELEASE', 'SALE']);
}

/** How many pieces have left each location for the line: sold and not come back. */
export function soldAt(movements: readonly LineMovement[]): LocationQuantity[] {
    return remainders(movements, ['SALE'], ['CANCELLATION']);
}

/**
 * How many pieces came back from a fulfilment that was cancelled and are without an allocation since, at the
 * locations that they came back to, the latest first. When goods are returned for good, Vendure lowers the line's
 * quantity too, so nothing is missing.
 *
 * @param lineQuantity - How many pieces the line is to have.
 */
export function awaitingReallocation(
    movements: readonly LineMovement[],
    lineQuantity: number,
): LocationQuantity[] {
    const missing = lineQuantity - total(allocatedAt(movements)) - total(soldAt(movements));
    const cameBack = movements.filter(movement => movement.type === 'CANCELLATION').reverse();
    return takeFrom(cameBack, missing);
}

/** As much of `quantity` as there is, from each location in turn. */
export function takeFrom(stock: readonly LocationQuantity[], quantity: number): LocationQuantity[] {
    let left = Math.max(0, quantity);
    const taken = new Map<number, number>();
    for (const part of stock) {
        const take = Math.min(left, Math.max(0, part.quantity));
        if (take > 0) {
            taken.set(part.locationId, take + (taken.get(part.locationId) ?? 0));
            left -= take;
        }
    }
    return [...taken].map(([locationId, taking]) => ({ locationId, quantity: taking }));
}

export function total(stock: readonly LocationQuantity[]): number {
    return stock.reduce((sum, part) => sum + part.quantity, 0);
}

function remainders(
    movements: readonly LineMovement[],
    added: ReadonlyArray<LineMovement['type']>,
    removed: ReadonlyArray<LineMovement['type']>,
): LocationQuantity[] {
    const left = new Map<number, number>();
    for (const { type, locationId, quantity } of movements) {
        const change = added.includes(type) ? quantity : removed.includes(type) ? -quantity : 0;
        left.set(locationId, (left.get(locationId) ?? 0) + change);
    }
    return [...left]
        .map(([locationId, quantity]) => ({ locationId, quantity }))
        .filter(part => part.quantity > 0);
}
