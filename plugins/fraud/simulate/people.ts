import { Draw } from './draw';
import { Address } from './events';

/** Somebody who shops honestly, with habits. */
export interface Shopper {
    readonly actor: number;
    readonly email: string;
    /** Missing for those who always buy as guests. */
    readonly customer?: string;
    /** The day of the first order (and of the account), from the beginning; below 0 before it. */
    readonly comesOnDay: number;
    /** The day after which nothing more is bought. */
    readonly leavesOnDay: number;
    readonly home: Address;
    /** Where parcels go: home, or a parcel shop that many share. */
    readonly parcels: Address;
    readonly devices: readonly string[];
    /** At home, shared by the household; on the road, shared by thousands. */
    readonly networks: readonly string[];
    readonly cards: readonly string[];
    readonly savesCard: boolean;
    /** Orders in a year. */
    readonly ordersPerYear: number;
    /** Median of an order, in major units. */
    readonly spends: number;
    /** Hour of the day, UTC, around which they shop. */
    readonly hour: number;
    readonly travels: boolean;
    readonly sendsGifts: boolean;
    /** A small business that buys for resale or for its staff, honestly. */
    readonly buysInBulk: boolean;
    /** Sends no device name, as browsers that delete what shops store do. */
    readonly hidesDevice: boolean;
}

const countries: ReadonlyArray<readonly [string, number]> = [
    ['DE', 40],
    ['FR', 25],
    ['GB', 15],
    ['US', 12],
    ['PL', 8],
];

export const disposableDomains: ReadonlySet<string> = new Set(['trash.example', 'tenminutes.example']);
const domains = ['post.example', 'mail.example', 'web.example', 'inbox.example'];

export function country(draw: Draw): string {
    return draw.weighted(countries);
}

export function address(draw: Draw, of = country(draw)): Address {
    return { street: draw.id('street'), postalCode: String(draw.whole(10_000, 99_999)), country: of };
}

/** Names with and without numbers; some honest people use addresses to throw away. */
export function email(
    draw: Draw,
    disposable: boolean,
    digits = draw.chance(0.35) ? draw.whole(1, 4) : 0,
): string {
    const name = draw.id('').replace(/[-\d]/g, '').slice(0, 9);
    const number = Array.from({ length: digits }, () => draw.whole(0, 9)).join('');
    return `${name}${number}@${draw.pick(disposable ? [...disposableDomains] : domains)}`;
}

/** Six of a country's carriers: each puts thousands of people behind one network. */
export function carrier(draw: Draw, of: string): string {
    return `carrier-${of}-${draw.whole(1, 6)}`;
}

/** Eight of a country's parcel shops: many people's parcels, honest and not, go to one address. */
export function parcelShop(draw: Draw, of: string): Address {
    const number = draw.whole(1, 8);
    return { street: `Parcel shop ${number}`, postalCode: String(10_000 + number), country: of };
}

/** Households of one to five: an address and a network in common, devices in part, cards at times. */
export function shoppers(draw: Draw, count: number, days: number): Shopper[] {
    const made: Shopper[] = [];
    while (made.length < count) {
        const home = address(draw);
        const network = draw.chance(0.1) ? `campus-${home.country}-${draw.whole(1, 20)}` : draw.id('net');
        const [tablet, familyCard] = [draw.id('dev'), draw.id('card')];
        const members = draw.weighted([
            [1, 40],
            [2, 30],
            [3, 15],
            [4, 12],
            [5, 3],
        ]);
        for (let member = 0; member < members; member++) {
            made.push(shopper(draw, { actor: made.length, home, network, tablet, familyCard, days }));
        }
    }
    return made.slice(0, count);
}

interface Household {
    readonly actor: number;
    readonly home: Address;
    readonly network: string;
    readonly tablet: string;
    readonly familyCard: string;
    readonly days: number;
}

function shopper(draw: Draw, { actor, home, network, tablet, familyCard, days }: Household): Shopper {
    const hasAccount = draw.chance(0.7);
    const comesOnDay = draw.between(-300, days);
    return {
        actor,
        email: email(draw, draw.chance(0.04)),
        ...(hasAccount ? { customer: draw.id('cust') } : {}),
        comesOnDay,
        leavesOnDay: comesOnDay + draw.wait(250),
        home,
        parcels: draw.chance(0.07) ? parcelShop(draw, home.country) : home,
        devices: [
            draw.id('dev'),
            ...(draw.chance(0.5) ? [draw.id('dev')] : []),
            ...(draw.chance(0.3) ? [tablet] : []),
        ],
        networks: [network, network, carrier(draw, home.country)],
        cards: [
            draw.id('card'),
            ...(draw.chance(0.4) ? [draw.id('card')] : []),
            ...(draw.chance(0.2) ? [familyCard] : []),
        ],
        savesCard: hasAccount && draw.chance(0.5),
        ordersPerYear: Math.min(draw.logNormal(6, 0.8), 60),
        spends: draw.logNormal(60, 0.6),
        hour: draw.pick([7, 11, 12, 17, 18, 19, 20, 21]),
        travels: draw.chance(0.08),
        sendsGifts: draw.chance(0.12),
        buysInBulk: draw.chance(0.02),
        hidesDevice: draw.chance(0.1),
    };
}
