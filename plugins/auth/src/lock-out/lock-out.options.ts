import type { Redis } from 'ioredis';

/** How often a sign-in may fail, and how often mail may be asked for, before the plugin steps in. */
export interface LockOutOptions {
    /**
     * Wrong passwords for one account from one address until that pair is locked.
     *
     * @default 10
     */
    readonly pairFailures?: number;
    /**
     * For how many minutes a pair stays locked. Trying again does not make it longer.
     *
     * @default 15
     */
    readonly lockMinutes?: number;
    /**
     * Wrong passwords in an hour for one account, from addresses that its owner never signed in from, until attempts
     * from such addresses are slowed down. The owner's own addresses are never slowed down by strangers.
     *
     * @default 30
     */
    readonly accountFailures?: number;
    /**
     * Seconds between two attempts on an account that is slowed down.
     *
     * @default 30
     */
    readonly slowDownSeconds?: number;
    /**
     * Wrong passwords in an hour from one address, over all accounts.
     *
     * @default 100
     */
    readonly addressFailures?: number;
    /**
     * Mails in an hour that can be asked for one e-mail address: new password, confirmation.
     *
     * @default 5
     */
    readonly mailsPerAccount?: number;
    /**
     * Registrations and mails in an hour that one address can ask for.
     *
     * @default 100
     */
    readonly requestsPerAddress?: number;
    /**
     * Milliseconds that an answer to a registration or a request for mail takes at least, so that the time does not
     * tell whether the account exists.
     *
     * @default 600
     */
    readonly answerAfterMs?: number;
    /**
     * Whether all callers have this address in common, so that nothing can be held against it: that of a storefront
     * without a proxy in front of it, for one.
     *
     * @default loopback addresses
     */
    readonly isShared?: (address: string) => boolean;
    /**
     * Makes the connection to the Redis that counts for all servers together; called once, when the server starts.
     *
     * @default counted in PostgreSQL
     */
    readonly redis?: () => Redis;
}

export type ResolvedLockOutOptions = Omit<Required<LockOutOptions>, 'redis'> & Pick<LockOutOptions, 'redis'>;

const defaults: ResolvedLockOutOptions = {
    pairFailures: 10,
    lockMinutes: 15,
    accountFailures: 30,
    slowDownSeconds: 30,
    addressFailures: 100,
    mailsPerAccount: 5,
    requestsPerAddress: 100,
    answerAfterMs: 600,
    isShared: address => /^(::ffff:)?127\.|^::1$/.test(address),
};

/** @throws Error that names an option whose value makes no sense. */
export function resolveLockOut(options: LockOutOptions = {}): ResolvedLockOutOptions {
    const resolved = { ...defaults, ...options };
    for (const [name, value] of Object.entries(resolved)) {
        if (typeof value === 'number' && (!Number.isInteger(value) || value < 1)) {
            throw new Error(`AuthPlugin: lockOut.${name} is ${value}, and has to be a whole number from 1`);
        }
    }
    return resolved;
}
