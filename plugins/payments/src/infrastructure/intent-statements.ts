import type { IntentChange } from '../domain/intent-record';
import { OPEN_STATES } from '../domain/payment-intent';
import { quarantineInWords } from '../domain/quarantine-reason';
import { INTENT_COLUMNS } from './intent-rows';
import type { Lease, LeaseEnd, NewIntent } from '../application/ports/intent-store.port';

/**
 * How long a request that pays has the intent to itself. It covers the two calls that a payment makes; after that
 * the resolver takes over, which is safe, even while the request goes on.
 */
const PAYING_LEASE = `interval '30 seconds'`;

/** The version (`xmin`) of the rows that the statement itself writes. */
const OWN_VERSION = 'pg_current_xact_id()::xid::text AS version';

/** As the index `ux_efi_payment_intent_open` has them. */
const OPEN = OPEN_STATES.map(state => `'${state}'`).join(', ');

/** Money that no order took, and that a person has to decide about. Until then nobody pays a second time. */
const UNDECIDED = (alias: string) => `(
    ${alias}.state = 'quarantined' AND ${alias}."paymentId" IS NULL
    AND EXISTS (SELECT FROM efi_payment_ledger l WHERE l."intentId" = ${alias}.id))`;

/** What stands in the way of another intent for an order; an open one before one for a person. */
export const FIND_OPEN = `
    SELECT ${INTENT_COLUMNS} FROM efi_payment_intent i
     WHERE i."orderId" = $1 AND (i.state IN (${OPEN}) OR ${UNDECIDED('i')})
     ORDER BY i.state = 'quarantined' LIMIT 1`;

/** Whether an order has to stay as it is. An intent that waits for its shopper does not count: if it is authorised later, the money is given back. */
export const IS_IN_PROGRESS = `
    SELECT 1 FROM efi_payment_intent i
     WHERE i."orderId" = $1 AND (i.state IN ('processing', 'pending', 'authorised') OR ${UNDECIDED('i')})`;

/**
 * Intent and operation in one statement, which gives them back as `selectRecords` would; nothing when something stands
 * in the way (`FIND_OPEN`).
 */
export const INSERT_INTENT = `
    WITH intent AS (
        INSERT INTO efi_payment_intent (id, "orderId", "orderCode", "channelId", "methodCode", gateway, amount,
               currency, "captureMode", "languageCode", state, "nextStepAt", "leaseUntil")
        SELECT $1::uuid, $2::integer, $3, $4::integer, $5, $6, $7::integer, $8, $9, $10, 'processing',
               now() + ${PAYING_LEASE}, now() + ${PAYING_LEASE}
         WHERE NOT EXISTS (SELECT FROM efi_payment_intent q WHERE q."orderId" = $2::integer AND ${UNDECIDED('q')})
        ON CONFLICT ("orderId") WHERE state IN (${OPEN}) DO NOTHING
        RETURNING *
    ), operation AS (
        INSERT INTO efi_payment_operation (id, "intentId", kind, amount, "idempotencyKey", state)
        SELECT id, id, 'authorise', amount, id::text, 'pending' FROM intent
        RETURNING *
    )
    SELECT ${INTENT_COLUMNS}, ${OWN_VERSION}, json_build_array(operation) AS operations, '[]'::json AS ledger
      FROM intent i, operation`;

export function insertIntentParameters(intent: NewIntent): unknown[] {
    const { id, orderId, orderCode, channelId, methodCode, gateway, money, captureMode, languageCode } =
        intent;
    return [
        id,
        Number(orderId),
        orderCode,
        Number(channelId),
        methodCode,
        gateway,
        money.amount,
        money.currency,
        captureMode,
        languageCode,
    ];
}

/**
 * Money that moved has to be followed up by somebody, whoever booked it: the process that did may die, and one that
 * is at work on the intent may not have seen it.
 */
const WAKE_UP = `CASE WHEN $3::varchar IN ('authorised', 'recorded', 'returning') AND $12::jsonb <> '[]'
                      THEN now() + interval '30 seconds' END`;

/**
 * Writes a change, if the intent is still as it was when the change was thought out: `xmin` names the transaction
 * that wrote the row last. Returns no row when another was faster, and then nothing is written.
 */
export const WRITE_CHANGE = `
    WITH moved AS (
        UPDATE efi_payment_intent
           SET state = $3, "providerReference" = $4, action = $5, "failureCode" = $6, "failureMessage" = $7,
               "quarantineReason" = $8, "quarantineFacts" = $15, card = $9, "nextStepAt" = coalesce($10, ${WAKE_UP}),
               attempts = $11, "untoldReturn" = $14, "updatedAt" = now()
         WHERE id = $1 AND xmin::text = $2
        RETURNING id, "nextStepAt"
    ), booked AS (
        INSERT INTO efi_payment_ledger
               ("intentId", gateway, kind, amount, currency, "providerReference", "occurredAt", source)
        SELECT moved.id, e.gateway, e.kind, e.amount, e.currency, e."providerReference", e."occurredAt", e.source
          FROM moved, jsonb_to_recordset($12::jsonb) AS e(gateway text, kind text, amount integer,
               currency text, "providerReference" text, "occurredAt" timestamptz, source text)
    ), run AS (
        INSERT INTO efi_payment_operation
               (id, "intentId", kind, amount, final, "idempotencyKey", state, "providerReference", error, attempts)
        SELECT o.id, moved.id, o.kind, o.amount, o.final, o."idempotencyKey", o.state, o."providerReference",
               o.error, o.attempts
          FROM moved, jsonb_to_recordset($13::jsonb) AS o(id uuid, kind text, amount integer, final boolean,
               "idempotencyKey" text, state text, "providerReference" text, error text, attempts integer)
        ON CONFLICT (id) DO UPDATE
           SET state = excluded.state, "providerReference" = excluded."providerReference",
               error = excluded.error, attempts = excluded.attempts, "updatedAt" = now()
    )
    SELECT "nextStepAt", ${OWN_VERSION} FROM moved`;

export function changeParameters({ intent, entries, operations }: IntentChange, version: string): unknown[] {
    return [
        intent.id,
        version,
        intent.state,
        intent.providerReference ?? null,
        intent.action ? JSON.stringify(intent.action) : null,
        intent.failure?.code ?? null,
        intent.failure?.message ?? null,
        intent.quarantine ? quarantineInWords(intent.quarantine) : null,
        intent.card ? JSON.stringify(intent.card) : null,
        intent.nextStepAt ?? null,
        intent.attempts,
        JSON.stringify(entries),
        JSON.stringify(operations),
        intent.untoldReturn ?? null,
        intent.quarantine ? JSON.stringify(intent.quarantine) : null,
    ];
}

export const HOLD_CAPTURE = `UPDATE efi_payment_intent SET "captureMode" = 'manual', "updatedAt" = now() WHERE id = $1`;

/** Only by a payment of the intent's own order and method: handlers of others may let shoppers write metadata. */
export const RECORD_INTENT = `
    UPDATE efi_payment_intent i SET state = 'recorded', "paymentId" = p.id, attempts = 0, "updatedAt" = now()
      FROM payment p
     WHERE i.id = $1 AND i.state = 'authorised'
       AND p.id = $2 AND p."orderId" = i."orderId" AND p.method = i."methodCode"
    RETURNING i.id`;

export const CLAIM_OPERATION = `
    UPDATE efi_payment_operation SET "claimedAt" = now()
     WHERE id = $1 AND "claimedAt" IS NULL RETURNING id`;

/** Does not wait for a row that a transaction is at work on: its intent is not free. */
export const TAKE_LEASE = `
    UPDATE efi_payment_intent
       SET "leaseUntil" = now() + $2 * interval '1 millisecond', "leaseNumber" = "leaseNumber" + 1
     WHERE id = (SELECT id FROM efi_payment_intent
                  WHERE id = $1 AND ("leaseUntil" IS NULL OR "leaseUntil" < now())
                    FOR UPDATE SKIP LOCKED)
    RETURNING "leaseNumber" AS number, failures`;

/**
 * Nothing is left to do only if the intent still is as it was when that was found: what another process booked or
 * decided meanwhile, or an operation it began, has left the intent to whoever looks next.
 */
export const END_LEASE = `
    UPDATE efi_payment_intent i
       SET "leaseUntil" = NULL,
           "nextStepAt" = CASE
               WHEN $3::timestamptz IS NOT NULL THEN $3::timestamptz
               WHEN i.state <> $4::varchar
                 OR $5::integer <> (SELECT count(*) FROM efi_payment_ledger l WHERE l."intentId" = i.id)
                 OR EXISTS (SELECT FROM efi_payment_operation o
                             WHERE o."intentId" = i.id AND o.state IN ('pending', 'unknown'))
               THEN coalesce(i."nextStepAt", now())
           END,
           attempts = CASE WHEN $3::timestamptz IS NULL THEN 0 WHEN $6 THEN attempts + 1 ELSE attempts END,
           failures = CASE WHEN $7 THEN failures + 1 ELSE 0 END
     WHERE i.id = $1 AND i."leaseNumber" = $2`;

export function endLeaseParameters({ intentId, number }: Lease, end: LeaseEnd): unknown[] {
    return 'doneWith' in end
        ? [intentId, number, null, end.doneWith.intent.state, end.doneWith.ledger.length, false, false]
        : [intentId, number, end.nextStepAt, null, null, end.after !== undefined, end.after === 'error'];
}

export const FIND_DUE = `
    SELECT id FROM efi_payment_intent
     WHERE "nextStepAt" <= now() AND ("leaseUntil" IS NULL OR "leaseUntil" < now())
     ORDER BY "nextStepAt" LIMIT $1`;
