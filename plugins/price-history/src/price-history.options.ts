export const PRICE_HISTORY_OPTIONS = Symbol('PRICE_HISTORY_OPTIONS');

export interface PriceHistoryOptions {
    /**
     * Length of the period whose lowest price is the prior price of a reduction, in days. The directive asks for 30
     * at least; some goods and some countries have other rules. @default 30
     */
    readonly periodDays?: number;
}

export type ResolvedPriceHistoryOptions = Required<PriceHistoryOptions>;

/** @throws Error when the period is no whole number of days, or none at all. */
export function resolvePriceHistoryOptions(options: PriceHistoryOptions): ResolvedPriceHistoryOptions {
    const { periodDays = 30 } = options;
    if (!Number.isInteger(periodDays) || periodDays < 1) {
        throw new Error(
            `PriceHistoryPlugin: periodDays must be a whole number of at least 1, not ${periodDays}.`,
        );
    }
    return { periodDays };
}
