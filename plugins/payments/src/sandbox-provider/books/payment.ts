/** A card as the books keep it: never its number. */
export interface Card {
    readonly brand: string;
    readonly last4: string;
    /** The same for the same number. */
    readonly fingerprint: string;
    /** ISO 3166-1 alpha-2 of the issuer. */
    readonly country: string;
}

export type MovementKind =
    'authorised' | 'captured' | 'voided' | 'refunded' | 'dispute-opened' | 'dispute-won' | 'dispute-lost';

/** Money that moved. Written once. */
export interface Movement {
    readonly id: string;
    readonly kind: MovementKind;
    /** Minor units of the payment's currency, greater than 0. */
    readonly amount: number;
    /** ISO 8601. */
    readonly occurredAt: string;
    /** Of the request that caused it; absent when a shopper did, or the bank. */
    readonly idempotencyKey?: string;
}

type PaymentStatus = 'action_required' | 'authorised' | 'captured' | 'voided' | 'declined';

/** How a test payment is to behave, as its token says. */
export type Behaviour =
    | 'ok'
    | 'decline'
    | 'insufficient_funds'
    | 'expired_card'
    | '3ds'
    | 'slow'
    | 'timeout_after_charge'
    | 'webhook_late'
    | 'webhook_twice'
    | 'webhook_shuffled';

/** A payment, from its first request to its last refund. Each change makes a new value. */
export interface Payment {
    readonly id: string;
    /** The shop's own id of it. */
    readonly intent: string;
    /** Shown to the shopper, such as the order's code. */
    readonly description: string;
    /** Minor units of the currency. */
    readonly amount: number;
    /** ISO 4217, upper case. */
    readonly currency: string;
    readonly status: PaymentStatus;
    readonly behaviour: Behaviour;
    /** ISO 8601. */
    readonly createdAt: string;
    readonly movements: readonly Movement[];
    readonly card: Card;
    /** While the status is `declined`. */
    readonly declineCode?: string;
    /** Where the shopper goes after a challenge. */
    readonly returnUrl?: string;
    /** BCP 47, of the pages that the shopper sees. */
    readonly language: string;
}

export type EventType =
    | 'payment.authorised'
    | 'payment.action_required'
    | 'payment.declined'
    | 'payment.captured'
    | 'payment.voided'
    | 'payment.refunded'
    | 'dispute.opened'
    | 'dispute.won'
    | 'dispute.lost';

/** What still can be done with a payment's money, in minor units. */
export interface Balances {
    /** Held, and neither taken nor let go. */
    readonly capturable: number;
    /** Taken, and neither given back nor charged back. */
    readonly refundable: number;
    /** In chargebacks that are not decided. */
    readonly disputed: number;
}

/** What a payment's movements add up to. */
export function balancesOf(payment: Payment): Balances {
    const sum = (kind: MovementKind): number =>
        payment.movements.reduce((total, entry) => total + (entry.kind === kind ? entry.amount : 0), 0);
    const disputed = sum('dispute-opened') - sum('dispute-won');
    return {
        capturable: sum('authorised') - sum('captured') - sum('voided'),
        refundable: sum('captured') - sum('refunded') - disputed,
        disputed: disputed - sum('dispute-lost'),
    };
}
