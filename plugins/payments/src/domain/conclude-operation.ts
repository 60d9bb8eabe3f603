import { quarantined } from './apply-provider-payment';
import { balancesOf, holdsMoney } from './balances';
import type { IntentChange, IntentRecord } from './intent-record';
import { isOpen } from './payment-intent';
import type { PaymentOperation } from './payment-operation';
import type { QuarantineReason } from './quarantine-reason';

/** How a call ended that brought no snapshot of the payment. */
export type OperationOutcome =
    /** The provider refused, and nothing happened. */
    | { readonly state: 'failed'; readonly error: string }
    /** Nobody knows, and it has to be found out at `nextStepAt`. */
    | { readonly state: 'unknown'; readonly error: string; readonly nextStepAt: Date };

/** @returns `undefined` when the operation is gone or had its answer already, e.g. by a webhook. */
export function concludeOperation(
    record: IntentRecord,
    operationId: string,
    outcome: OperationOutcome,
): IntentChange | undefined {
    const operation = record.operations.find(({ id }) => id === operationId);
    if (!operation || operation.state === 'succeeded') {
        return undefined;
    }
    const { state, error } = outcome;
    const concluded: PaymentOperation = { ...operation, state, error, attempts: operation.attempts + 1 };
    const nextStepAt = outcome.state === 'unknown' ? outcome.nextStepAt : record.intent.nextStepAt;
    return { intent: { ...record.intent, nextStepAt }, operations: [concluded], entries: [] };
}

/** A shopper's attempt ended without money: refused, declined, or never begun. Nothing happens to one that has money. */
export function endIntent(
    record: IntentRecord,
    state: 'failed' | 'declined',
    failure: { readonly code: string; readonly message: string },
): IntentChange | undefined {
    const { intent, operations, ledger } = record;
    if (!isOpen(intent.state) || holdsMoney(balancesOf(ledger))) {
        return undefined;
    }
    return {
        intent: { ...intent, state, failure, action: undefined, nextStepAt: undefined, attempts: 0 },
        operations: operations
            .filter(operation => operation.state === 'pending' || operation.state === 'unknown')
            .map(operation => ({ ...operation, state: 'failed', error: failure.code })),
        entries: [],
    };
}

/** Takes an intent out of the automatic flow. */
export function quarantineIntent(record: IntentRecord, reason: QuarantineReason): IntentChange | undefined {
    return record.intent.state === 'quarantined'
        ? undefined
        : { intent: quarantined(record.intent, reason), operations: [], entries: [] };
}
