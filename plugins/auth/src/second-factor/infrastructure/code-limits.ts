import { Injectable } from '@nestjs/common';
import type { ID, RequestContext } from '@vendure/core';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { limitKey, placeOf } from '../../lock-out/limit-key';
import { countOne, LimitStore } from '../../lock-out/limit-store';
import { TooManyAttemptsError } from '../../lock-out/too-many-attempts.error';

const MINUTE = 60;

/**
 * How often a code may be wrong: 5 times in 15 minutes from one network, 20 times in an hour from anywhere. Of a million
 * codes three are good at a time, so a guesser who has the password needs years. What was counted stays when the
 * sign-in's transaction is rolled back.
 */
@Injectable()
export class CodeLimits {
    private readonly fromHere: RateLimiterAbstract;
    private readonly fromAnywhere: RateLimiterAbstract;

    constructor(store: LimitStore) {
        this.fromHere = store.limit({ name: 'code-here', points: 5, duration: 15 * MINUTE });
        this.fromAnywhere = store.limit({ name: 'code', points: 20, duration: 60 * MINUTE });
    }

    /**
     * Counts a code before it is looked at, so that many at once are no way round.
     *
     * @returns what to call when it was right.
     * @throws TooManyAttemptsError when too many were wrong.
     */
    async count({ req }: RequestContext, userId: ID): Promise<() => Promise<void>> {
        const account = limitKey(`user:${userId}`);
        const here = limitKey(`user:${userId}`, placeOf(req?.ip));
        if (
            (await countOne(this.fromHere, here)).isExceeded ||
            (await countOne(this.fromAnywhere, account)).isExceeded
        ) {
            throw new TooManyAttemptsError();
        }
        return async () => {
            await Promise.all([this.fromHere.delete(here), this.fromAnywhere.reward(account)]);
        };
    }
}
