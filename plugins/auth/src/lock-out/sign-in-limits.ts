import { Inject, Injectable } from '@nestjs/common';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { AUTH_OPTIONS, type AuthOptions } from '../auth.options';
import { accountOf, limitKey, placeOf } from './limit-key';
import { countOne, LimitStore } from './limit-store';
import { resolveLockOut } from './lock-out.options';

const HOUR = 60 * 60;
const KNOWN_FOR = 90 * 24 * HOUR;

/** `locked` comes once, with the attempt that went over a limit of the account: its owner should be told. */
export type Admission = 'admitted' | 'refused' | 'locked';

/** Who tries to sign in, from where. */
export interface Attempt {
    readonly identifier: string;
    readonly address?: string;
}

/**
 * Decides whether a password may be tried. Each attempt counts before it is made, so that many at once are no way
 * round; what was a success is taken back afterwards.
 */
@Injectable()
export class SignInLimits {
    readonly lockMinutes: number;
    /** Attempts from where the owner signed in before. */
    private readonly fromKnown = new WeakSet<Attempt>();
    private readonly isShared: (address: string) => boolean;
    private readonly limits: Readonly<
        Record<'pair' | 'known' | 'account' | 'slow' | 'address', RateLimiterAbstract>
    >;

    constructor(@Inject(AUTH_OPTIONS) options: AuthOptions, store: LimitStore) {
        const resolved = resolveLockOut(options.lockOut);
        const { pairFailures, accountFailures, addressFailures, slowDownSeconds } = resolved;
        this.lockMinutes = resolved.lockMinutes;
        this.isShared = resolved.isShared;
        const lock = resolved.lockMinutes * 60;
        this.limits = {
            pair: store.limit({ name: 'pair', points: pairFailures, duration: lock, blockDuration: lock }),
            known: store.limit({ name: 'known', points: 1, duration: KNOWN_FOR }),
            account: store.limit({ name: 'account', points: accountFailures, duration: HOUR }),
            slow: store.limit({ name: 'slow', points: 1, duration: slowDownSeconds }),
            address: store.limit({ name: 'address', points: addressFailures, duration: HOUR }),
        };
    }

    /** Counts an attempt. Nothing in it depends on whether there is such an account. */
    async admit(attempt: Attempt): Promise<Admission> {
        const { address, pair } = keysOf(attempt);
        if (!this.hasSharedAddress(attempt) && (await countOne(this.limits.address, address)).isExceeded) {
            return 'refused';
        }
        const [ofPair, known] = await Promise.all([
            countOne(this.limits.pair, pair),
            this.limits.known.get(pair),
        ]);
        if (ofPair.isExceeded) {
            return ofPair.isFirstOver ? 'locked' : 'refused';
        }
        if (known) {
            this.fromKnown.add(attempt);
            return 'admitted';
        }
        return this.admitStranger(attempt);
    }

    /**
     * The password was right: the attempt counts no longer, and the address is one of the owner's.
     *
     * @param attempt - The same object that was admitted.
     */
    async succeeded(attempt: Attempt): Promise<void> {
        const { account, address, pair } = keysOf(attempt);
        await Promise.all([
            this.limits.pair.delete(pair),
            this.limits.known.set(pair, 1, KNOWN_FOR),
            this.fromKnown.has(attempt) ? undefined : this.limits.account.reward(account),
            this.hasSharedAddress(attempt) ? undefined : this.limits.address.reward(address),
        ]);
    }

    /** The owner has shown that the mailbox is theirs: whatever others did before is forgotten. */
    async forgive(attempt: Attempt): Promise<void> {
        const { account, pair } = keysOf(attempt);
        await Promise.all([
            this.limits.pair.delete(pair),
            this.limits.known.set(pair, 1, KNOWN_FOR),
            this.limits.account.delete(account),
            this.limits.slow.delete(account),
        ]);
    }

    /** An address that the owner never signed in from. */
    private async admitStranger(attempt: Attempt): Promise<Admission> {
        const { account } = keysOf(attempt);
        const ofAccount = await countOne(this.limits.account, account);
        if (!ofAccount.isExceeded) {
            return 'admitted';
        }
        if (ofAccount.isFirstOver) {
            return 'locked';
        }
        return (await countOne(this.limits.slow, account)).isExceeded ? 'refused' : 'admitted';
    }

    private hasSharedAddress({ address }: Attempt): boolean {
        return address === undefined || this.isShared(address);
    }
}

function keysOf({ identifier, address }: Attempt) {
    const account = accountOf(identifier);
    const place = placeOf(address);
    return { account: limitKey(account), address: limitKey(place), pair: limitKey(account, place) };
}
