import type { RestLimit } from '@efi/plugin-kit';
import type { Redis } from 'ioredis';

export interface RestApiOptions {
    /**
     * Shows the API's description to people at `/api/v1/docs`, with Swagger UI. Needs the package `swagger-ui-dist`.
     * For development: leave it off where strangers can reach it.
     *
     * @default false
     */
    docs?: boolean;
    /**
     * How many requests a minute a caller may make, by the kind of route: who is signed in by their account, others by
     * their address.
     *
     * @default { read: 600, bulk: 120, write: 120, credentials: 20 }
     */
    limits?: Partial<Record<RestLimit, number>>;
    /**
     * How many requests a minute may come from one address, whoever is signed in there. An IPv6 address counts with
     * its network of 64 bits. Behind a proxy set Vendure's `trustProxy`, or everybody has the proxy's address.
     *
     * @default 3000
     */
    addressLimit?: number;
    /**
     * Makes the connection to the Redis that counts requests for all servers together; called once, when the server
     * starts. While Redis is away each server counts for itself.
     *
     * @default each server counts for itself, in memory
     */
    redis?: () => Redis;
    /**
     * For how many hours the answer to a request with an `Idempotency-Key` is given again.
     *
     * @default 24
     */
    keepAnswersHours?: number;
}

export type ResolvedRestApiOptions = Omit<Required<RestApiOptions>, 'redis' | 'limits'> & {
    readonly limits: Readonly<Record<RestLimit, number>>;
    readonly redis?: () => Redis;
};

export const REST_API_OPTIONS = Symbol('REST_API_OPTIONS');

/** @throws Error that names an option whose value makes no sense. */
export function resolveOptions(options: RestApiOptions): ResolvedRestApiOptions {
    const resolved = {
        docs: options.docs ?? false,
        limits: { read: 600, bulk: 120, write: 120, credentials: 20, ...options.limits },
        addressLimit: options.addressLimit ?? 3_000,
        keepAnswersHours: options.keepAnswersHours ?? 24,
        ...(options.redis ? { redis: options.redis } : {}),
    };
    const counts = {
        ...resolved.limits,
        addressLimit: resolved.addressLimit,
        keepAnswersHours: resolved.keepAnswersHours,
    };
    for (const [name, value] of Object.entries(counts)) {
        if (!Number.isInteger(value) || value < 1) {
            throw new Error(`RestApiPlugin: ${name} is ${value}, and has to be a whole number from 1`);
        }
    }
    return resolved;
}
