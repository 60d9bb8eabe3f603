import { Injectable } from '@nestjs/common';
import { type ID, Logger, type RequestContext } from '@vendure/core';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { AccountNotices } from '../../infrastructure/account-notices';
import { limitKey } from '../../lock-out/limit-key';
import { countOne, LimitStore } from '../../lock-out/limit-store';

const HOUR = 60 * 60;

/** A right code that was used before: somebody may have looked over its owner's shoulder. Told once an hour at most. */
@Injectable()
export class UsedTwice {
    private readonly told: RateLimiterAbstract;

    constructor(
        store: LimitStore,
        private readonly notices: AccountNotices,
    ) {
        this.told = store.limit({ name: 'code-twice-told', points: 1, duration: HOUR });
    }

    /** The sign-in is refused and rolled back; the word to the owner is not. */
    async tell(ctx: RequestContext, userId: ID): Promise<void> {
        try {
            if (!(await countOne(this.told, limitKey(`user ${userId}`))).isExceeded) {
                await this.notices.tellAnyway(ctx, userId, 'code-used-twice');
            }
        } catch (error) {
            Logger.error(`Could not tell of a code that was used twice: ${String(error)}`, 'AuthPlugin');
        }
    }
}
