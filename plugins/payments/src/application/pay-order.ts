import { setTimeout as sleep } from 'node:timers/promises';
import { balancesOf } from '../domain/balances';
import type { IntentRecord } from '../domain/intent-record';
import { isOpen, type PaymentIntent } from '../domain/payment-intent';
import type { AskProvider } from './ask-provider';
import type { AuthorisePayment, AuthoriseResult, PaymentRequest } from './authorise-payment';
import { firstLease, type IntentStore, type Lease } from './ports/intent-store.port';
import type { ReturnPayment } from './return-payment';
import type { RunOperation } from './run-operation';

/** How the order took the payment, as the shop's own machinery answered. */
export type Recording<R> =
    | { readonly status: 'recorded'; readonly result: R }
    /** The order refuses. `result` is its answer to the shopper, if it gave one. */
    | { readonly status: 'refused'; readonly reason: string; readonly result?: R }
    /** It could not be tried, for a reason that passes. */
    | { readonly status: 'unknown' };

/** What a payment needs of the order that it is for, by whoever answers the shopper. */
export interface OrderToPay<R> {
    /** Why the order, read afresh, would not take the payment that is about to be begun. */
    reasonAgainst(intent: PaymentIntent): Promise<string | undefined>;
    /** Lets the order take the payment, in the order's transaction. */
    record(attempt: IntentRecord): Promise<Recording<R>>;
    /** Lets the order know that the money was captured. */
    settle(captured: IntentRecord): Promise<void>;
}

export type PayOutcome<R> =
    /**
     * The order has it. `result` is absent when another request, or the resolver, brought it there. After a
     * `captureError` the resolver takes the money; the order is as good as paid.
     */
    | {
          readonly status: 'paid';
          readonly intent: PaymentIntent;
          readonly result?: R;
          readonly captureError?: Error;
      }
    /** The money is on its way back. */
    | { readonly status: 'refused-by-order'; readonly intent: PaymentIntent; readonly result?: R }
    /** It stands as the intent's state says: declined, failed, waiting for the shopper or for the provider. */
    | { readonly status: 'not-paid'; readonly intent: PaymentIntent };

const LEASE_MS = 30_000;
const POLL_MS = 250;
const WAIT_FOR_OTHER_MS = 15_000;
const RESOLVER_SOON_MS = 1_000;

/**
 * A shopper pays an order: the provider is called without any transaction or connection held, then the order takes
 * the payment, then the money is captured. Whatever goes wrong on the way, {@link FinishPayment} goes on from there.
 */
export class PayOrder {
    constructor(
        private readonly store: IntentStore,
        private readonly authorisation: AuthorisePayment,
        private readonly provider: AskProvider,
        private readonly operations: RunOperation,
        private readonly returns: ReturnPayment,
    ) {}

    async run<R>(request: PaymentRequest, order: OrderToPay<R>): Promise<PayOutcome<R>> {
        const { attempt, lease } = await this.attempt(request, order);
        const { intent } = attempt;
        if (!lease) {
            return { status: intent.state === 'recorded' ? 'paid' : 'not-paid', intent };
        }
        if (intent.state !== 'authorised') {
            await this.endLease(lease, attempt);
            return { status: intent.state === 'recorded' ? 'paid' : 'not-paid', intent };
        }
        const recording = await order.record(attempt);
        switch (recording.status) {
            case 'recorded':
                return {
                    status: 'paid',
                    intent,
                    result: recording.result,
                    captureError: await this.tryToCapture(attempt, lease, order),
                };
            case 'refused':
                await this.returns.run(intent.id, recording.reason);
                await this.endLease(lease);
                return { status: 'refused-by-order', intent, result: recording.result };
            case 'unknown':
                await this.store.endLease(lease, soon());
                return { status: 'not-paid', intent };
        }
    }

    /** One attempt to pay, together with its lease, if this request has it. */
    private async attempt(
        request: PaymentRequest,
        order: OrderToPay<unknown>,
    ): Promise<{ readonly attempt: IntentRecord; readonly lease?: Lease }> {
        const started = await this.start(request, order);
        if (started.status === 'answered') {
            return { attempt: started.record, lease: firstLease(started.record.intent.id) };
        }
        if (!isOpen(started.intent.state)) {
            return { attempt: await this.read(started.intent.id) };
        }
        const lease = await this.store.takeLease(started.intent.id, LEASE_MS);
        if (!lease) {
            return { attempt: await this.waitForOther(started.intent.id) };
        }
        const open = await this.read(started.intent.id);
        const attempt = await this.provider.run(open);
        if (!this.isGivenUp(attempt.intent, request)) {
            return { attempt, lease };
        }
        await this.returns.run(attempt.intent.id);
        await this.endLease(lease);
        if (request.continues !== undefined) {
            return { attempt: await this.read(attempt.intent.id) };
        }
        const again = await this.authorisation.run(request, order);
        return again.status === 'answered'
            ? { attempt: again.record, lease: firstLease(again.record.intent.id) }
            : { attempt: await this.waitForOther(again.intent.id) };
    }

    /** Someone who comes back from the provider goes on with that payment, even when a webhook ended it meanwhile. */
    private async start(request: PaymentRequest, order: OrderToPay<unknown>): Promise<AuthoriseResult> {
        return request.continues === undefined
            ? this.authorisation.run(request, order)
            : { status: 'open', intent: (await this.read(request.continues)).intent };
    }

    /**
     * Whether the shopper starts anew, and the open intent is to be ended. One whose provider may have charged, or
     * has, is never given up in favour of another, unless the amount does not fit any more.
     */
    private isGivenUp({ state, methodCode, money }: PaymentIntent, request: PaymentRequest): boolean {
        const isSameAmount =
            money.amount === request.money.amount && money.currency === request.money.currency;
        const isNewAttempt = request.means.token !== undefined || request.means.savedMethod !== undefined;
        if (state === 'authorised') {
            return !isSameAmount;
        }
        const isWaiting = state === 'action-required' || state === 'pending';
        return isWaiting && (!isSameAmount || methodCode !== request.methodCode || isNewAttempt);
    }

    /** A double click: the other request is at it. */
    private async waitForOther(intentId: string): Promise<IntentRecord> {
        const until = Date.now() + WAIT_FOR_OTHER_MS;
        let record = await this.read(intentId);
        while (isUnderWay(record) && Date.now() < until) {
            await sleep(POLL_MS);
            record = await this.read(intentId);
        }
        return record;
    }

    /** @returns What went wrong. The lease then ends by itself, and the resolver goes on. */
    private async tryToCapture(
        attempt: IntentRecord,
        lease: Lease,
        order: OrderToPay<unknown>,
    ): Promise<Error | undefined> {
        try {
            await this.capture(attempt, lease, order);
            return undefined;
        } catch (error) {
            return error instanceof Error ? error : new Error(String(error));
        }
    }

    private async capture(attempt: IntentRecord, lease: Lease, order: OrderToPay<unknown>): Promise<void> {
        const { intent, ledger } = attempt;
        const { capturable } = balancesOf(ledger);
        if (intent.captureMode === 'manual' || capturable === 0) {
            const recorded = { ...attempt, intent: { ...intent, state: 'recorded' } } as const;
            await this.store.endLease(lease, { doneWith: recorded });
            return;
        }
        const request = { kind: 'capture', amount: capturable, final: true } as const;
        const captured = await this.operations.run(intent.id, request);
        if (captured.status !== 'succeeded') {
            await this.store.endLease(lease, soon());
            return;
        }
        await order.settle(captured.record);
        await this.store.endLease(lease, { doneWith: captured.record });
    }

    /** Hands over to the resolver what is not at its end. */
    private async endLease(lease: Lease, known?: IntentRecord): Promise<void> {
        const record = known ?? (await this.read(lease.intentId));
        const { state, nextStepAt } = record.intent;
        const next = nextStepAt ? { nextStepAt } : { doneWith: record };
        await this.store.endLease(lease, state === 'returning' ? soon() : next);
    }

    private async read(intentId: string): Promise<IntentRecord> {
        const record = await this.store.find(intentId);
        if (!record) {
            throw new Error(`There is no payment intent ${intentId}.`);
        }
        return record;
    }
}

function isUnderWay({ intent, operations }: IntentRecord): boolean {
    const isUnknown = operations.some(({ kind, state }) => kind === 'authorise' && state === 'unknown');
    return intent.state === 'authorised' || (intent.state === 'processing' && !isUnknown);
}

function soon(): { readonly nextStepAt: Date } {
    return { nextStepAt: new Date(Date.now() + RESOLVER_SOON_MS) };
}
