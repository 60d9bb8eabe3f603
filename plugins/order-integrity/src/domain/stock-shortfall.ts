/** A line of an order that wants goods. */
export interface WantedLine {
    readonly lineId: number;
    readonly variantId: number;
    readonly quantity: number;
}

/** A line that can't be served in full. */
export interface StockShortfall extends WantedLine {
    /** How many pieces are left for this line, after those before it took theirs. At least 0. */
    readonly available: number;
}

/**
 * Which lines fall short when all are served in their order. Lines of one variant draw on the same stock.
 *
 * @param availableOf - What can be sold of a variant, as `availableQuantity` gives it.
 */
export function findShortfalls(
    lines: readonly WantedLine[],
    availableOf: (variantId: number) => number,
): StockShortfall[] {
    const left = new Map<number, number>();
    const shortfalls: StockShortfall[] = [];
    for (const line of lines) {
        const available = Math.max(0, left.get(line.variantId) ?? availableOf(line.variantId));
        left.set(line.variantId, available - Math.min(available, line.quantity));
        if (line.quantity > available) {
            shortfalls.push({ ...line, available });
        }
    }
    return shortfalls;
}
