import type { RequestContext } from '@vendure/core';
import type { OperationRequest } from '../../domain/begin-operation';
import type { IntentRecord } from '../../domain/intent-record';
import type { MovementSource } from '../../domain/ledger';
import type { PaymentIntent } from '../../domain/payment-intent';
import type { PaymentOperation } from '../../domain/payment-operation';
import type { AuthoriseOutcome, ProviderPayment } from './payment-gateway.port';
import type { QuarantineReason } from '../../domain/quarantine-reason';

export type { IntentRecord } from '../../domain/intent-record';

/** What a new intent starts from. */
export type NewIntent = Pick<
    PaymentIntent,
    | 'id'
    | 'orderId'
    | 'orderCode'
    | 'channelId'
    | 'methodCode'
    | 'gateway'
    | 'money'
    | 'captureMode'
    | 'languageCode'
>;

/** A stored operation, and its intent as it is now. */
export interface BegunOperation {
    readonly operation: PaymentOperation;
    readonly record: IntentRecord;
}

/** The right of one process to be alone at work on an intent, for a time. */
export interface Lease {
    readonly intentId: string;
    /** Grows with every lease of the intent, so that a late process does not end the lease of the next one. */
    readonly number: number;
    /** How many leases in a row before this one ended with an error. */
    readonly failures: number;
}

/** The lease that the creator of an intent has. */
export function firstLease(intentId: string): Lease {
    return { intentId, number: 0, failures: 0 };
}

/** How it goes on with an intent. */
export type LeaseEnd =
    /** Nothing is left to do, as the intent was in `doneWith`. If it changed since then, it is looked at again. */
    | { readonly doneWith: IntentRecord }
    /** `after`: what has to be counted, a look in vain or an error. */
    | { readonly nextStepAt: Date; readonly after?: 'look' | 'error' };

/**
 * Intents, operations and the ledger. Committed at once, on a few connections of its own, and never while an order's
 * lock is waited for; the only exceptions are the methods that take a `RequestContext`, which write in its transaction.
 */
export abstract class IntentStore {
    /**
     * Stores a new intent with its `authorise` operation, before any call. The caller has its lease.
     *
     * @returns The open intent that the order has already, when it has one; then nothing was stored.
     */
    abstract create(
        intent: NewIntent,
    ): Promise<{ created: true; record: IntentRecord } | { created: false; open: PaymentIntent }>;

    /** From now on its money is taken when somebody asks for it, and not by itself. */
    abstract holdCapture(intentId: string): Promise<IntentRecord>;

    abstract find(intentId: string): Promise<IntentRecord | undefined>;
    abstract findByReference(gateway: string, providerReference: string): Promise<IntentRecord | undefined>;
    abstract findOpenForOrder(orderId: string): Promise<PaymentIntent | undefined>;
    abstract findByPayment(ctx: RequestContext, paymentId: string): Promise<IntentRecord | undefined>;

    /**
     * Stores an operation before its call, if the balances and the operations that are under way allow it. An
     * operation of the same kind and amount that nobody has claimed yet is handed out again, so that a repeated
     * request sends the same key.
     */
    abstract beginOperation(
        intentId: string,
        request: OperationRequest,
    ): Promise<({ allowed: true } & BegunOperation) | { allowed: false; reason: string }>;

    /**
     * Books what the provider tells and moves the intent on accordingly. Telling it twice changes nothing.
     *
     * @param known - As this store returned it last: it is not read again, if nobody has changed it since.
     */
    abstract applyProviderPayment(
        intentId: string,
        payment: ProviderPayment,
        source: MovementSource,
        operation?: { readonly id: string; readonly outcome: 'succeeded' },
        known?: IntentRecord,
    ): Promise<IntentRecord>;

    /** @param known - As for {@link applyProviderPayment}. */
    abstract applyAuthoriseOutcome(
        intentId: string,
        operationId: string,
        outcome: AuthoriseOutcome,
        known?: IntentRecord,
    ): Promise<IntentRecord>;

    /** Makes operations of what was captured or refunded at the provider past this shop. */
    abstract adoptMovements(intentId: string): Promise<IntentRecord>;

    /** The provider refused (`failed`), or nobody knows (`unknown`, with when to look again). */
    abstract markOperation(
        intentId: string,
        operationId: string,
        outcome:
            | { readonly state: 'failed'; readonly error: string }
            | { readonly state: 'unknown'; readonly error: string; readonly nextStepAt: Date },
    ): Promise<void>;

    /** Ends an intent whose provider was never reached, or has no such payment. */
    abstract markFailed(intentId: string, failure: { code: string; message: string }): Promise<void>;

    abstract quarantine(intentId: string, reason: QuarantineReason): Promise<void>;

    /**
     * The order does not take the money: from now on it can only be given back. Stores the operation that does so.
     *
     * @param reason - Kept until {@link markReturnTold}.
     * @returns `undefined` when the order took it after all, or there is nothing to give back.
     */
    abstract beginReturn(intentId: string, reason?: string): Promise<BegunOperation | undefined>;

    abstract markReturnTold(intentId: string): Promise<void>;

    /**
     * In the order's transaction: the order now holds the payment.
     *
     * @throws Error when the intent is not `authorised` any more; the transaction must not commit then.
     */
    abstract markRecorded(ctx: RequestContext, intentId: string, paymentId: string): Promise<void>;

    /**
     * In the order's transaction: Vendure's payment or refund took note of the operation.
     *
     * @throws Error when another has taken note of it already; the transaction must not commit then.
     */
    abstract claimOperation(ctx: RequestContext, operationId: string): Promise<void>;

    /**
     * Takes the intent for `milliseconds`.
     *
     * @returns `undefined` when another process has it.
     */
    abstract takeLease(intentId: string, milliseconds: number): Promise<Lease | undefined>;

    /** Does nothing when the time was up and another process has taken the intent since. */
    abstract endLease(lease: Lease, end: LeaseEnd): Promise<void>;

    /** Intents whose next step is due and that no process has, those that waited longest first. */
    abstract findDue(limit: number): Promise<readonly string[]>;
}
