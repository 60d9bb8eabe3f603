import { seededRandom } from '../src/domain/models/random';
import { day, Draw, hour } from './draw';
import { Attempt, FraudKind, fraudKinds, Made, ShopEvent, Truth } from './events';
import { accountTakeover, campaignHour, friendlyFraud, stolenCard } from './frauds-by-hand';
import { Campaign, cardTesting, couponRing, resellerBots } from './frauds-by-machine';
import { Calendar, goodEvents } from './good-orders';
import { shoppers } from './people';

export interface WorldSettings {
    readonly seed: number;
    readonly shoppers: number;
    /** What the shop sees ends after so many days. */
    readonly days: number;
    /** Day on which the model is trained. */
    readonly trainedOnDay: number;
    /** A kind of fraud that nobody commits before that day. */
    readonly unseen?: FraudKind;
}

export interface World {
    /** In time order. */
    readonly events: readonly ShopEvent[];
    readonly attempts: readonly Attempt[];
    /** Of each attempt, in the same order. */
    readonly truth: readonly Truth[];
    /** When a fraud was reported for the attempt, rightly or not; Infinity for never. */
    readonly reportedAt: Float64Array;
    readonly from: number;
}

/** Campaigns in 100 days for 1,000 shoppers, by kind. */
const campaigns: Readonly<Record<FraudKind, readonly [Campaign, number]>> = {
    cardTesting: [cardTesting, 0.6],
    accountTakeover: [accountTakeover, 5],
    resellerBots: [resellerBots, 0.8],
    friendlyFraud: [friendlyFraud, 5],
    couponRing: [couponRing, 1.2],
    stolenCard: [stolenCard, 6],
};

/** Frauds that nobody ever reports, and good orders that somebody does. */
const [unreported, wronglyReported] = [0.08, 0.001];

export function makeWorld(settings: WorldSettings): World {
    const draw = new Draw(seededRandom(settings.seed));
    const calendar: Calendar = {
        from: Date.UTC(2025, 0, 1),
        days: settings.days,
        sales: [25, 75, 120, 165, 225, 265].filter(onDay => onDay < settings.days),
    };
    const people = shoppers(draw, settings.shoppers, settings.days);
    const made: Made[] = goodEvents(draw, people, calendar);
    let actor = people.length;
    for (const kind of fraudKinds) {
        const [campaign, often] = campaigns[kind];
        const first = kind === settings.unseen ? settings.trainedOnDay : 0;
        const expected = (often * (settings.days - first) * settings.shoppers) / 100_000;
        const count = Math.max(1, Math.round(expected));
        for (let left = count; left > 0; left--) {
            const inSale = kind === 'resellerBots' && draw.chance(0.5);
            const later = calendar.sales.filter(onDay => onDay >= first);
            const onDay =
                inSale && later.length > 0 ? draw.pick(later) : draw.whole(first, settings.days - 1);
            const begin =
                calendar.from + onDay * day + (inSale ? draw.between(18, 19) : campaignHour(draw)) * hour;
            const victims = people.filter(of => of.comesOnDay < onDay && onDay < of.leavesOnDay);
            made.push(...campaign(draw, begin, actor++, victims));
        }
    }
    return inOrder(draw, made, calendar);
}

/** What came after the end is cut off; reports come days and weeks after the order. */
function inOrder(draw: Draw, all: readonly Made[], { from, days }: Calendar): World {
    const made = all
        .filter(({ event }) => event.at < from + days * day)
        .sort((a, b) => a.event.at - b.event.at);
    const attempts: Attempt[] = [];
    const truth: Truth[] = [];
    const reportedAt: number[] = [];
    for (const item of made) {
        if ('truth' in item) {
            const isFraud = item.truth.kind !== 'good';
            const reported = isFraud ? !draw.chance(unreported) : draw.chance(wronglyReported);
            attempts.push(item.event);
            truth.push(item.truth);
            reportedAt.push(
                reported ? item.event.at + Math.min(draw.logNormal(14, 0.7), 90) * day : Infinity,
            );
        }
    }
    return {
        events: made.map(({ event }) => event),
        attempts,
        truth,
        reportedAt: Float64Array.from(reportedAt),
        from,
    };
}
