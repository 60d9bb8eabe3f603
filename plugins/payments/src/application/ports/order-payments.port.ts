import type { RequestContext } from '@vendure/core';
import type { IntentRecord } from '../../domain/intent-record';
import type { PaymentIntent } from '../../domain/payment-intent';

/** The shop's orders, seen from their payments. Each method runs in a transaction of its own. */
export abstract class OrderPayments {
    /**
     * Asks before money is held for an intent whose shopper was away, and may have changed the order meanwhile.
     *
     * @returns Why the order would not take the payment now, or `undefined` when it would.
     */
    abstract reasonAgainst(intent: PaymentIntent): Promise<string | undefined>;

    /**
     * Adds an authorised payment to its order.
     *
     * @returns Why the order does not take it, or `undefined` when it did.
     * @throws when it could not be tried for a reason that passes, such as a lost connection.
     */
    abstract record(intent: PaymentIntent): Promise<string | undefined>;

    /**
     * Settles the order's payment, whose money was captured.
     *
     * @param record - As it is after the capture.
     * @param ctx - Of the shopper's request, when there is one.
     * @throws when the order refuses.
     */
    abstract settle(record: IntentRecord, ctx?: RequestContext): Promise<void>;

    /**
     * Ends the order's payment whose held money, or what was left of it, was let go: it is cancelled, or settled if a
     * part was captured. Nothing happens to one that has ended.
     *
     * @throws when the order refuses.
     */
    abstract letGo(record: IntentRecord): Promise<void>;

    /** Brings refunds whose outcome was unknown, or that nobody took note of, into the order. */
    abstract concludeRefunds(record: IntentRecord): Promise<void>;

    /**
     * Tells the shopper and the people of the shop that the order did not take a payment. Never throws: the money has
     * to go back in any case.
     *
     * @returns Whether they were told; if not, it has to be tried again.
     */
    abstract noteReturn(intent: PaymentIntent, reason: string): Promise<boolean>;
}
