import { type RequestContext, VendureEvent } from '@vendure/core';
import type { LedgerEntry } from '../../domain/ledger';
import type { PaymentIntent } from '../../domain/payment-intent';

/** Published when a provider holds, or took, the money of a shopper; the order does not have it yet. */
export class PaymentAuthorisedEvent extends VendureEvent {
    constructor(readonly intent: PaymentIntent) {
        super();
    }
}

/** Published for each capture, with its line of the ledger. */
export class PaymentCapturedEvent extends VendureEvent {
    constructor(
        readonly intent: PaymentIntent,
        readonly entry: LedgerEntry,
    ) {
        super();
    }
}

/** Published when a payment does not fit and a person has to look: `intent.quarantine` says why. */
export class PaymentQuarantinedEvent extends VendureEvent {
    constructor(readonly intent: PaymentIntent) {
        super();
    }
}

/**
 * Published when an order did not take a payment that was authorised, e.g. because it had changed in the meantime.
 * The money is on its way back; the shopper should be told.
 */
export class PaymentReturnedEvent extends VendureEvent {
    constructor(
        readonly ctx: RequestContext,
        readonly intent: PaymentIntent,
        /** For people who look into it. */
        readonly reason: string,
    ) {
        super();
    }
}
