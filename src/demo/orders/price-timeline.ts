import { between, pick, seededRandom } from '../random';
import { type MarketCode, marketCodes } from '../shop/markets';
import { addDays } from './calendar';
import type { Sellable } from './order.types';

type MarketPrices = Readonly<Record<MarketCode, number>>;

/** What a variant cost from `from` on, until the next period begins. In minor units. */
export interface PricePeriod {
    readonly from: Date;
    readonly prices: MarketPrices;
}

const changingShare = 0.4;
const reducedShare = 0.12;

/**
 * What a variant cost since `start`, oldest first, ending with what it costs now. Most never changed; some became
 * dearer or cheaper once, and a few were reduced for some days of the last month, so that their lowest price of
 * thirty days is not today's.
 *
 * @param family - Variants of one product change together.
 */
export function priceTimeline(sellable: Sellable, family: string, start: Date, now: Date): PricePeriod[] {
    const random = seededRandom(`prices ${family}`);
    const changed = random() < changingShare;
    const changedOn = addDays(now, -between(random, 60, 400));
    const factor = pick(random, [0.9, 0.93, 0.95, 1.05, 1.08]);
    const reduced = random() < reducedShare;
    const reducedOn = addDays(now, -between(random, 12, 20));
    const before = changed ? scale(sellable.prices, factor) : sellable.prices;
    return [
        { from: start, prices: before },
        ...(changed ? [{ from: changedOn, prices: sellable.prices }] : []),
        ...(reduced
            ? [
                  { from: reducedOn, prices: scale(sellable.prices, 0.85) },
                  { from: addDays(reducedOn, between(random, 3, 6)), prices: sellable.prices },
              ]
            : []),
    ];
}

/** What it cost on a day. Before its first period it cost what it did then. */
export function priceOn(timeline: readonly PricePeriod[], market: MarketCode, date: Date): number {
    const period = timeline.findLast(({ from }) => from <= date) ?? timeline[0];
    if (!period) {
        throw new Error('Something without a price was bought.');
    }
    return period.prices[market];
}

/** Prices keep their ending: whole, or 95. */
function scale(prices: MarketPrices, factor: number): MarketPrices {
    const scaled = marketCodes.map(code => {
        const ending = prices[code] % 100 === 95 ? 5 : 0;
        return [code, Math.max(1, Math.round((prices[code] * factor) / 100)) * 100 - ending];
    });
    return Object.fromEntries(scaled) as MarketPrices;
}
