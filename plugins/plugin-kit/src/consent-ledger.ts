import { type ID, type RequestContext, VendureEvent } from '@vendure/core';
import type { DataSource, EntityManager } from 'typeorm';
import type { ConsentPurpose } from './consent';

/**
 * How a decision about consent was made: `gpc` by Global Privacy Control, `objection` by a request to stop, `account-closed`
 * by leaving.
 */
export type ConsentMethod =
    'banner' | 'account' | 'sign-in' | 'gpc' | 'staff' | 'objection' | 'account-closed';

/** Everything that a customer agrees to from now on; what is not in it, they refuse. */
export interface ConsentDecision {
    readonly purposes: ReadonlySet<ConsentPurpose>;
    readonly method: ConsentMethod;
}

/** Keeps what customers decided, for all plugins of an application: nobody else writes it down. */
export interface ConsentLedger {
    /** In the transaction of `ctx`, or one of its own. Publishes a {@link ConsentChangedEvent} in it. */
    decide(ctx: RequestContext, customerId: ID, decision: ConsentDecision): Promise<void>;
    /**
     * Notes that a customer agreed before they signed in, unless they have decided about the purpose already. In the
     * transaction of `ctx`, in which a {@link ConsentChangedEvent} is published if it was news.
     */
    agreeIfUndecided(ctx: RequestContext, customerId: ID, purpose: ConsentPurpose): Promise<void>;
    /**
     * Those who have agreed, and who can't take it back until the transaction ends.
     *
     * @returns ids as text.
     */
    holdAgreed(
        manager: EntityManager,
        customerIds: readonly ID[],
        purpose: ConsentPurpose,
    ): Promise<ReadonlySet<string>>;
}

/**
 * What a customer agrees to is another than before. Published in the transaction that keeps it: a blocking handler that
 * deletes what may no longer be kept does so with the decision, or not at all.
 */
export class ConsentChangedEvent extends VendureEvent {
    constructor(
        readonly ctx: RequestContext,
        readonly customerId: ID,
        readonly decision: ConsentDecision,
    ) {
        super();
    }
}

/**
 * Whoever is behind the request, a guest too, has said what they agree to in this browser. Published before it is kept,
 * outside of any transaction; a blocking handler has done its work when the shopper is answered.
 */
export class ConsentDeclaredEvent extends VendureEvent {
    constructor(
        readonly ctx: RequestContext,
        readonly purposes: ReadonlySet<ConsentPurpose>,
    ) {
        super();
    }
}

const ledgers = new WeakMap<DataSource, ConsentLedger>();

/** The ledger of one running application, told apart by its data source; nothing where no plugin keeps one. */
export function consentLedger(dataSource: DataSource): ConsentLedger | undefined {
    return ledgers.get(dataSource);
}

/** Has `ledger` keep decisions. To be called before the application starts up, in `onModuleInit`. */
export function setConsentLedger(dataSource: DataSource, ledger: ConsentLedger): void {
    ledgers.set(dataSource, ledger);
}
