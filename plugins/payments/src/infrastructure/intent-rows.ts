import type { IntentRecord } from '../domain/intent-record';
import type { LedgerEntry } from '../domain/ledger';
import type { PaymentIntent } from '../domain/payment-intent';
import type { PaymentOperation } from '../domain/payment-operation';
import type { EfiPaymentIntent } from './entities/payment-intent.entity';
import type { EfiPaymentLedgerEntry } from './entities/ledger-entry.entity';
import type { EfiPaymentOperation } from './entities/payment-operation.entity';

type Json<T> = {
    [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K];
};

/** A row of an intent as {@link INTENT_COLUMNS} has it. */
export type IntentRow = Omit<
    EfiPaymentIntent,
    'updatedAt' | 'quarantineReason' | 'leaseUntil' | 'leaseNumber' | 'failures'
>;

/** A row of an intent with its operations and ledger as JSON, and the row's version. */
export type RecordRow = IntentRow & {
    readonly version: string;
    readonly operations: readonly Json<EfiPaymentOperation>[];
    readonly ledger: readonly Json<EfiPaymentLedgerEntry>[];
};

/** What {@link toIntent} reads, of the intent `i`. */
export const INTENT_COLUMNS = `i.id, i."orderId", i."orderCode", i."channelId", i."methodCode", i.gateway, i.amount,
    i.currency, i."captureMode", i."languageCode", i.state, i."providerReference", i.action, i."failureCode",
    i."failureMessage", i."quarantineFacts", i."untoldReturn", i."paymentId", i.card, i."nextStepAt", i.attempts,
    i."createdAt"`;

/** Selects {@link RecordRow}s; `where` names the intents, as `i`. */
export const selectRecords = (where: string) => `
    SELECT ${INTENT_COLUMNS}, i.xmin::text AS version,
           (SELECT coalesce(json_agg(o ORDER BY o."createdAt", o.id), '[]')
              FROM efi_payment_operation o WHERE o."intentId" = i.id) AS operations,
           (SELECT coalesce(json_agg(l ORDER BY l.id), '[]')
              FROM efi_payment_ledger l WHERE l."intentId" = i.id) AS ledger
      FROM efi_payment_intent i WHERE ${where}`;

export function toRecord(row: RecordRow): IntentRecord {
    return {
        intent: toIntent(row),
        operations: row.operations.map(toOperation),
        ledger: row.ledger.map(toEntry),
    };
}

export function toIntent(row: IntentRow): PaymentIntent {
    return {
        id: row.id,
        orderId: String(row.orderId),
        orderCode: row.orderCode,
        channelId: String(row.channelId),
        methodCode: row.methodCode,
        gateway: row.gateway,
        money: { amount: row.amount, currency: row.currency },
        captureMode: row.captureMode,
        languageCode: row.languageCode,
        state: row.state,
        providerReference: row.providerReference ?? undefined,
        action: row.action ?? undefined,
        failure: row.failureCode ? { code: row.failureCode, message: row.failureMessage ?? '' } : undefined,
        quarantine: row.quarantineFacts ?? undefined,
        untoldReturn: row.untoldReturn ?? undefined,
        paymentId: row.paymentId === null ? undefined : String(row.paymentId),
        card: row.card ?? undefined,
        nextStepAt: row.nextStepAt ?? undefined,
        attempts: row.attempts,
        createdAt: row.createdAt,
    };
}

function toOperation(row: RecordRow['operations'][number]): PaymentOperation {
    return {
        id: row.id,
        intentId: row.intentId,
        kind: row.kind,
        amount: row.amount,
        final: row.final,
        idempotencyKey: row.idempotencyKey,
        state: row.state,
        providerReference: row.providerReference ?? undefined,
        error: row.error ?? undefined,
        attempts: row.attempts,
        begunAt: new Date(row.createdAt),
        claimedAt: row.claimedAt === null ? undefined : new Date(row.claimedAt),
    };
}

function toEntry(row: RecordRow['ledger'][number]): LedgerEntry {
    return {
        intentId: row.intentId,
        gateway: row.gateway,
        kind: row.kind,
        amount: row.amount,
        currency: row.currency,
        providerReference: row.providerReference,
        occurredAt: new Date(row.occurredAt),
        source: row.source,
    };
}
