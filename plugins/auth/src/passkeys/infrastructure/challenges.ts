import { Inject, Injectable } from '@nestjs/common';
import { type ID, type RequestContext, TransactionalConnection } from '@vendure/core';
import { randomBytes } from 'node:crypto';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { IsNull, LessThan, MoreThan } from 'typeorm';
import { AUTH_OPTIONS, type AuthOptions } from '../../auth.options';
import { limitKey, placeOf } from '../../lock-out/limit-key';
import { countOne, LimitStore } from '../../lock-out/limit-store';
import { resolveLockOut } from '../../lock-out/lock-out.options';
import { TooManyAttemptsError } from '../../lock-out/too-many-attempts.error';
import { hashOf } from '../../tokens/tokens.options';
import { EfiAuthPasskeyChallenge } from './challenge.entity';

/** Milliseconds to answer a challenge. */
export const CHALLENGE_LIFE = 5 * 60_000;

const BYTES = 32;
const MOST_FROM_ONE_PLACE = 200;

/** What a challenge is for: of one API and one ceremony, and of one account where it is known. */
export interface Purpose {
    readonly name: `${string}:${'registration' | 'sign-in'}`;
    readonly userId?: ID;
}

/** Challenges lie in PostgreSQL, so that any server can take the answer, and are gone with it. */
@Injectable()
export class Challenges {
    private readonly given: RateLimiterAbstract;
    private readonly isShared: (address: string) => boolean;

    constructor(
        @Inject(AUTH_OPTIONS) options: AuthOptions,
        store: LimitStore,
        private readonly connection: TransactionalConnection,
    ) {
        this.isShared = resolveLockOut(options.lockOut).isShared;
        this.given = store.limit({
            name: 'passkey-challenges',
            points: MOST_FROM_ONE_PLACE,
            duration: CHALLENGE_LIFE / 1_000,
        });
    }

    /** @throws TooManyAttemptsError when one network asks for too many. */
    async give(ctx: RequestContext, { name, userId }: Purpose): Promise<Uint8Array<ArrayBuffer>> {
        const address = ctx.req?.ip;
        if (address !== undefined && !this.isShared(address)) {
            if ((await countOne(this.given, limitKey(placeOf(address)))).isExceeded) {
                throw new TooManyAttemptsError();
            }
        }
        const now = Date.now();
        const challenge = new Uint8Array(randomBytes(BYTES));
        const repository = this.connection.getRepository(ctx, EfiAuthPasskeyChallenge);
        await repository.delete({ expiresAt: LessThan(new Date(now)) });
        await repository.insert({
            challengeHash: hashOf(textOf(challenge)),
            purpose: name,
            userId: userId ?? null,
            expiresAt: new Date(now + CHALLENGE_LIFE),
        });
        return challenge;
    }

    /**
     * Uses a challenge up.
     *
     * @param challenge - As it came back, in base64url.
     * @returns false for one that was not given out for this, was used before, or is too old.
     */
    async take(ctx: RequestContext, { name, userId }: Purpose, challenge: string): Promise<boolean> {
        const { affected } = await this.connection.getRepository(ctx, EfiAuthPasskeyChallenge).delete({
            challengeHash: hashOf(challenge),
            purpose: name,
            userId: userId ?? IsNull(),
            expiresAt: MoreThan(new Date()),
        });
        return affected === 1;
    }
}

function textOf(challenge: Uint8Array): string {
    return Buffer.from(challenge).toString('base64url');
}
