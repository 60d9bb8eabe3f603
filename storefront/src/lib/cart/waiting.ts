/** Something that a shopper put into the cart while the shop could not be reached. */
export interface WaitingItem {
    readonly variantId: string;
    readonly quantity: number;
    /** What it is called, to tell the shopper. */
    readonly name: string;
}

/** More than this is no shopping. */
const MOST = 50;

const key = (market: string) => `efi-waiting-${market}`;

/** Of `localStorage`, what is needed here. */
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What waits in this browser for the market's cart, from the first to the last. */
export function readWaiting(store: Store, market: string): WaitingItem[] {
    try {
        const kept: unknown = JSON.parse(store.getItem(key(market)) ?? '[]');
        return Array.isArray(kept) ? kept.filter(isItem).slice(0, MOST) : [];
    } catch {
        return [];
    }
}

/** The same for a page that only shows it: nothing waits in a browser that keeps nothing. */
export function waitingHere(market: string): WaitingItem[] {
    try {
        return readWaiting(localStorage, market);
    } catch {
        return [];
    }
}

export function addWaiting(store: Store, market: string, item: WaitingItem): void {
    write(store, market, [...readWaiting(store, market), item].slice(0, MOST));
}

/** Takes out the first, when the server has answered for it. */
export function dropFirstWaiting(store: Store, market: string): void {
    write(store, market, readWaiting(store, market).slice(1));
}

function write(store: Store, market: string, items: readonly WaitingItem[]): void {
    if (items.length === 0) {
        store.removeItem(key(market));
    } else {
        store.setItem(key(market), JSON.stringify(items));
    }
}

function isItem(value: unknown): value is WaitingItem {
    const item = value as Partial<WaitingItem> | null;
    return (
        typeof item?.variantId === 'string' &&
        typeof item.name === 'string' &&
        Number.isInteger(item.quantity) &&
        (item.quantity ?? 0) > 0
    );
}
