import { WorkContext } from './work-context';

/** What a request may touch of the tables under row-level security, as far as it is known by now. */
export interface RowAccess {
    /** Of staff and integrators. */
    everything: boolean;
    /** Whether it came to the API of staff, where who is let in at all may touch everything. */
    readonly isForStaff: boolean;
    /** The shopper's. */
    userId?: string;
    /** Orders that the request has shown a right to: the session's cart, a guest's order by its code. */
    readonly orderIds: Set<string>;
}

interface Scope {
    /** Undefined outside of requests. */
    readonly request: RowAccess | undefined;
    readonly asSystem: boolean;
}

const EVERYTHING = 'all';
const scopes = new WorkContext<Scope>();

/** Begins a request, which touches no protected row before more is known of it. */
export function beginRowAccess<T>(work: () => T, isForStaff = false): T {
    const request = { everything: false, isForStaff, orderIds: new Set<string>() };
    return scopes.run({ request, asSystem: false }, work);
}

/** That of the request in progress. @returns nothing outside of requests, where everything may be touched. */
export function rowAccess(): RowAccess | undefined {
    return scopes.getStore()?.request;
}

/** The request may touch this order from here on, whosever it is. */
export function showsRightTo(orderId: number | string): void {
    rowAccess()?.orderIds.add(String(orderId));
}

/**
 * Does what needs other people's rows and tells nobody about them: counts the uses of a coupon, finds an account by its
 * address, takes a provider's webhook. Only for work that can't be asked for somebody else's data.
 *
 * @example
 * ```ts
 * const sold = await asSystem(() => connection.rawConnection.query('SELECT count(*) FROM "order" …'));
 * ```
 */
export function asSystem<T>(work: () => T): T {
    return scopes.run({ request: rowAccess(), asSystem: true }, work);
}

/**
 * What row-level security is told: `all`, or `<user id>:<order id>,<order id>…`, where either part may be empty.
 * Anything that is no number is left out.
 */
export function rowAccessSetting(): string {
    const scope = scopes.getStore();
    if (!scope?.request || scope.asSystem || scope.request.everything) {
        return EVERYTHING;
    }
    const { userId = '', orderIds } = scope.request;
    return `${numbers([userId])}:${numbers(orderIds)}`;
}

function numbers(ids: Iterable<string>): string {
    return [...ids].filter(id => /^\d{1,10}$/.test(id)).join(',');
}
