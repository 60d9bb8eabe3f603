/** In minor units, both included. */
export interface PriceBounds {
    readonly min: number;
    readonly max: number;
}

/** A range of prices in the URL: either end may be open. In minor units. */
export interface PriceFilter {
    readonly min?: number;
    readonly max?: number;
}

/** The largest whole number that the Shop API takes. */
const TOP = 2_147_483_647;

/** Of what was typed, or stands in a URL: `12.50` or `12,50` is 1250. What is no amount is left out. */
export function parsePriceFilter(min: string, max: string): PriceFilter {
    const [from, to] = [readAmount(min), readAmount(max)];
    // Who mixes them up means the same.
    if (from !== undefined && to !== undefined && from > to) {
        return { min: to, max: from };
    }
    return { ...(from !== undefined && { min: from }), ...(to !== undefined && { max: to }) };
}

/** As it stands in a URL: 1250 is `12.5`. */
export function writeAmount(amount: number): string {
    return String(amount / 100);
}

export function hasPrice({ min, max }: PriceFilter): boolean {
    return min !== undefined || max !== undefined;
}

/** What the search takes, which knows no open ends; `undefined` for all prices. */
export function boundsOf(filter: PriceFilter): PriceBounds | undefined {
    return hasPrice(filter) ? { min: filter.min ?? 0, max: filter.max ?? TOP } : undefined;
}

function readAmount(text: string): number | undefined {
    const match = /^\d{1,7}(?:[.,]\d{1,2})?$/.exec(text.trim());
    return match ? Math.round(Number(match[0].replace(',', '.')) * 100) : undefined;
}
