/** Which shoppers with a session share the answers of others. */
export type CustomerSessions = 'by-group' | 'without-group' | 'never';

export interface ShopCacheOptions {
    /**
     * Whether anything is cached. When false, every request goes its way as without the plugin.
     *
     * @default true
     */
    enabled?: boolean;
    /**
     * Most memory of one process for answers with their keys, in bytes.
     *
     * @default 67_108_864 (64 MiB)
     */
    maxBytes?: number;
    /**
     * So long is an answer kept at most, in seconds, also when nothing that it depends on changed. A belt beside the
     * braces: for what changes by the clock and nobody told of.
     *
     * @default 300
     */
    maxAgeSeconds?: number;
    /**
     * So long may a shared cache such as a CDN keep the answer to a GET without asking, in seconds. It is said only of
     * answers that show no price and no stock; all others have to be asked for each time, which is answered with 304.
     *
     * @default 0
     */
    cdnMaxAgeSeconds?: number;
    /**
     * Who shares answers. `by-group`: customers of the same groups with each other, all others with guests.
     * `without-group`: customers in a group share nothing. `never`: nobody who has a session, for shops whose prices
     * or catalogue depend on the person in a way other than by group.
     *
     * @default 'by-group'
     */
    sessions?: CustomerSessions;
    /**
     * Whether `search` is cached. Only right while the search index is a table of the database.
     *
     * @default true
     */
    search?: boolean;
    /**
     * Further fields whose answers may be kept, as `Type.field` or `Query.field`. Each must be the same for everybody,
     * and made from tables that are watched or announced; a field that changes by the clock alone stays as it was for
     * `maxAgeSeconds`.
     *
     * @default []
     */
    fields?: readonly string[];
    /**
     * Whether a request with `Cache-Control: no-store` is answered past the cache, which is for tests and measurements:
     * anybody can send that. `no-cache` is never heeded, as browsers send it by themselves.
     *
     * @default false
     */
    allowNoStore?: boolean;
    /**
     * Address of the database for hearing of changes, where the usual one leads through a pooler that keeps no session,
     * such as PgBouncer in transaction mode.
     *
     * @default the address of the application
     */
    listenUrl?: string;
    /**
     * Answers a request that is the same as one before ahead of the application's middleware, Express and the parsing of
     * its body. For applications whose middleware lets such a request through again, and gives it the same headers.
     *
     * @default none: each request takes its way through the middleware that stands before the cache
     */
    front?: FrontOptions;
    /**
     * Storefronts that keep answers and are told, by a signed POST of workers, what has changed.
     *
     * @default none
     */
    revalidation?: RevalidationOptions;
}

export interface FrontOptions {
    /** So long, in seconds, after one that took the whole way. */
    readonly seconds: number;
    /** Headers that are other ones in each answer, such as the request's id, by their names in lower case. */
    readonly freshHeaders: Readonly<Record<string, () => string>>;
}

export interface RevalidationOptions {
    /** Where each storefront listens, such as `https://shop.example/api/revalidate`. */
    readonly urls: readonly string[];
    /** Signs what is sent. The storefronts know it, and nobody else; at least 32 characters. */
    readonly secret: string;
}

type Optional = 'front' | 'listenUrl' | 'revalidation';

export type ResolvedShopCacheOptions = Required<Omit<ShopCacheOptions, Optional>> &
    Pick<ShopCacheOptions, Optional>;

export const SHOP_CACHE_OPTIONS = Symbol('SHOP_CACHE_OPTIONS');

/** @throws RangeError for a value that makes no sense. */
export function resolveOptions(options: ShopCacheOptions): ResolvedShopCacheOptions {
    const resolved = {
        enabled: true,
        maxBytes: 64 * 1024 * 1024,
        maxAgeSeconds: 300,
        cdnMaxAgeSeconds: 0,
        sessions: 'by-group' as const,
        search: true,
        fields: [],
        allowNoStore: false,
        ...options,
    };
    for (const name of ['maxBytes', 'maxAgeSeconds'] as const) {
        if (!(resolved[name] > 0)) {
            throw new RangeError(`ShopCachePlugin: ${name} must be more than 0, not ${resolved[name]}.`);
        }
    }
    if (options.revalidation && options.revalidation.secret.length < 32) {
        throw new RangeError('ShopCachePlugin: revalidation.secret must have at least 32 characters.');
    }
    return resolved;
}
