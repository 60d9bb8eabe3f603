import { Inject, Injectable } from '@nestjs/common';
import type { RequestContext } from '@vendure/core';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { AUTH_OPTIONS, type AuthOptions } from '../auth.options';
import { accountOf, limitKey, placeOf } from './limit-key';
import { countOne, LimitStore } from './limit-store';
import { resolveLockOut } from './lock-out.options';
import { TooManyAttemptsError } from './too-many-attempts.error';

const HOUR = 60 * 60;

/** How often mail may be asked for, and how often a password or a token may be wrong, elsewhere than at sign-in. */
@Injectable()
export class RequestLimits {
    private readonly isShared: (address: string) => boolean;
    private readonly limits: Readonly<Record<'mails' | 'requests' | 'guesses', RateLimiterAbstract>>;

    constructor(@Inject(AUTH_OPTIONS) options: AuthOptions, store: LimitStore) {
        const { mailsPerAccount, requestsPerAddress, pairFailures, isShared } = resolveLockOut(
            options.lockOut,
        );
        this.isShared = isShared;
        this.limits = {
            mails: store.limit({ name: 'mails', points: mailsPerAccount, duration: HOUR }),
            requests: store.limit({ name: 'requests', points: requestsPerAddress, duration: HOUR }),
            guesses: store.limit({ name: 'guesses', points: pairFailures, duration: HOUR }),
        };
    }

    /**
     * @returns whether to do what was asked. If not, the mailbox has had enough mail for now, and the answer should be
     * the same as ever.
     * @throws TooManyAttemptsError when the address asked too often.
     */
    async mayAskForMail(address: string | undefined, field: string, emailAddress: string): Promise<boolean> {
        if (address !== undefined && !this.isShared(address)) {
            await this.assertBelow(this.limits.requests, limitKey(placeOf(address)));
        }
        return !(await countOne(this.limits.mails, limitKey(field, accountOf(emailAddress)))).isExceeded;
    }

    /**
     * Counts by account, or by address where nobody is signed in, before it is known whether it was right.
     *
     * @throws TooManyAttemptsError when too many were wrong.
     */
    async countGuess({ activeUserId, req }: RequestContext, field: string) {
        const address = req?.ip;
        if (activeUserId === undefined && (address === undefined || this.isShared(address))) {
            return { takeBack: () => Promise.resolve() };
        }
        const key = limitKey(field, activeUserId === undefined ? placeOf(address) : `user:${activeUserId}`);
        await this.assertBelow(this.limits.guesses, key);
        return {
            takeBack: async () => {
                await this.limits.guesses.reward(key);
            },
        };
    }

    private async assertBelow(limiter: RateLimiterAbstract, key: string): Promise<void> {
        if ((await countOne(limiter, key)).isExceeded) {
            throw new TooManyAttemptsError();
        }
    }
}
