import type { LedgerEntry } from './ledger';
import type { PaymentIntent } from './payment-intent';
import type { PaymentOperation } from './payment-operation';

/** An intent with all that belongs to it. */
export interface IntentRecord {
    readonly intent: PaymentIntent;
    /** Oldest first. */
    readonly operations: readonly PaymentOperation[];
    /** In the order of booking. */
    readonly ledger: readonly LedgerEntry[];
}

/** What has to be written to bring an intent from one state to the next: all of it or nothing. */
export interface IntentChange {
    /** The intent as it is afterwards. */
    readonly intent: PaymentIntent;
    /** New or changed operations, as they are afterwards. */
    readonly operations: readonly PaymentOperation[];
    /** New lines of the ledger. */
    readonly entries: readonly LedgerEntry[];
}

/** The record once the change is written. */
export function recordAfter(record: IntentRecord, change: IntentChange): IntentRecord {
    const changed = new Map(change.operations.map(operation => [operation.id, operation]));
    const known = new Set(record.operations.map(operation => operation.id));
    return {
        intent: change.intent,
        operations: [
            ...record.operations.map(operation => changed.get(operation.id) ?? operation),
            ...change.operations.filter(operation => !known.has(operation.id)),
        ],
        ledger: [...record.ledger, ...change.entries],
    };
}
