export interface OrderAccessOptions {
    /** Signs keys: at least 32 characters, the same on each server. After a change, links in older mails ask again. */
    readonly secret: string;
    /** For how long after it was placed a guest's order is shown to whoever knows its code, as `ms` reads it. @default '2h' */
    readonly byCodeAlone?: string;
    /** How long a key is good that is given for an order's code and e-mail address, in hours. @default 24 */
    readonly hoursOfLookup?: number;
    /** How long a key is good that a mail brings, in days. @default 180 */
    readonly daysOfLinks?: number;
}

/** Token by which the plugin's parts are given its options. */
export const ORDER_ACCESS_OPTIONS = Symbol('ORDER_ACCESS_OPTIONS');

const SHORTEST_SECRET = 32;

/**
 * Fills in the defaults.
 *
 * @throws Error that names the option and what it must be.
 */
export function resolveOptions(options: OrderAccessOptions): Required<OrderAccessOptions> {
    const resolved = { byCodeAlone: '2h', hoursOfLookup: 24, daysOfLinks: 180, ...options };
    if (resolved.secret.length < SHORTEST_SECRET) {
        throw new Error(`OrderAccessPlugin: secret must have at least ${SHORTEST_SECRET} characters.`);
    }
    for (const name of ['hoursOfLookup', 'daysOfLinks'] as const) {
        if (!(resolved[name] > 0 && Number.isFinite(resolved[name]))) {
            throw new Error(`OrderAccessPlugin: ${name} must be a number above 0, got ${resolved[name]}.`);
        }
    }
    return resolved;
}
