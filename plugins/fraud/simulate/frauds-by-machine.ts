import { day, Draw, hour, minute } from './draw';
import { Attempt, FraudKind, Made } from './events';
import { address, country, email, Shopper } from './people';

/** One campaign of a kind of fraud that begins at a time. */
export type Campaign = (draw: Draw, begin: number, actor: number, victims: readonly Shopper[]) => Made[];

/** What is new with every attempt of somebody who has nothing to lose. */
export function stranger(draw: Draw, at: number): Attempt {
    const home = address(draw);
    return {
        type: 'attempt',
        at,
        order: draw.id('order'),
        email: email(draw, false),
        device: draw.id('dev'),
        network: draw.id('net'),
        networkCountry: home.country,
        billing: home,
        shipping: home,
        card: draw.id('card'),
        savedCard: false,
        amount: draw.logNormal(60, 0.6),
        pieces: [1],
        giftCardShare: 0,
        coupons: [],
        declined: false,
    };
}

/**
 * Lists of stolen numbers are tried with small orders: in a burst of up to 50 a minute from one network, or slowly over
 * hours from as many networks as there are tries. Most are declined.
 */
export const cardTesting: Campaign = (draw, begin, actor) => {
    const slow = draw.chance(0.45);
    const tries = slow ? draw.whole(10, 30) : draw.whole(20, 80);
    const [network, device, from, one] = [draw.id('host'), draw.id('dev'), country(draw), email(draw, true)];
    const [rotates, names] = [slow && draw.chance(0.7), draw.chance(0.5)];
    let at = begin;
    return Array.from({ length: tries }, () => {
        at += slow ? draw.between(3 * minute, 25 * minute) : draw.wait(minute / draw.between(3, 50));
        const { device: own, network: proxy, networkCountry, ...base } = stranger(draw, at);
        return made(actor, 'cardTesting', {
            ...base,
            ...(rotates ? { device: own! } : names ? { device } : {}),
            ...(rotates ? { network: proxy, networkCountry } : { network, networkCountry: from }),
            email: rotates || draw.chance(0.5) ? email(draw, draw.chance(0.4)) : one,
            amount: draw.between(1, slow ? 40 : 15),
            declined: draw.chance(slow ? 0.7 : 0.84),
        });
    });
};

/** A scarce thing is bought up in minutes, in the crowd of a sale if there is one, under many names for few addresses. */
export const resellerBots: Campaign = (draw, begin, actor) => {
    const drops = Array.from({ length: draw.whole(2, 6) }, () => address(draw));
    const hosts = Array.from({ length: draw.whole(2, 8) }, () => draw.id('host'));
    const price = draw.between(40, 200);
    let at = begin;
    return Array.from({ length: draw.whole(8, 30) }, () => {
        at += draw.wait(draw.between(0.3, 3) * minute);
        const base = stranger(draw, at);
        const shipping = draw.pick(drops);
        const count = draw.chance(0.6) ? 1 : draw.whole(2, 4);
        return made(actor, 'resellerBots', {
            ...base,
            network: draw.chance(0.4) ? draw.pick(hosts) : base.network,
            networkCountry: shipping.country,
            email: email(draw, draw.chance(0.08)),
            billing: shipping,
            shipping: draw.chance(0.4)
                ? { ...shipping, street: `${shipping.street} apt ${draw.whole(1, 99)}` }
                : shipping,
            amount: price * count,
            pieces: draw.chance(0.3) ? [count, 1] : [count],
            declined: draw.chance(0.06),
        });
    });
};

/** One household, many mailboxes: a welcome coupon is used again and again over days. */
export const couponRing: Campaign = (draw, begin, actor) => {
    const [home, network, card] = [address(draw), draw.id('net'), draw.id('card')];
    const devices = Array.from({ length: draw.whole(1, 3) }, () => draw.id('dev'));
    let at = begin;
    return Array.from({ length: draw.whole(5, 18) }, () => {
        at += draw.wait(draw.pick([0.5 * hour, 8 * hour, 2 * day]));
        const fresh = draw.chance(0.5) ? { device: draw.id('dev') } : { device: draw.pick(devices) };
        const shipping = draw.chance(0.5) ? { ...home, street: `${home.street} ${draw.whole(1, 9)}` } : home;
        return made(actor, 'couponRing', {
            ...stranger(draw, at),
            ...fresh,
            network: draw.chance(0.5) ? network : draw.id('net'),
            networkCountry: home.country,
            email: email(draw, draw.chance(0.2)),
            billing: home,
            shipping,
            card: draw.chance(0.4) ? card : draw.id('card'),
            amount: draw.logNormal(35, 0.4),
            pieces: Array.from({ length: draw.whole(1, 2) }, () => 1),
            coupons: ['WELCOME'],
            declined: draw.chance(0.04),
        });
    });
};

export function made(actor: number, kind: FraudKind, event: Attempt): Made {
    return { event, truth: { kind, actor } };
}
