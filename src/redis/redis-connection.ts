import { Logger } from '@vendure/core';
import { Redis, type RedisOptions } from 'ioredis';
import { RedisUnavailableError } from './redis-unavailable.error';

/** ioredis' options for an address such as `rediss://user:password@host:6380/2`. It reconnects for ever. */
export function redisOptions(url: string): RedisOptions {
    const { protocol, hostname, port, username, password, pathname } = new URL(url);
    return {
        host: hostname,
        port: port ? Number(port) : 6379,
        ...(username ? { username: decodeURIComponent(username) } : {}),
        ...(password ? { password: decodeURIComponent(password) } : {}),
        db: Number(pathname.slice(1) || 0),
        ...(protocol === 'rediss:' ? { tls: {} } : {}),
        retryStrategy: attempt => Math.min(attempt * 200, 3_000),
    };
}

/** For caches: while Redis is away a read is a miss at once, and the request goes on without it. */
export const failFast: RedisOptions = {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 1_000,
};

/**
 * Makes sure before the start that Redis is there, so that a wrong address is one clear line and not a process that
 * waits.
 *
 * @throws RedisUnavailableError when it can't be reached or refuses the credentials.
 */
export async function assertRedisUsable(url: string): Promise<void> {
    const client = new Redis({ ...redisOptions(url), lazyConnect: true, retryStrategy: () => null });
    let reason: unknown;
    client.on('error', error => (reason = error));
    try {
        await client.connect();
        await client.ping();
    } catch (error) {
        throw RedisUnavailableError.from(url, reason ?? error);
    } finally {
        client.disconnect();
    }
}

/** Logs once that Redis is away and once that it is back, and not each attempt in between. */
export function announceOutages(client: Redis, loggerCtx: string): void {
    let isAway = false;
    client.on('error', error => {
        if (!isAway) Logger.warn(`Redis is away, going on without: ${error.message}`, loggerCtx);
        isAway = true;
    });
    client.on('ready', () => {
        if (isAway) Logger.info('Redis is back', loggerCtx);
        isAway = false;
    });
}

/** A check for `/readyz`, with a connection of its own that answers at once whether Redis is there. */
export function redisCheck(url: string): () => Promise<unknown> {
    const client = new Redis({ ...redisOptions(url), ...failFast });
    let reason: Error | undefined;
    client.on('error', error => (reason = error)).on('ready', () => (reason = undefined));
    return async () => {
        try {
            await client.ping();
        } catch (error) {
            throw reason ?? error;
        }
    };
}
