import { CachedSession, Logger, SessionCacheStrategy } from '@vendure/core';
import { type Callback, Redis, type Result } from 'ioredis';
import { announceOutages, failFast, redisOptions } from './redis-connection';

const loggerCtx = 'SessionCache';

/** How long an entry lives. Vendure itself reads the session again after `sessionCacheTTL`, five minutes. */
const LIFE_SECONDS = 15 * 60;

/** How long a session whose cart changed is left to PostgreSQL. Longer than any transaction takes. */
const SETTLING_SECONDS = 60;

/** How many sign-outs that Redis has not heard of are remembered one by one. */
const MAX_MISSED = 10_000;

/**
 * KEYS[1] the session's key; ARGV: its cart and channel, the session as JSON, LIFE_SECONDS, SETTLING_SECONDS.
 *
 * An entry without `session` is settling: it caches nothing, and takes nothing in.
 */
const STORE = `
    local known = redis.call('HGET', KEYS[1], 'state')
    if known and known ~= ARGV[1] then
        redis.call('DEL', KEYS[1])
        redis.call('HSET', KEYS[1], 'state', ARGV[1])
        redis.call('EXPIRE', KEYS[1], ARGV[4])
    elseif not known or redis.call('HEXISTS', KEYS[1], 'session') == 1 then
        redis.call('HSET', KEYS[1], 'state', ARGV[1], 'session', ARGV[2])
        redis.call('EXPIRE', KEYS[1], ARGV[3])
    end
    return 1`;

declare module 'ioredis' {
    interface RedisCommander<Context> {
        storeSession(
            key: string,
            state: string,
            session: string,
            lifeSeconds: number,
            settlingSeconds: number,
            callback?: Callback<number>,
        ): Result<number, Context>;
    }
}

/**
 * Sessions in Redis, for all servers, an entry each with its own life (Vendure's default keeps every key that there
 * ever was in one set for ever).
 *
 * Vendure writes a session's new cart into the cache inside the transaction that opens or completes the cart, so
 * before it commits. If that transaction rolls back, or its server is killed, the cache would hold a cart that does
 * not exist, or forget one that does. So a session whose cart or channel changes is not cached for a minute:
 * PostgreSQL answers for it, until the change is over either way.
 *
 * While Redis is away, sessions are read from PostgreSQL. Who signs out then is still in the cache when Redis is back:
 * this strategy removes them before it asks the cache for anything. A server that is cut off alone, or killed before
 * Redis is back, leaves its entries to the other servers until Vendure reads the session again (`sessionCacheTTL`).
 */
export class RedisSessionCacheStrategy implements SessionCacheStrategy {
    private redis!: Redis;
    private readonly missed = new Set<string>();
    private hasMissedClearing = false;

    constructor(
        private readonly url: string,
        private readonly prefix = 'efi:session:',
    ) {}

    init(): void {
        this.redis = new Redis({ ...redisOptions(this.url), ...failFast });
        this.redis.defineCommand('storeSession', { numberOfKeys: 1, lua: STORE });
        announceOutages(this.redis, loggerCtx);
    }

    destroy(): void {
        this.redis.disconnect();
    }

    async get(sessionToken: string): Promise<CachedSession | undefined> {
        const json = await this.unlessAway(() => this.redis.hget(this.key(sessionToken), 'session'));
        return json ? revive(json) : undefined;
    }

    async set(session: CachedSession): Promise<void> {
        const state = `${session.activeOrderId ?? ''}/${session.activeChannelId ?? ''}`;
        await this.unlessAway(() =>
            this.redis.storeSession(
                this.key(session.token),
                state,
                JSON.stringify(session),
                LIFE_SECONDS,
                SETTLING_SECONDS,
            ),
        );
    }

    async delete(sessionToken: string): Promise<void> {
        this.missed.add(sessionToken);
        if (this.missed.size > MAX_MISSED) {
            this.missed.clear();
            this.hasMissedClearing = true;
        }
        await this.unlessAway(() => Promise.resolve());
    }

    /** Vendure calls this when a role or a channel changes, which is rare: each session carries its permissions. */
    async clear(): Promise<void> {
        this.hasMissedClearing = true;
        await this.unlessAway(() => Promise.resolve());
    }

    /** Removes what has been signed out since Redis was last told. */
    private async catchUp(): Promise<void> {
        if (this.hasMissedClearing) {
            this.hasMissedClearing = false;
            try {
                await this.removeAll();
            } catch (error) {
                this.hasMissedClearing = true;
                throw error;
            }
        }
        const missed = [...this.missed];
        if (missed.length > 0) {
            await this.redis.unlink(...missed.map(token => this.key(token)));
            missed.forEach(token => this.missed.delete(token));
        }
    }

    private async removeAll(): Promise<void> {
        for await (const keys of this.redis.scanStream({ match: `${this.prefix}*`, count: 1_000 })) {
            if ((keys as string[]).length > 0) {
                await this.redis.unlink(...(keys as string[]));
            }
        }
    }

    private key(sessionToken: string): string {
        return `${this.prefix}${sessionToken}`;
    }

    /** A cache that is away is an empty one. The connection's own listener has said so already. */
    private async unlessAway<T>(work: () => Promise<T>): Promise<T | undefined> {
        try {
            await this.catchUp();
            return await work();
        } catch (error) {
            Logger.debug(`Passed by: ${String(error)}`, loggerCtx);
            return undefined;
        }
    }
}

function revive(json: string): CachedSession {
    const session = JSON.parse(json) as Omit<CachedSession, 'expires'> & { expires: string };
    return { ...session, expires: new Date(session.expires) };
}
