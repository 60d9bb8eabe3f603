import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { networkOf, type RestLimit } from '@efi/plugin-kit';
import type { Redis } from 'ioredis';
import {
    type RateLimiterAbstract,
    RateLimiterMemory,
    RateLimiterRedis,
    RateLimiterRes,
} from 'rate-limiter-flexible';
import { type Caller, callerName } from '../../domain/caller';
import { REST_API_OPTIONS, type ResolvedRestApiOptions } from '../../rest-api.options';

const WINDOW_SECONDS = 60;

/** Where a caller stands with the limit that is nearest. */
export interface LimitState {
    readonly isExceeded: boolean;
    readonly name: string;
    /** Requests in a window. */
    readonly quota: number;
    readonly remaining: number;
    readonly windowSeconds: number;
    /** Until the window ends. */
    readonly resetSeconds: number;
}

/** Counts requests by caller and by address: in Redis, or in this process. */
@Injectable()
export class RequestLimits implements OnApplicationShutdown {
    private readonly redis: Redis | undefined;
    private readonly limiters: Readonly<Record<RestLimit | 'address', RateLimiterAbstract>>;

    constructor(@Inject(REST_API_OPTIONS) options: ResolvedRestApiOptions) {
        this.redis = options.redis?.();
        this.limiters = {
            read: this.limiter('read', options.limits.read),
            bulk: this.limiter('bulk', options.limits.bulk),
            write: this.limiter('write', options.limits.write),
            credentials: this.limiter('credentials', options.limits.credentials),
            address: this.limiter('address', options.addressLimit),
        };
    }

    onApplicationShutdown(): void {
        this.redis?.disconnect();
    }

    /** Counts one request. */
    async count(limit: RestLimit, caller: Caller): Promise<LimitState> {
        const network = networkOf(caller.address);
        const [own, address] = await Promise.all([
            this.consume(limit, callerName({ ...caller, address: network })),
            this.consume('address', network),
        ]);
        return address.remaining < own.remaining || (address.isExceeded && !own.isExceeded) ? address : own;
    }

    private async consume(name: RestLimit | 'address', key: string): Promise<LimitState> {
        const limiter = this.limiters[name];
        const result = await limiter.consume(key).catch((refusal: unknown) => {
            if (refusal instanceof RateLimiterRes) {
                return refusal;
            }
            throw refusal;
        });
        return {
            isExceeded: result.consumedPoints > limiter.points,
            name,
            quota: limiter.points,
            remaining: Math.max(0, result.remainingPoints),
            windowSeconds: WINDOW_SECONDS,
            resetSeconds: Math.max(1, Math.ceil(result.msBeforeNext / 1000)),
        };
    }

    private limiter(name: string, points: number): RateLimiterAbstract {
        const options = { keyPrefix: `efi:rest:${name}`, points, duration: WINDOW_SECONDS };
        const own = new RateLimiterMemory(options);
        return this.redis
            ? new RateLimiterRedis({ ...options, storeClient: this.redis, insuranceLimiter: own })
            : own;
    }
}
