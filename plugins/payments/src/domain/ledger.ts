/** What a provider did with money. Amounts are always positive; the kind says which way it went. */
export type MovementKind =
    | 'authorised'
    | 'captured'
    /** Held money let go: all that was not captured. */
    | 'voided'
    | 'refunded'
    /** A chargeback took it back for now. */
    | 'dispute-opened'
    /** A chargeback was decided for the shop: the money came back. */
    | 'dispute-won'
    /** A chargeback was decided for the shopper: no further money moves. */
    | 'dispute-lost';

/** Who told us. */
export type MovementSource = 'response' | 'webhook' | 'resolver' | 'reconciliation' | 'person';

/** A line of the ledger: written once, never changed. */
export interface LedgerEntry {
    readonly intentId: string;
    readonly gateway: string;
    readonly kind: MovementKind;
    /** Minor units of `currency`, greater than 0. */
    readonly amount: number;
    readonly currency: string;
    /** The provider's id of this movement. Unique for a gateway and kind, so a movement is booked once. */
    readonly providerReference: string;
    /** By the provider's clock. */
    readonly occurredAt: Date;
    readonly source: MovementSource;
}

/** What follows from an intent's ledger. Minor units. */
export interface Balances {
    readonly authorised: number;
    readonly captured: number;
    readonly voided: number;
    readonly refunded: number;
    /** Taken back by open or lost chargebacks. */
    readonly disputed: number;
    /** Still held: may be captured or voided. */
    readonly capturable: number;
    /** Captured and neither refunded nor disputed. */
    readonly refundable: number;
}
