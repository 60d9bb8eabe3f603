import { balancesOf, holdsMoney } from './balances';
import type { IntentChange, IntentRecord } from './intent-record';
import { isOpen } from './payment-intent';
import type { OperationKind, PaymentOperation } from './payment-operation';
import { quarantined } from './apply-provider-payment';

type FollowUp = Exclude<OperationKind, 'authorise'>;

export type BeginResult =
    /** `change` is absent when the operation was stored before, and is to be repeated. */
    | { readonly allowed: true; readonly operation: PaymentOperation; readonly change?: IntentChange }
    | { readonly allowed: false; readonly reason: string };

/** How often a provider may refuse to give money back before a person has to look. */
const REFUSED_RETURNS = 5;

/** What is asked of a provider. */
export interface OperationRequest {
    readonly kind: FollowUp;
    /** Minor units. */
    readonly amount: number;
    /** Of a capture: let go of what is left over. */
    readonly final: boolean;
}

/** What the outside has to give for a new operation. */
export interface NewOperation {
    /** UUID. */
    readonly id: string;
    /** When to go on with it, should its request die half-way. */
    readonly resumeAt: Date;
}

/**
 * Stores an operation before its call, if the balances and the operations that are under way allow it. One of the
 * same kind and amount that nobody took note of yet is handed out again: the same request, made twice, is one call.
 */
export function beginOperation(
    record: IntentRecord,
    request: OperationRequest,
    { id, resumeAt }: NewOperation,
): BeginResult {
    const repeated = record.operations.find(
        operation =>
            operation.kind === request.kind &&
            operation.amount === request.amount &&
            operation.final === request.final &&
            operation.state !== 'failed' &&
            !operation.claimedAt,
    );
    if (repeated) {
        return { allowed: true, operation: repeated };
    }
    const reason = reasonAgainst(record, request);
    if (reason) {
        return { allowed: false, reason };
    }
    const operation = newOperation(record, request, id);
    const intent = { ...record.intent, nextStepAt: record.intent.nextStepAt ?? resumeAt };
    return { allowed: true, operation, change: { intent, operations: [operation], entries: [] } };
}

/**
 * Makes up its mind to give back the money of an intent that the order did not take, or to end one that still waits
 * for its shopper: from now on the order can't take it any more.
 *
 * @param reason - To be told to the shopper.
 * @returns `undefined` when there is nothing to give back, or nobody knows yet.
 */
export function beginReturn(
    record: IntentRecord,
    { id, resumeAt }: NewOperation,
    reason?: string,
): { readonly operation?: PaymentOperation; readonly change?: IntentChange } | undefined {
    const { intent, operations, ledger } = record;
    const mayReturn = intent.state === 'returning' || (isOpen(intent.state) && intent.state !== 'processing');
    if (!mayReturn) {
        return undefined;
    }
    /** Since it was decided to give the money back, or a person decided it again. */
    const looks = intent.state === 'returning' ? intent.attempts : 0;
    const returning = {
        ...intent,
        state: 'returning',
        action: undefined,
        attempts: looks,
        untoldReturn: reason ?? intent.untoldReturn,
        nextStepAt: intent.nextStepAt ?? resumeAt,
    } as const;
    const balances = balancesOf(ledger);
    const kind = balances.refundable > 0 && balances.capturable === 0 ? 'refund' : 'void';
    const same = operations.filter(operation => operation.kind === kind);
    const underWay = same.find(({ state }) => state === 'pending' || state === 'unknown');
    if (underWay) {
        return intent.state === 'returning'
            ? { operation: underWay }
            : { operation: underWay, change: { intent: returning, operations: [], entries: [] } };
    }
    const refusals = same.filter(({ state }) => state === 'failed').length;
    if (refusals >= REFUSED_RETURNS && looks >= REFUSED_RETURNS) {
        return {
            change: { intent: quarantined(intent, { code: 'return-refused' }), operations: [], entries: [] },
        };
    }
    const amount = kind === 'refund' ? balances.refundable : balances.capturable || intent.money.amount;
    const operation = newOperation(record, { kind, amount, final: true }, id);
    return { operation, change: { intent: returning, operations: [operation], entries: [] } };
}

function newOperation({ intent }: IntentRecord, request: OperationRequest, id: string): PaymentOperation {
    return { id, intentId: intent.id, ...request, idempotencyKey: id, state: 'pending', attempts: 0 };
}

function reasonAgainst(record: IntentRecord, { kind, amount }: OperationRequest): string | undefined {
    if (!Number.isSafeInteger(amount) || amount <= 0) {
        return `The amount must be a whole number of minor units above 0, got ${amount}.`;
    }
    switch (kind) {
        case 'capture':
            return reasonAgainstCapture(record, amount);
        case 'void':
            return reasonAgainstVoid(record);
        case 'refund':
            return reasonAgainstRefund(record, amount);
    }
}

function reasonAgainstCapture(record: IntentRecord, amount: number): string | undefined {
    if (amountUnderWay(record, 'void') > 0) {
        return 'The payment is being voided.';
    }
    const left = balancesOf(record.ledger).capturable - amountUnderWay(record, 'capture');
    return amount > left ? `Only ${Math.max(0, left)} of the held money is left to capture.` : undefined;
}

function reasonAgainstVoid(record: IntentRecord): string | undefined {
    if (amountUnderWay(record, 'capture') > 0) {
        return 'A capture of the payment is under way.';
    }
    const balances = balancesOf(record.ledger);
    const waits = !holdsMoney(balances) && isOpen(record.intent.state);
    return balances.capturable > 0 || waits ? undefined : 'No money is held any more.';
}

function reasonAgainstRefund(record: IntentRecord, amount: number): string | undefined {
    const left = balancesOf(record.ledger).refundable - amountUnderWay(record, 'refund');
    return amount > left ? `Only ${Math.max(0, left)} of the captured money is left to refund.` : undefined;
}

function amountUnderWay({ operations }: IntentRecord, kind: FollowUp): number {
    return operations
        .filter(operation => operation.kind === kind)
        .filter(({ state }) => state === 'pending' || state === 'unknown')
        .reduce((sum, operation) => sum + operation.amount, 0);
}
