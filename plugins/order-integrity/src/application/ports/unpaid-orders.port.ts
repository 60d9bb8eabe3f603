import type { ID, RequestContext } from '@vendure/core';

/** Orders that stand in payment for longer than they may. */
export interface UnpaidOrders {
    /** Those whose time is over, the one that waits longest first. */
    findDue(minutes: number): Promise<ID[]>;

    /**
     * Runs `work` in a transaction with the order's lock, if its time is over still.
     *
     * @returns What `work` returned, or `undefined` when somebody else is at the order, or it went on meanwhile.
     */
    ifStillDue<T>(
        orderId: ID,
        minutes: number,
        work: (ctx: RequestContext) => Promise<T>,
    ): Promise<T | undefined>;

    /** Whether a payment of the order is under way. */
    isBeingPaid(ctx: RequestContext, orderId: ID): Promise<boolean>;

    /** Keeps what is held for the order for as long again. */
    keepStock(ctx: RequestContext, orderId: ID, minutes: number): Promise<void>;

    /** Makes the order a cart again. @returns Why that was refused, or `undefined`. */
    reopen(ctx: RequestContext, orderId: ID): Promise<string | undefined>;
}

/** Hears how each order ended. */
export interface ExpiryObserver {
    expired(orderId: ID, outcome: ExpiryOutcome): void;
    /** One order can't be helped now. The others go on, and this one is tried again. */
    failed(orderId: ID, error: unknown): void;
}

/**
 * - `reopened`: a cart again, its coupons and stock are given back.
 * - `paying`: a payment is under way, so it stays.
 * - `busy`: somebody is at it, or it went on meanwhile.
 * - `refused`: a step of the order process did not let it go.
 */
export type ExpiryOutcome = 'reopened' | 'paying' | 'busy' | 'refused';
