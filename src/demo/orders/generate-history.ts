import { between, pick, type Random, seededRandom } from '../random';
import { type MarketCode, marketCodes, type ShippingCode } from '../shop/markets';
import { familiesOf, familyOf, fillBasket } from './basket';
import { addDays, hours, startOfDay, trafficOn } from './calendar';
import type { Fate, HistoricOrder, Sellable, Shopper } from './order.types';
import { type PricePeriod, priceTimeline } from './price-timeline';
import { makeShopper } from './shoppers';

export interface HistoryOptions {
    /** The same seed and day give the same history. */
    readonly seed: string;
    /** Nothing happens after this moment. */
    readonly now: Date;
    readonly days: number;
    /** Orders on an ordinary day of the first month. */
    readonly ordersPerDay: number;
    readonly sellables: readonly Sellable[];
    /** Shoppers who must be among the customers, and come back often. */
    readonly regulars: readonly (Pick<Shopper, 'email' | 'firstName' | 'lastName'> & {
        market: MarketCode;
    })[];
}

export interface History {
    readonly shoppers: readonly Shopper[];
    /** By the time at which they were placed. */
    readonly orders: readonly HistoricOrder[];
    /** By SKU. */
    readonly priceTimelines: ReadonlyMap<string, readonly PricePeriod[]>;
}

interface Patron {
    readonly shopper: Shopper;
    readonly loyalty: number;
}

const marketShares: Readonly<Record<MarketCode, number>> = { us: 35, gb: 20, de: 28, fr: 17 };
const shippingShares: Readonly<Record<ShippingCode, number>> = { standard: 70, express: 18, collect: 12 };
const codeAlphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Makes up who bought what and when, with seasons, weekdays, growth, repeat buyers and things that go together. */
export function generateHistory(options: HistoryOptions): History {
    const { now, days, sellables, ordersPerDay } = options;
    const random = seededRandom(options.seed);
    const start = addDays(startOfDay(now), -days);
    const priced = sellables.map(sellable => ({
        ...sellable,
        timeline: priceTimeline(sellable, familyOf(sellable.sku), start, now),
    }));
    const families = familiesOf(priced);
    const patrons = openDoors(random, options, start);
    const orders: HistoricOrder[] = [];
    for (let day = 0; day <= days; day++) {
        const date = addDays(start, day);
        const count = poisson(random, ordersPerDay * trafficOn(date, day));
        for (let order = 0; order < count; order++) {
            const placedAt = new Date(date.getTime() + timeOfDay(random));
            const market = pick(random, marketCodes, code => marketShares[code]);
            const shopper = whoBuys(random, patrons[market], market, placedAt);
            const shipping = pick(
                random,
                ['standard', 'express', 'collect'] as const,
                code => shippingShares[code],
            );
            const lines = fillBasket(random, families, market, placedAt);
            const fate = fateOf(random, placedAt, shipping, now);
            if (placedAt < now) {
                orders.push({ code: orderCode(random), market, shopper, placedAt, shipping, lines, fate });
            }
        }
    }
    orders.sort((a, b) => a.placedAt.getTime() - b.placedAt.getTime());
    return {
        shoppers: buyersAndRegulars(orders, patrons),
        orders,
        priceTimelines: new Map(priced.map(({ sku, timeline }) => [sku, timeline])),
    };
}

function openDoors(
    random: Random,
    { regulars }: HistoryOptions,
    start: Date,
): Readonly<Record<MarketCode, Patron[]>> {
    const patrons: Record<MarketCode, Patron[]> = { us: [], gb: [], de: [], fr: [] };
    for (const regular of regulars) {
        patrons[regular.market].push({
            shopper: makeShopper(random, regular.market, 0, start, regular),
            loyalty: 1,
        });
    }
    return patrons;
}

/** Nearly half of all orders come from somebody who has bought before, and the loyal come back most. */
function whoBuys(random: Random, patrons: Patron[], market: MarketCode, since: Date): Shopper {
    if (random() < 0.48 && patrons.length > 3) {
        const candidates = [1, 2, 3, 4].map(() => pick(random, patrons));
        return candidates.reduce((best, patron) => (patron.loyalty > best.loyalty ? patron : best)).shopper;
    }
    const shopper = makeShopper(random, market, patrons.length, since);
    patrons.push({ shopper, loyalty: random() ** 2 });
    return shopper;
}

function buyersAndRegulars(
    orders: readonly HistoricOrder[],
    patrons: Readonly<Record<MarketCode, readonly Patron[]>>,
): Shopper[] {
    const regulars = marketCodes.flatMap(code => patrons[code].filter(({ loyalty }) => loyalty === 1));
    return [...new Set([...regulars.map(({ shopper }) => shopper), ...orders.map(({ shopper }) => shopper)])];
}

function fateOf(random: Random, placedAt: Date, shipping: ShippingCode, now: Date): Fate {
    const after = (date: Date, daysLater: number) => addDays(date, daysLater);
    const cancelled = random() < 0.03;
    const refunded = random() < 0.04;
    const toCancel = 0.1 + random() * 0.6;
    const toShip = 0.6 + random();
    const toDeliver = { standard: 2 + random() * 3, express: 1, collect: 0.2 }[shipping];
    const toRefund = 3 + random() * 10;
    const paidAt = new Date(placedAt.getTime() + 40_000);
    if (cancelled) {
        const cancelledAt = after(placedAt, toCancel);
        return cancelledAt < now ? { paidAt, cancelledAt } : { paidAt };
    }
    const shippedAt = after(placedAt, toShip);
    const deliveredAt = after(shippedAt, toDeliver);
    const refundedAt = after(deliveredAt, toRefund);
    return {
        paidAt,
        ...(shippedAt < now ? { shippedAt } : {}),
        ...(deliveredAt < now ? { deliveredAt } : {}),
        ...(refunded && refundedAt < now ? { refundedAt } : {}),
    };
}

/** Milliseconds after midnight. */
function timeOfDay(random: Random): number {
    const hour = pick(random, [...hours.keys()], index => hours[index] ?? 0);
    return (hour * 3_600 + between(random, 0, 3_599)) * 1_000;
}

/** Knuth's method; the means here are small. */
function poisson(random: Random, mean: number): number {
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = random(); product > limit; product *= random()) {
        count++;
    }
    return count;
}

/** Sixteen characters, like those that Vendure makes. */
function orderCode(random: Random): string {
    return Array.from({ length: 16 }, () => codeAlphabet[between(random, 0, codeAlphabet.length - 1)]).join(
        '',
    );
}
