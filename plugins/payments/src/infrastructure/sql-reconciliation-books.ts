import { Injectable } from '@nestjs/common';
import {
    ReconciliationBooks,
    type ReconciliationFigures,
    type ReconciliationHistory,
} from '../application/ports/reconciliation-books.port';
import type { LedgerEntry } from '../domain/ledger';
import type { Discrepancy, Period, ProviderLine } from '../domain/reconciliation';
import { IntentDatabase } from './intent-database';

/** {@link ReconciliationBooks} in PostgreSQL, on the payments' own connections. */
@Injectable()
export class SqlReconciliationBooks extends ReconciliationBooks {
    constructor(private readonly database: IntentDatabase) {
        super();
    }

    async history(gateway: string): Promise<ReconciliationHistory> {
        const [row] = await this.database.query<{ lastEnd: Date | null; oldestOpen: Date | null }>(
            `SELECT (SELECT max("periodTo") FROM efi_payment_reconciliation
                      WHERE gateway = $1 AND state = 'completed') AS "lastEnd",
                    (SELECT min("occurredAt") FROM efi_payment_discrepancy
                      WHERE gateway = $1 AND state = 'open') AS "oldestOpen"`,
            [gateway],
        );
        return { lastEnd: row?.lastEnd ?? undefined, oldestOpen: row?.oldestOpen ?? undefined };
    }

    async begin(gateway: string, { from, to }: Period): Promise<string> {
        const [row] = await this.database.query<{ id: string }>(
            `INSERT INTO efi_payment_reconciliation (gateway, "periodFrom", "periodTo", state)
             VALUES ($1, $2, $3, 'running') RETURNING id`,
            [gateway, from, to],
        );
        if (!row) {
            throw new Error(`The reconciliation of ${gateway} was not stored.`);
        }
        return row.id;
    }

    async ledger(
        gateway: string,
        { from, to }: Period,
        listed: readonly ProviderLine[],
    ): Promise<readonly LedgerEntry[]> {
        return this.database.query<LedgerEntry>(
            `SELECT ${LEDGER_COLUMNS} FROM efi_payment_ledger l
              WHERE l.gateway = $1 AND l."occurredAt" >= $2 AND l."occurredAt" < $3
             UNION
             SELECT ${LEDGER_COLUMNS} FROM jsonb_to_recordset($4) AS line(kind text, reference text)
               JOIN efi_payment_ledger l
                 ON l.gateway = $1 AND l.kind = line.kind AND l."providerReference" = line.reference`,
            [
                gateway,
                from,
                to,
                JSON.stringify(listed.map(line => ({ kind: line.kind, reference: line.providerReference }))),
            ],
        );
    }

    async note(
        reconciliationId: string,
        gateway: string,
        { from, to }: Period,
        discrepancies: readonly Discrepancy[],
    ): Promise<void> {
        await this.database.query(NOTE, [
            reconciliationId,
            gateway,
            JSON.stringify(discrepancies.map(toJson)),
        ]);
        await this.database.query(
            `UPDATE efi_payment_discrepancy
                SET state = 'resolved', "resolvedAt" = now(), "updatedAt" = now()
              WHERE gateway = $2 AND state = 'open' AND "reconciliationId" <> $1
                AND "occurredAt" >= $3 AND "occurredAt" < $4`,
            [reconciliationId, gateway, from, to],
        );
    }

    async complete(reconciliationId: string, figures: ReconciliationFigures): Promise<void> {
        await this.database.query(
            `UPDATE efi_payment_reconciliation
                SET state = 'completed', movements = $2, repaired = $3, discrepancies = $4,
                    "finishedAt" = now(), "updatedAt" = now()
              WHERE id = $1`,
            [reconciliationId, figures.movements, figures.repaired, figures.discrepancies],
        );
    }

    async fail(reconciliationId: string, error: string): Promise<void> {
        await this.database.query(
            `UPDATE efi_payment_reconciliation
                SET state = 'failed', error = $2, "finishedAt" = now(), "updatedAt" = now() WHERE id = $1`,
            [reconciliationId, error],
        );
    }
}

/** One line per movement for good: what a person resolved is opened again only when the amounts changed since. */
const LEDGER_COLUMNS = `l.id, l."intentId", l.gateway, l.kind, l.amount, l.currency, l."providerReference",
    l."occurredAt", l.source`;

const NOTE = `
    INSERT INTO efi_payment_discrepancy AS known
           ("reconciliationId", gateway, kind, "movementKind", "providerReference", "paymentReference", "intentId",
            "amountThere", "currencyThere", "amountHere", "currencyHere", "occurredAt", state)
    SELECT $1, $2, d.kind, d."movementKind", d."providerReference", d."paymentReference", d."intentId",
           d."amountThere", d."currencyThere", d."amountHere", d."currencyHere", d."occurredAt", 'open'
      FROM jsonb_to_recordset($3) AS d(kind text, "movementKind" text, "providerReference" text,
           "paymentReference" text, "intentId" uuid, "amountThere" integer, "currencyThere" text,
           "amountHere" integer, "currencyHere" text, "occurredAt" timestamptz)
    ON CONFLICT (gateway, "movementKind", "providerReference") DO UPDATE
       SET "reconciliationId" = excluded."reconciliationId", kind = excluded.kind,
           "paymentReference" = excluded."paymentReference", "intentId" = excluded."intentId",
           "amountThere" = excluded."amountThere", "currencyThere" = excluded."currencyThere",
           "amountHere" = excluded."amountHere", "currencyHere" = excluded."currencyHere",
           "occurredAt" = excluded."occurredAt", state = 'open',
           "resolvedAt" = NULL, "resolvedBy" = NULL, reason = NULL, "updatedAt" = now()
     WHERE known.state = 'open' OR known."resolvedBy" IS NULL
        OR (known.kind, known."amountThere", known."currencyThere", known."amountHere", known."currencyHere")
           IS DISTINCT FROM (excluded.kind, excluded."amountThere", excluded."currencyThere",
                             excluded."amountHere", excluded."currencyHere")`;

function toJson({ there, here, ...discrepancy }: Discrepancy): object {
    return {
        ...discrepancy,
        amountThere: there?.amount,
        currencyThere: there?.currency,
        amountHere: here?.amount,
        currencyHere: here?.currency,
    };
}
