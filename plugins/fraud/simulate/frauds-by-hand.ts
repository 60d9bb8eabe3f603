import { day, Draw, hour, minute } from './draw';
import { Made } from './events';
import { Campaign, made, stranger } from './frauds-by-machine';
import { usualOrder } from './good-orders';
import { address, country, email, parcelShop } from './people';

/**
 * Somebody gets into a customer's account: often resets the password or changes the mail first, then buys more than the
 * customer does, from a device the account never saw, mostly to another address, with the saved card.
 */
export const accountTakeover: Campaign = (draw, begin, actor, victims) => {
    const victim = draw.pick(victims.filter(({ customer }) => customer !== undefined));
    const customer = victim.customer!;
    const events: Made[] = [];
    for (const [type, share] of [
        ['password-changed', 0.5],
        ['email-changed', 0.35],
    ] as const) {
        if (draw.chance(share)) {
            events.push({ event: { type, at: begin - draw.wait(3 * hour), customer } });
        }
    }
    const [device, network] = [draw.id('dev'), draw.id('net')];
    const from = draw.chance(0.6) ? victim.home.country : country(draw);
    const shipping = draw.chance(0.75)
        ? address(draw, draw.chance(0.8) ? victim.home.country : country(draw))
        : victim.home;
    let at = begin;
    for (let order = draw.whole(1, 4); order > 0; order--) {
        at += draw.wait(20 * minute);
        events.push(
            made(actor, 'accountTakeover', {
                ...usualOrder(draw, victim, at),
                customer,
                device,
                network,
                networkCountry: from,
                shipping,
                savedCard: draw.chance(0.6),
                amount: draw.logNormal(victim.spends * 2.2, 0.5),
                giftCardShare: draw.chance(0.25) ? 1 : 0,
                declined: draw.chance(0.2),
            }),
        );
    }
    return events;
};

/** An ordinary order by its ordinary customer, who later says that it never came. Hardly to be told from a good one. */
export const friendlyFraud: Campaign = (draw, begin, actor, victims) => {
    const shopper = draw.pick(victims);
    return Array.from(
        {
            length: draw.weighted([
                [1, 6],
                [2, 3],
                [4, 1],
            ]),
        },
        (_, order) => {
            const usual = usualOrder(draw, shopper, begin + order * draw.between(1, 9) * day);
            return made(actor, 'friendlyFraud', { ...usual, amount: usual.amount * draw.between(1, 2.2) });
        },
    );
};

/**
 * Goods that sell well go to an address where somebody waits for them, paid with somebody else's card. The careful take
 * the card holder's network country, a device and a mailbox for each order, and give the drop as billing address too.
 */
export const stolenCard: Campaign = (draw, begin, actor) => {
    const home = address(draw);
    const drop = draw.chance(0.2) ? parcelShop(draw, home.country) : home;
    const [device, network] = [draw.id('dev'), draw.id('net')];
    const from = draw.chance(0.5) ? drop.country : country(draw);
    const [careful, mailbox] = [draw.chance(0.5), email(draw, draw.chance(0.12))];
    let at = begin;
    return Array.from({ length: draw.whole(1, 5) }, () => {
        at += draw.wait(draw.pick([10 * minute, 6 * hour, 2 * day]));
        const { billing, ...base } = stranger(draw, at);
        const customer = draw.chance(0.3) ? draw.id('cust') : undefined;
        const opened: Made[] = customer
            ? [{ event: { type: 'account-opened', at: at - draw.wait(hour), customer } }]
            : [];
        return [
            ...opened,
            made(actor, 'stolenCard', {
                ...base,
                ...(customer ? { customer } : {}),
                ...(careful ? {} : { device, network }),
                networkCountry: careful ? drop.country : from,
                email: draw.chance(0.4) ? mailbox : email(draw, draw.chance(0.12)),
                billing: draw.chance(careful ? 0.7 : 0.2) ? drop : billing,
                shipping: drop,
                amount: draw.logNormal(130, 0.7),
                pieces: Array.from({ length: draw.whole(1, 3) }, () => draw.whole(1, 2)),
                giftCardShare: draw.chance(0.12) ? 1 : 0,
                declined: draw.chance(0.3),
            }),
        ];
    }).flat();
};

/** Nights and evenings are busier, as the shops' own people sleep. */
export function campaignHour(draw: Draw): number {
    return draw.chance(0.4) ? draw.between(0, 6) : draw.between(6, 24);
}
