import { balancesOf, holdsMoney } from './balances';
import type { IntentChange, IntentRecord } from './intent-record';
import type { Balances, LedgerEntry, MovementSource } from './ledger';
import { type IntentState, isOpen, type PaymentIntent } from './payment-intent';
import type { OperationKind, PaymentOperation } from './payment-operation';
import type { PaymentSnapshot, SnapshotMovement } from './payment-snapshot';
import type { QuarantineReason } from './quarantine-reason';
import { mismatchOf } from './snapshot-mismatch';

/**
 * Books what a provider tells about a payment, and moves its intent on. What moves an intent is the sum of all that
 * was ever booked, so snapshots may arrive twice, late and out of order: a late one can add to the ledger, and never
 * take from it.
 *
 * @param operationId - The operation whose answer the snapshot is, if it is one.
 * @returns `undefined` when the snapshot tells nothing new.
 */
export function applyProviderPayment(
    record: IntentRecord,
    snapshot: PaymentSnapshot,
    source: MovementSource,
    operationId?: string,
): IntentChange | undefined {
    const entries = newEntries(record, snapshot, source);
    const ledger = [...record.ledger, ...entries];
    const mismatch = mismatchOf(record, snapshot, ledger);
    const intent = mismatch
        ? quarantined(withReference(record.intent, snapshot), mismatch)
        : movedOn(record.intent, snapshot, balancesOf(ledger));
    const operations = concludedOperations(record.operations, snapshot, intent.state, operationId);
    return entries.length === 0 && operations.length === 0 && sameIntent(record.intent, intent)
        ? undefined
        : { intent, operations, entries };
}

/** Out of the automatic flow, until a person decided. */
export function quarantined(intent: PaymentIntent, reason: QuarantineReason): PaymentIntent {
    return intent.state === 'quarantined' || intent.state === 'dismissed'
        ? intent
        : { ...intent, state: 'quarantined', quarantine: reason, nextStepAt: undefined };
}

/** A person, and the provider that the money goes back through, need to know which payment it is. */
function withReference(intent: PaymentIntent, snapshot: PaymentSnapshot): PaymentIntent {
    const { providerReference = snapshot.providerReference } = intent;
    return (snapshot.intentId ?? intent.id) === intent.id ? { ...intent, providerReference } : intent;
}

function newEntries(record: IntentRecord, snapshot: PaymentSnapshot, source: MovementSource): LedgerEntry[] {
    const { id: intentId, gateway } = record.intent;
    const key = (line: Pick<LedgerEntry, 'kind' | 'providerReference'>) =>
        `${line.kind} ${line.providerReference}`;
    const booked = new Set(record.ledger.map(key));
    return snapshot.movements
        .filter(movement => !booked.has(key(movement)))
        .map(({ kind, providerReference, occurredAt, money }) => ({
            intentId,
            gateway,
            kind,
            ...money,
            providerReference,
            occurredAt,
            source,
        }));
}

function movedOn(intent: PaymentIntent, snapshot: PaymentSnapshot, balances: Balances): PaymentIntent {
    const state = nextState(intent.state, snapshot.status, balances);
    const hasEnded = state === 'declined' || state === 'voided';
    return {
        ...intent,
        state,
        providerReference: snapshot.providerReference,
        action: state === 'action-required' ? (snapshot.action ?? intent.action) : undefined,
        failure: state === 'declined' ? (snapshot.decline ?? intent.failure) : intent.failure,
        card: snapshot.card ?? intent.card,
        attempts: state === intent.state ? intent.attempts : 0,
        nextStepAt: hasEnded && intent.untoldReturn === undefined ? undefined : intent.nextStepAt,
    };
}

function nextState(state: IntentState, status: PaymentSnapshot['status'], balances: Balances): IntentState {
    if (state === 'recorded' || state === 'quarantined' || state === 'dismissed') {
        return state;
    }
    const isOver = status === 'voided' || status === 'declined' || status === 'captured';
    if (holdsMoney(balances)) {
        // Money for an intent that had ended already: nobody waits for it any more.
        return isOpen(state) ? 'authorised' : 'returning';
    }
    if (state === 'returning' || state === 'authorised') {
        return isOver ? 'voided' : state;
    }
    return isOpen(state) ? stateWithoutMoney(state, status) : state;
}

function stateWithoutMoney(state: IntentState, status: PaymentSnapshot['status']): IntentState {
    switch (status) {
        case 'action-required':
        case 'pending':
        case 'declined':
        case 'voided':
            return status;
        case 'captured':
            // Taken and given back again before anybody here heard of it.
            return 'voided';
        case 'approved':
            return 'processing';
        case 'authorised':
            return state;
    }
}

/** Operations that are under way, and whose end the snapshot shows. */
function concludedOperations(
    operations: readonly PaymentOperation[],
    snapshot: PaymentSnapshot,
    state: IntentState,
    answeredId: string | undefined,
): PaymentOperation[] {
    return operations.flatMap(operation => {
        if (operation.state === 'succeeded') {
            return [];
        }
        const movement = movementOf(operation, snapshot, operation.id === answeredId);
        const hasSucceeded =
            movement !== undefined ||
            operation.id === answeredId ||
            (isUnderWay(operation) && followsFromStatus(operation.kind, snapshot.status));
        if (!hasSucceeded) {
            return [];
        }
        const hasFailed = operation.kind === 'authorise' && state === 'declined';
        return [
            {
                ...operation,
                state: hasFailed ? 'failed' : 'succeeded',
                providerReference: movement?.providerReference ?? operation.providerReference,
                error: hasFailed ? snapshot.decline?.code : undefined,
            } satisfies PaymentOperation,
        ];
    });
}

function isUnderWay({ state }: PaymentOperation): boolean {
    return state === 'pending' || state === 'unknown';
}

/** That the provider has the payment shows that it was started; that it is void shows that it was let go. */
function followsFromStatus(kind: OperationKind, status: PaymentSnapshot['status']): boolean {
    return kind === 'void' ? status === 'voided' : kind === 'authorise' && status !== 'approved';
}

const MOVEMENT_OF = {
    authorise: 'authorised',
    capture: 'captured',
    void: 'voided',
    refund: 'refunded',
} as const satisfies Record<OperationKind, SnapshotMovement['kind']>;

function movementOf(
    operation: PaymentOperation,
    snapshot: PaymentSnapshot,
    isItsAnswer: boolean,
): SnapshotMovement | undefined {
    const ofItsKind = snapshot.movements.filter(movement => movement.kind === MOVEMENT_OF[operation.kind]);
    const byKey = ofItsKind.find(movement => movement.idempotencyKey === operation.idempotencyKey);
    // A provider that does not tell which call caused a movement: its answer ends with the one that the call made.
    return byKey ?? (isItsAnswer ? ofItsKind.filter(movement => !movement.idempotencyKey).at(-1) : undefined);
}

function sameIntent(before: PaymentIntent, after: PaymentIntent): boolean {
    return JSON.stringify(before) === JSON.stringify(after);
}
