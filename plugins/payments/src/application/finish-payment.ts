import { balancesOf } from '../domain/balances';
import type { IntentRecord } from '../domain/intent-record';
import { nextLook, pauseAfter } from '../domain/next-look';
import { isLeftToItsRequest, isUnclaimedCapture } from '../domain/payment-operation';
import type { AskProvider } from './ask-provider';
import type { IntentStore, Lease, LeaseEnd } from './ports/intent-store.port';
import type { OrderPayments } from './ports/order-payments.port';
import type { ReturnPayment } from './return-payment';
import type { RunOperation } from './run-operation';

const LEASE_MS = 60_000;

/** A shopper who did not come back for this long is not waited for any more. */
const ABANDONED_AFTER_MS = 60 * 60_000;

/** Looks in vain before a person has to look: about two hours, by {@link pauseAfter}. */
const MAX_LOOKS = 20;

/** More than the longest way through the states. */
const MAX_STEPS = 8;

type Step = { readonly record: IntentRecord } | { readonly waits: true } | { readonly done: true };

/**
 * Brings a payment to its end, from wherever it was left: a request that died, an answer that got lost, a provider
 * that was down. Takes step after step until nothing is left to do, or something has to be waited for.
 */
export class FinishPayment {
    constructor(
        private readonly store: IntentStore,
        private readonly provider: AskProvider,
        private readonly operations: RunOperation,
        private readonly returns: ReturnPayment,
        private readonly orders: OrderPayments,
    ) {}

    /** @returns Whether the intent was free; while a request is at work on it, it is left alone. */
    async run(intentId: string): Promise<boolean> {
        const lease = await this.store.takeLease(intentId, LEASE_MS);
        if (!lease) {
            return false;
        }
        try {
            await this.store.endLease(lease, await this.takeSteps(intentId));
        } catch (error) {
            await this.giveUpOrTryAgain(lease, error);
            throw error;
        }
        return true;
    }

    private async takeSteps(intentId: string): Promise<LeaseEnd> {
        let record = await this.store.find(intentId);
        for (let count = 0; record && count < MAX_STEPS; count++) {
            const step = await this.step(record);
            if ('done' in step) {
                return { doneWith: record };
            }
            if ('waits' in step) {
                break;
            }
            record = step.record;
        }
        const now = new Date();
        const nextStepAt = record
            ? nextLook(record.intent.createdAt, record.intent.attempts, now)
            : inMs(pauseAfter(0));
        return { nextStepAt, after: 'look' };
    }

    /** Waiting is no failure: only errors in a row, over hours, are a case for a person. */
    private async giveUpOrTryAgain(lease: Lease, error: unknown): Promise<void> {
        await this.store.endLease(lease, { nextStepAt: inMs(pauseAfter(lease.failures)), after: 'error' });
        if (lease.failures + 1 >= MAX_LOOKS) {
            await this.store.quarantine(lease.intentId, {
                code: 'unfinished',
                detail: String(error),
            });
        }
    }

    private step(record: IntentRecord): Promise<Step> {
        switch (record.intent.state) {
            case 'processing':
            case 'pending':
            case 'action-required':
                return this.findOut(record);
            case 'authorised':
                return this.recordInOrder(record);
            case 'returning':
                return this.giveBack(record);
            case 'recorded':
                return this.followUp(record);
            case 'voided':
                return this.tellOfReturn(record);
            case 'declined':
            case 'failed':
            case 'quarantined':
            case 'dismissed':
                return Promise.resolve({ done: true });
        }
    }

    private async findOut(record: IntentRecord): Promise<Step> {
        const after = await this.provider.run(record);
        if (after.intent.state !== record.intent.state) {
            return { record: after };
        }
        const isAbandoned = record.intent.createdAt.getTime() < Date.now() - ABANDONED_AFTER_MS;
        if (record.intent.state === 'action-required' && isAbandoned) {
            await this.returns.run(record.intent.id);
            return this.unlessUnchanged(after);
        }
        return { waits: true };
    }

    private async recordInOrder(record: IntentRecord): Promise<Step> {
        const refusal = await this.orders.record(record.intent);
        if (refusal !== undefined) {
            await this.returns.run(record.intent.id, refusal);
        }
        return this.unlessUnchanged(record);
    }

    /** Asks first: what a void is refused for may be that the shopper paid in the meantime. */
    private async giveBack(record: IntentRecord): Promise<Step> {
        const asked = await this.provider.run(record);
        if (asked.intent.state === 'returning') {
            await this.returns.run(record.intent.id);
        }
        return this.unlessUnchanged(record);
    }

    private async tellOfReturn({ intent }: IntentRecord): Promise<Step> {
        return (await this.returns.tell(intent)) ? { done: true } : { waits: true };
    }

    /** The order has the payment: bring every operation to its end, take the money, and let the order know. */
    private async followUp(record: IntentRecord): Promise<Step> {
        const unfinished = record.operations.filter(
            ({ state }) => state === 'pending' || state === 'unknown',
        );
        if (unfinished.length > 0) {
            return this.resume(record);
        }
        const { intent, operations, ledger } = record;
        const { capturable } = balancesOf(ledger);
        const isCaptured = operations.some(({ kind, state }) => kind === 'capture' && state === 'succeeded');
        if (intent.captureMode === 'automatic' && capturable > 0 && !isCaptured) {
            const request = { kind: 'capture', amount: capturable, final: true } as const;
            const result = await this.operations.run(intent.id, request);
            return result.status === 'succeeded' ? { record: result.record } : this.waitOrGiveUp(record);
        }
        const adopted = await this.store.adoptMovements(intent.id);
        const now = new Date();
        await this.tellOrder(adopted);
        return adopted.operations.some(operation => isLeftToItsRequest(operation, now))
            ? { waits: true }
            : { done: true };
    }

    private async tellOrder(record: IntentRecord): Promise<void> {
        const { capturable, voided } = balancesOf(record.ledger);
        if (record.operations.some(isUnclaimedCapture)) {
            await this.orders.settle(record);
        } else if (voided > 0 && capturable === 0) {
            await this.orders.letGo(record);
        }
        await this.orders.concludeRefunds(record);
    }

    /** Asks first: after a day, the provider would take the same key for a new call. */
    private async resume(record: IntentRecord): Promise<Step> {
        const { id } = record.intent;
        const asked = await this.provider.run(record);
        for (const operation of asked.operations) {
            if (operation.state === 'pending' || operation.state === 'unknown') {
                await this.operations.carryOut({ operation, record: asked });
            }
        }
        const after = await this.store.find(id);
        const isOpen = after?.operations.some(({ state }) => state === 'pending' || state === 'unknown');
        return after && !isOpen ? { record: after } : this.waitOrGiveUp(record);
    }

    private async waitOrGiveUp(record: IntentRecord): Promise<Step> {
        const { intent } = record;
        if (intent.attempts < MAX_LOOKS) {
            return { waits: true };
        }
        await this.store.quarantine(intent.id, { code: 'no-answer' });
        return this.unlessUnchanged(record);
    }

    private async unlessUnchanged({ intent }: IntentRecord): Promise<Step> {
        const after = await this.store.find(intent.id);
        return after && after.intent.state !== intent.state ? { record: after } : { waits: true };
    }
}

function inMs(milliseconds: number): Date {
    return new Date(Date.now() + milliseconds);
}
