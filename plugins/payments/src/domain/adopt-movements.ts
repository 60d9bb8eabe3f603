import { balancesOf } from './balances';
import type { IntentChange, IntentRecord } from './intent-record';
import type { LedgerEntry, MovementKind } from './ledger';
import type { OperationKind, PaymentOperation } from './payment-operation';

const OPERATION_OF: Partial<Record<MovementKind, OperationKind>> = {
    captured: 'capture',
    refunded: 'refund',
};

/**
 * Makes operations of captures and refunds that somebody made at the provider, in its own dashboard, so that the order
 * takes note of them like of any other.
 *
 * @param newId - Gives a new UUID each time.
 * @returns `undefined` when there are none.
 */
export function adoptMovements(record: IntentRecord, newId: () => string): IntentChange | undefined {
    const { intent, operations, ledger } = record;
    const known = new Set(operations.map(operation => operation.providerReference));
    const adopted = ledger
        .filter(entry => !known.has(entry.providerReference) && isForeign(entry, record))
        .map((entry): PaymentOperation => {
            const id = newId();
            return {
                id,
                intentId: intent.id,
                kind: OPERATION_OF[entry.kind] ?? 'refund',
                amount: entry.amount,
                final: true,
                idempotencyKey: id,
                state: 'succeeded',
                providerReference: entry.providerReference,
                attempts: 0,
            };
        });
    return adopted.length > 0 ? { intent, operations: adopted, entries: [] } : undefined;
}

/** The amounts have to say so, too: not every provider tells which call a movement came from. */
function isForeign(entry: LedgerEntry, { operations, ledger }: IntentRecord): boolean {
    const kind = OPERATION_OF[entry.kind];
    // Money that was taken at once was taken by `authorise`.
    const wasTakenAtOnce = entry.kind === 'captured' && balancesOf(ledger).authorised === 0;
    if (kind === undefined || wasTakenAtOnce) {
        return false;
    }
    const booked = sum(ledger.filter(line => line.kind === entry.kind));
    const ours = sum(
        operations.filter(operation => operation.kind === kind && operation.state === 'succeeded'),
    );
    return booked - ours >= entry.amount;
}

function sum(amounts: readonly { readonly amount: number }[]): number {
    return amounts.reduce((total, { amount }) => total + amount, 0);
}
