import type { Rounding } from './rounding';

/** What no rule may overstep, for the prices of one channel and currency. */
export interface GuardSettings {
    /** Share of a price without tax that has to stay after the cost, in percent. */
    readonly minMarginPercent: number;
    /** Lowest price in percent of the list price, also where no cost is known. */
    readonly floorPercentOfList: number;
    /** Highest price in percent of the list price. */
    readonly ceilingPercentOfList: number;
    /** Largest move of one run, in percent of the price before it. */
    readonly maxChangePercentPerRun: number;
    /** Largest move of a day, in percent of the price that the day began with. */
    readonly maxChangePercentPerDay: number;
    readonly rounding: Rounding;
}

/** Cautious: a shop that sets nothing can't lose much by a wrong rule. */
export const defaultGuards: GuardSettings = {
    minMarginPercent: 10,
    floorPercentOfList: 50,
    ceilingPercentOfList: 150,
    maxChangePercentPerRun: 20,
    maxChangePercentPerDay: 30,
    rounding: 'none',
};

/** What a merchant set for one variant, in minor units. */
export interface VariantGuards {
    readonly floor: number | null;
    readonly ceiling: number | null;
    /** The manufacturer's recommended price, never exceeded. */
    readonly manufacturerPrice: number | null;
    readonly isLocked: boolean;
}

/** The bounds of one decision, in minor units, all whole. */
export interface Bounds {
    readonly floor: number;
    readonly ceiling: number;
    /** How low and how high the price may move from where it is. */
    readonly moveLow: number;
    readonly moveHigh: number;
    readonly rounding: Rounding;
    readonly isLocked: boolean;
}

interface PricesNow {
    readonly currentPrice: number;
    readonly listPrice: number;
    readonly dayStartPrice: number;
    /** With tax where prices are, so that it compares with them. */
    readonly cost: number | null;
}

/** The highest amount that Vendure's column for money holds. */
const HIGHEST_AMOUNT = 2_147_483_647;

/** Works the bounds out. Floors are rounded up and ceilings down, so that no rounding oversteps them. */
export function boundsOf(settings: GuardSettings, variant: VariantGuards, prices: PricesNow): Bounds {
    const { currentPrice, listPrice, dayStartPrice, cost } = prices;
    const ofRun = (settings.maxChangePercentPerRun * currentPrice) / 100;
    const ofDay = (settings.maxChangePercentPerDay * dayStartPrice) / 100;
    return {
        floor: highest(
            1,
            cost === null ? 0 : cost / (1 - settings.minMarginPercent / 100),
            (listPrice * settings.floorPercentOfList) / 100,
            variant.floor ?? 0,
        ),
        ceiling: lowest(
            HIGHEST_AMOUNT,
            (listPrice * settings.ceilingPercentOfList) / 100,
            variant.ceiling ?? Infinity,
            variant.manufacturerPrice ?? Infinity,
        ),
        moveLow: highest(1, currentPrice - ofRun, dayStartPrice - ofDay),
        moveHigh: lowest(HIGHEST_AMOUNT, currentPrice + ofRun, dayStartPrice + ofDay),
        rounding: settings.rounding,
        isLocked: variant.isLocked,
    };
}

/** A hair is taken off first, so that 110.00000000000001 does not become 111. */
function highest(...amounts: number[]): number {
    return Math.min(HIGHEST_AMOUNT, Math.ceil(Math.max(...amounts) - 1e-6));
}

function lowest(...amounts: number[]): number {
    return Math.max(1, Math.floor(Math.min(...amounts) + 1e-6));
}
