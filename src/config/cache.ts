import { NoopSessionCacheStrategy, SessionCacheStrategy, VendureConfig } from '@vendure/core';
import type { Env } from '../env';
import { failFast, redisOptions } from '../redis/redis-connection';
import { RedisSessionCacheStrategy } from '../redis/redis-session-cache-strategy';
import { SharedCacheStrategy } from '../redis/shared-cache-strategy';

/** Vendure's cache: in Redis, shared by all processes, or in the memory of each. */
export function systemOptions(env: Env): VendureConfig['systemOptions'] {
    return env.REDIS_URL
        ? {
              cacheStrategy: new SharedCacheStrategy({
                  namespace: 'efi:cache',
                  maxItemSizeInBytes: 128_000,
                  redisOptions: { ...redisOptions(env.REDIS_URL), ...failFast },
              }),
          }
        : {};
}

/**
 * Where sessions are cached. A session names the shopper's cart, so a server must not go by a copy of its own: with
 * two servers, the one that did not add the first item would open a second cart. Without Redis each request asks
 * PostgreSQL, which is one indexed query.
 */
export function sessionCacheStrategy(env: Env): SessionCacheStrategy {
    return env.REDIS_URL ? new RedisSessionCacheStrategy(env.REDIS_URL) : new NoopSessionCacheStrategy();
}

/**
 * How long, in milliseconds, a process goes by its own copy of channels, zones and tax rates. Vendure's half a
 * minute is for one process: with several, a new tax rate or price list would hold at one server and not at the
 * next. A second costs three small queries a second under load.
 */
export const entityOptions: VendureConfig['entityOptions'] = {
    channelCacheTtl: 1_000,
    zoneCacheTtl: 1_000,
    taxRateCacheTtl: 1_000,
};
