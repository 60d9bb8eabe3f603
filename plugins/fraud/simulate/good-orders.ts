import { day, Draw, hour, minute } from './draw';
import { Address, Attempt, Made } from './events';
import { address, carrier, country, Shopper } from './people';

export interface Calendar {
    /** The beginning, in milliseconds since 1970. */
    readonly from: number;
    readonly days: number;
    /** Days of a sale: orders come six times as thick, most of them in one evening. */
    readonly sales: readonly number[];
}

/** All that honest people do: accounts, changes of mail and password, orders with slips and second tries. */
export function goodEvents(draw: Draw, people: readonly Shopper[], calendar: Calendar): Made[] {
    return people.flatMap(shopper => [
        ...accountEvents(draw, shopper, calendar),
        ...orderTimes(draw, shopper, calendar).flatMap(at => goodOrder(draw, shopper, at, calendar)),
    ]);
}

/** One order as the shopper is used to, without its travels and gifts: what others imitate or take over. */
export function usualOrder(draw: Draw, shopper: Shopper, at: number): Attempt {
    const pieces = Array.from({ length: draw.whole(1, 4) }, () =>
        shopper.buysInBulk ? draw.whole(3, 20) : draw.chance(0.15) ? draw.whole(2, 4) : 1,
    );
    const device = draw.chance(0.03) ? draw.id('dev') : draw.pick(shopper.devices);
    return {
        type: 'attempt',
        at,
        order: draw.id('order'),
        email: draw.chance(0.1) ? shopper.email.replace('@', '+shop@') : shopper.email,
        ...(shopper.customer ? { customer: shopper.customer } : {}),
        ...(shopper.hidesDevice ? {} : { device }),
        network: draw.pick(shopper.networks),
        networkCountry: shopper.home.country,
        billing: shopper.home,
        shipping: shopper.parcels,
        card: draw.pick(shopper.cards),
        savedCard: shopper.savesCard && draw.chance(0.8),
        amount: draw.logNormal(shopper.spends, 0.5) * (shopper.buysInBulk ? 4 : 1),
        pieces,
        giftCardShare: draw.chance(0.03) ? draw.pick([0.3, 1]) : 0,
        coupons: draw.chance(0.08) ? [draw.pick(['WELCOME', 'NEWS10', 'SPRING'])] : [],
        declined: false,
    };
}

/** How thick orders come: by season (a wave over the year), weekday and sale. */
function busyness(at: number, { from, sales }: Calendar): number {
    const onDay = Math.floor((at - from) / day);
    const season = 1 + 0.25 * Math.sin((2 * Math.PI * onDay) / 365);
    const weekday = [1.3, 0.9, 0.9, 0.95, 1, 1.1, 1.2][new Date(at).getUTCDay()]!;
    return season * weekday * (sales.includes(onDay) ? 6 : 1);
}

const thickest = 1.25 * 1.3 * 6;

/** One order on coming, then thinned from the thickest rate (Lewis and Shedler 1979) and moved to the shopper's hour. */
function orderTimes(draw: Draw, shopper: Shopper, calendar: Calendar): number[] {
    const [first, last] = [shopper.comesOnDay, Math.min(shopper.leavesOnDay, calendar.days)].map(
        onDay => calendar.from + onDay * day,
    ) as [number, number];
    const times = first >= calendar.from ? [first] : [];
    const mean = (365 * day) / (shopper.ordersPerYear * thickest);
    for (let at = Math.max(first, calendar.from) + draw.wait(mean); at < last; at += draw.wait(mean)) {
        if (draw.chance(busyness(at, calendar) / thickest)) {
            const midnight = Math.floor(at / day) * day;
            const isSale = calendar.sales.includes(Math.floor((at - calendar.from) / day));
            const around = isSale && draw.chance(0.7) ? draw.between(18, 20) : draw.normal(shopper.hour, 2.5);
            const moved = midnight + (((around % 24) + 24) % 24) * hour;
            times.push(Math.max(moved, first + hour));
        }
    }
    return times;
}

function accountEvents(draw: Draw, { customer, comesOnDay }: Shopper, { from, days }: Calendar): Made[] {
    if (!customer) {
        return [];
    }
    const opened = from + comesOnDay * day - draw.wait(20 * minute);
    const made: Made[] = [{ event: { type: 'account-opened', at: opened, customer } }];
    for (const [type, perYear] of [
        ['password-changed', 0.25],
        ['email-changed', 0.04],
    ] as const) {
        const mean = (365 * day) / perYear;
        for (let at = opened + draw.wait(mean); at < from + days * day; at += draw.wait(mean)) {
            made.push({ event: { type, at, customer } });
        }
    }
    return made;
}

function goodOrder(draw: Draw, shopper: Shopper, at: number, calendar: Calendar): Made[] {
    const isFirst = at === calendar.from + shopper.comesOnDay * day;
    const isSale = calendar.sales.includes(Math.floor((at - calendar.from) / day));
    const base: Attempt = {
        ...usualOrder(draw, shopper, at),
        ...(isFirst ? { savedCard: false, coupons: draw.chance(0.35) ? ['WELCOME'] : [] } : {}),
        ...abroad(draw, shopper),
        ...gift(draw, shopper),
        ...(isSale && draw.chance(0.6) ? { coupons: ['SALE20'] } : {}),
    };
    return withRetries(draw, base, shopper).map(event => ({
        event,
        truth: { kind: 'good', actor: shopper.actor },
    }));
}

function abroad(draw: Draw, { travels }: Shopper): Partial<Attempt> {
    if (!travels || !draw.chance(0.3)) {
        return {};
    }
    const away = country(draw);
    return { network: draw.chance(0.5) ? carrier(draw, away) : draw.id('hotel'), networkCountry: away };
}

function gift(draw: Draw, { sendsGifts, home }: Shopper): Partial<Attempt> {
    if (!draw.chance(sendsGifts ? 0.5 : 0.03)) {
        return {};
    }
    const shipping: Address = address(draw, draw.chance(0.85) ? home.country : country(draw));
    return { shipping };
}

/** Honest cards are declined too: a wrong code, a limit; most people try again, some with another card. */
function withRetries(draw: Draw, base: Attempt, { cards }: Shopper): Attempt[] {
    const attempts: Attempt[] = [];
    let [next, tries] = [base, 0];
    while (draw.chance(tries === 0 ? 0.06 : 0.3) && tries < 5) {
        attempts.push({ ...next, declined: true });
        if (draw.chance(0.2)) {
            return attempts;
        }
        const at = next.at + 20_000 + draw.wait(2 * minute);
        next = { ...next, at, card: draw.chance(0.4) ? draw.pick(cards) : next.card };
        tries++;
    }
    return [...attempts, { ...next, declined: false }];
}
