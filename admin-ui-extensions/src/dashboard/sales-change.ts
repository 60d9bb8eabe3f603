/** How today's revenue stands against the compared day's. */
export type SalesChange =
    | { readonly kind: 'nothing-to-compare' }
    | { readonly kind: 'change'; readonly direction: 'up' | 'down' | 'level'; readonly ratio: number };

/**
 * @returns The change as a ratio: 0.25 for a quarter more or less. There is none against a day without sales.
 */
export function salesChange(revenue: number, comparedRevenue: number): SalesChange {
    if (comparedRevenue === 0) {
        return { kind: 'nothing-to-compare' };
    }
    const ratio = (revenue - comparedRevenue) / comparedRevenue;
    const direction = ratio > 0 ? 'up' : ratio < 0 ? 'down' : 'level';
    return { kind: 'change', direction, ratio: Math.abs(ratio) };
}
