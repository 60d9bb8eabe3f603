/**
 * What the engine has put on a price, kept in the price's own row, so that whoever reads the price reads this too.
 * Money is in minor units, moments are milliseconds since 1970.
 */
export interface Offer {
    /** The merchant's own price, which comes back when the offer ends. */
    readonly list: number;
    readonly price: number;
    readonly from: number;
    /** Not included. After it the list price holds, whether or not anybody was there to write it. */
    readonly until: number;
    /** A sale whose end shoppers are told, against a price that the engine renews before it ends. */
    readonly isSale: boolean;
    /** The rule of a sale, so that the sale goes when its rule does. */
    readonly ruleId: number | null;
}

/** A price with its offer, as they are stored. */
export interface StoredPrice {
    readonly price: number;
    readonly offer: Offer | null;
}

/**
 * The price in force at a moment. A stored price that is neither the list price nor the offer's was set by
 * somebody's hand since: it holds, and the offer is void.
 */
export function priceAt({ price, offer }: StoredPrice, now: Date): number {
    const valid = validOffer({ price, offer });
    if (!valid) {
        return price;
    }
    return valid.from <= now.getTime() && now.getTime() < valid.until ? valid.price : valid.list;
}

/** The offer, unless somebody set the price by hand since. */
export function validOffer({ price, offer }: StoredPrice): Offer | null {
    return offer && (price === offer.list || price === offer.price) ? offer : null;
}

/** The merchant's own price. */
export function listPriceOf(stored: StoredPrice): number {
    return validOffer(stored)?.list ?? stored.price;
}

/** When a reduction that shoppers see now ends, if it says so. */
export function saleEnd(stored: StoredPrice, now: Date): Date | null {
    const offer = validOffer(stored);
    const isOn = offer && offer.from <= now.getTime() && now.getTime() < offer.until;
    return isOn && offer.isSale ? new Date(offer.until) : null;
}

/** Reads what a database gave, which may be the work of another release. */
export function readOffer(value: unknown): Offer | null {
    const stored = typeof value === 'string' ? parse(value) : value;
    if (typeof stored !== 'object' || stored === null) {
        return null;
    }
    const { list, price, from, until, isSale, ruleId } = stored as Record<string, unknown>;
    const isWhole = [list, price, from, until].every(part => Number.isSafeInteger(part));
    return isWhole
        ? {
              list: Number(list),
              price: Number(price),
              from: Number(from),
              until: Number(until),
              isSale: isSale === true,
              ruleId: Number.isSafeInteger(ruleId) ? Number(ruleId) : null,
          }
        : null;
}

function parse(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return null;
    }
}
