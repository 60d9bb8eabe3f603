import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Logger } from '@vendure/core';
import type { Redis } from 'ioredis';
import {
    type RateLimiterAbstract,
    RateLimiterMemory,
    RateLimiterPostgres,
    RateLimiterRedis,
    RateLimiterRes,
} from 'rate-limiter-flexible';
import { AUTH_OPTIONS, type AuthOptions } from '../auth.options';
import { LimitDatabase } from './limit-database';

export interface Limit {
    readonly name: string;
    readonly points: number;
    /** Seconds after which counting begins anew. */
    readonly duration: number;
    /** Seconds that reaching the limit lasts. @default what is left of the duration */
    readonly blockDuration?: number;
}

/** What came of counting one more. */
export interface Counted {
    readonly isExceeded: boolean;
    /** Whether it is this one that went over the limit. */
    readonly isFirstOver: boolean;
}

/** Makes limits that all servers share: in Redis or PostgreSQL, and in this process while that is away. */
@Injectable()
export class LimitStore implements OnApplicationShutdown {
    private readonly redis: Redis | undefined;

    constructor(
        @Inject(AUTH_OPTIONS) options: AuthOptions,
        private readonly database: LimitDatabase,
    ) {
        this.redis = options.lockOut?.redis?.();
    }

    onApplicationShutdown(): void {
        this.redis?.disconnect();
    }

    limit({ name, ...rest }: Limit): RateLimiterAbstract {
        const options = { ...rest, keyPrefix: `efi:auth:${name}` };
        const shared = { ...options, insuranceLimiter: new SaidMemory(options) };
        return this.redis
            ? new RateLimiterRedis({ ...shared, storeClient: this.redis, rejectIfRedisNotReady: true })
            : new RateLimiterPostgres({
                  ...shared,
                  storeClient: this.database.dataSource,
                  storeType: 'typeorm',
                  tableName: 'efi_auth_limit',
                  tableCreated: true,
              });
    }
}

/** Counts one more. @throws when even memory fails, which would be a bug. */
export async function countOne(limiter: RateLimiterAbstract, key: string): Promise<Counted> {
    try {
        await limiter.consume(key);
        return { isExceeded: false, isFirstOver: false };
    } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) {
            throw refusal;
        }
        return { isExceeded: true, isFirstOver: refusal.consumedPoints === limiter.points + 1 };
    }
}

/** A timer's longest, in whole seconds: a longer one ends at once. */
const LONGEST_IN_MEMORY = Math.floor((2 ** 31 - 1) / 1000);
const SAY_EVERY_MS = 60_000;
let saidAt = 0;

/** Takes over while the store is away, and says so. */
class SaidMemory extends RateLimiterMemory {
    override consume(...args: Parameters<RateLimiterMemory['consume']>): Promise<RateLimiterRes> {
        if (Date.now() - saidAt > SAY_EVERY_MS) {
            saidAt = Date.now();
            Logger.warn('The store of sign-in limits is away: this server counts for itself', 'AuthPlugin');
        }
        return super.consume(...args);
    }

    override set(key: string, points: number, seconds: number): Promise<RateLimiterRes> {
        return super.set(key, points, Math.min(seconds, LONGEST_IN_MEMORY));
    }
}
