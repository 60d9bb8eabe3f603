/**
 * How prices end, in minor units: `charm` on 99, `cash5` on a multiple of 5 (Swiss francs), `cash10` and
 * `whole` on a multiple of 10 and of 100.
 */
export type Rounding = 'none' | 'charm' | 'cash5' | 'cash10' | 'whole';

export const roundings: readonly Rounding[] = ['none', 'charm', 'cash5', 'cash10', 'whole'];

const grids: Readonly<Record<Rounding, { readonly step: number; readonly end: number }>> = {
    none: { step: 1, end: 0 },
    charm: { step: 100, end: 99 },
    cash5: { step: 5, end: 0 },
    cash10: { step: 10, end: 0 },
    whole: { step: 100, end: 0 },
};

/** The price nearest to `price` that ends as it should and lies from `low` to `high`; `null` when there is none. */
export function roundWithin(price: number, rounding: Rounding, low: number, high: number): number | null {
    const { step, end } = grids[rounding];
    const first = Math.ceil((low - end) / step);
    const last = Math.floor((high - end) / step);
    if (first > last) {
        return null;
    }
    const nearest = Math.round((price - end) / step);
    return Math.min(last, Math.max(first, nearest)) * step + end;
}
