/**
 * The value below which that share of the values lies, by the nearest rank.
 *
 * @param share - From 0 to 1, e.g. 0.95.
 * @throws RangeError when there are no values.
 */
export function percentile(values: readonly number[], share: number): number {
    const sorted = [...values].sort((a, b) => a - b);
    const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
    if (value === undefined) {
        throw new RangeError('There is no percentile of no values.');
    }
    return value;
}

/** The middle one, and how far the others lie. */
export interface Spread {
    readonly median: number;
    readonly min: number;
    readonly max: number;
}

/** @throws RangeError when there are no values. */
export function spread(values: readonly number[]): Spread {
    return { median: percentile(values, 0.5), min: Math.min(...values), max: Math.max(...values) };
}
