import { auditTrail, queryPrepared } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import { type ID, Payment, type RequestContext, TransactionalConnection } from '@vendure/core';
import { randomUUID } from 'node:crypto';
import {
    type BegunOperation,
    type IntentRecord,
    IntentStore,
    type Lease,
    type LeaseEnd,
    type NewIntent,
} from '../application/ports/intent-store.port';
import type { AuthoriseOutcome, ProviderPayment } from '../application/ports/payment-gateway.port';
import { adoptMovements } from '../domain/adopt-movements';
import { applyProviderPayment } from '../domain/apply-provider-payment';
import { applyAuthoriseAnswer } from '../domain/authorise-outcome';
import {
    beginOperation,
    beginReturn,
    type NewOperation,
    type OperationRequest,
} from '../domain/begin-operation';
import {
    concludeOperation,
    endIntent,
    type OperationOutcome,
    quarantineIntent,
} from '../domain/conclude-operation';
import { type IntentChange, recordAfter } from '../domain/intent-record';
import type { MovementSource } from '../domain/ledger';
import type { PaymentIntent } from '../domain/payment-intent';
import type { QuarantineReason } from '../domain/quarantine-reason';
import { IntentAnnouncer } from './intent-announcer';
import { IntentDatabase } from './intent-database';
import { type IntentRow, type RecordRow, selectRecords, toIntent, toRecord } from './intent-rows';
import {
    changeParameters,
    CLAIM_OPERATION,
    END_LEASE,
    endLeaseParameters,
    FIND_DUE,
    FIND_OPEN,
    HOLD_CAPTURE,
    INSERT_INTENT,
    insertIntentParameters,
    RECORD_INTENT,
    TAKE_LEASE,
    WRITE_CHANGE,
} from './intent-statements';
import { toldMovements } from './told-movements';

/** How often a change is thought out again because another came in between. Each time one of them got through. */
const MAX_ATTEMPTS = 20;

type BeginAnswer = ({ allowed: true } & BegunOperation) | { allowed: false; reason: string };

/** What a row has that its record does not. */
type StoredRow = Pick<RecordRow, 'version' | 'nextStepAt'>;

const RESUME_AFTER_MS = 30_000;

/**
 * {@link IntentStore} in PostgreSQL. Every change is thought out by a pure function on what was read, and written in
 * one statement that does nothing if the intent was changed in between; then it is thought out again.
 */
@Injectable()
export class SqlIntentStore extends IntentStore {
    /** Of the records that were handed out. */
    private readonly rows = new WeakMap<IntentRecord, StoredRow>();

    constructor(
        private readonly database: IntentDatabase,
        private readonly connection: TransactionalConnection,
        private readonly announcer: IntentAnnouncer,
    ) {
        super();
    }

    async create(
        intent: NewIntent,
    ): Promise<{ created: true; record: IntentRecord } | { created: false; open: PaymentIntent }> {
        for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            const parameters = insertIntentParameters(intent);
            const [row] = await this.database.query<RecordRow>(INSERT_INTENT, parameters);
            if (row) {
                return { created: true, record: this.remember(toRecord(row), row) };
            }
            const open = await this.findOpenForOrder(intent.orderId);
            if (open) {
                return { created: false, open };
            }
        }
        throw new Error(`The open intent of order ${intent.orderCode} comes and goes.`);
    }

    async holdCapture(intentId: string): Promise<IntentRecord> {
        await this.database.query(HOLD_CAPTURE, [intentId]);
        return this.readOrThrow(intentId);
    }

    async find(intentId: string): Promise<IntentRecord | undefined> {
        return this.read(intentId);
    }

    async findByReference(gateway: string, providerReference: string): Promise<IntentRecord | undefined> {
        const [row] = await this.database.query<RecordRow>(
            selectRecords('i.gateway = $1 AND i."providerReference" = $2'),
            [gateway, providerReference],
        );
        return row && toRecord(row);
    }

    async findOpenForOrder(orderId: string): Promise<PaymentIntent | undefined> {
        const [row] = await this.database.query<IntentRow>(FIND_OPEN, [Number(orderId)]);
        return row && toIntent(row);
    }

    async findByPayment(ctx: RequestContext, paymentId: string): Promise<IntentRecord | undefined> {
        const [row] = await queryPrepared<RecordRow>(
            this.managerOf(ctx),
            selectRecords('i."paymentId" = $1'),
            [Number(paymentId)],
        );
        return row && toRecord(row);
    }

    async beginOperation(intentId: string, request: OperationRequest): Promise<BeginAnswer> {
        return this.change<BeginAnswer>(intentId, record => {
            const begun = beginOperation(record, request, newOperation());
            if (!begun.allowed) {
                return { answer: () => begun };
            }
            const { change, operation } = begun;
            return { change, answer: after => ({ allowed: true, operation, record: after }) };
        });
    }

    async beginReturn(intentId: string, reason?: string): Promise<BegunOperation | undefined> {
        return this.change<BegunOperation | undefined>(intentId, record => {
            const { change, operation } = beginReturn(record, newOperation(), reason) ?? {};
            return { change, answer: after => operation && { operation, record: after } };
        });
    }

    async markReturnTold(intentId: string): Promise<void> {
        await this.move(intentId, ({ intent }) => ({
            intent: { ...intent, untoldReturn: undefined },
            operations: [],
            entries: [],
        }));
    }

    applyProviderPayment(
        intentId: string,
        payment: ProviderPayment,
        source: MovementSource,
        operation?: { readonly id: string; readonly outcome: 'succeeded' },
        known?: IntentRecord,
    ): Promise<IntentRecord> {
        const decide = (record: IntentRecord) => applyProviderPayment(record, payment, source, operation?.id);
        return this.move(intentId, decide, known);
    }

    applyAuthoriseOutcome(
        intentId: string,
        operationId: string,
        outcome: AuthoriseOutcome,
        known?: IntentRecord,
    ): Promise<IntentRecord> {
        return this.move(intentId, record => applyAuthoriseAnswer(record, operationId, outcome), known);
    }

    adoptMovements(intentId: string): Promise<IntentRecord> {
        return this.move(intentId, record => adoptMovements(record, randomUUID));
    }

    async markOperation(intentId: string, operationId: string, outcome: OperationOutcome): Promise<void> {
        await this.move(intentId, record => concludeOperation(record, operationId, outcome));
    }

    async markFailed(intentId: string, failure: { code: string; message: string }): Promise<void> {
        await this.move(intentId, record => endIntent(record, 'failed', failure));
    }

    async quarantine(intentId: string, reason: QuarantineReason): Promise<void> {
        await this.move(intentId, record => quarantineIntent(record, reason));
    }

    async markRecorded(ctx: RequestContext, intentId: string, paymentId: ID): Promise<void> {
        const [row] = await queryPrepared(this.managerOf(ctx), RECORD_INTENT, [intentId, Number(paymentId)]);
        if (!row) {
            throw new Error(`Intent ${intentId} is not authorised any more, so no order can take it.`);
        }
    }

    async claimOperation(ctx: RequestContext, operationId: string): Promise<void> {
        const [row] = await queryPrepared(this.managerOf(ctx), CLAIM_OPERATION, [operationId]);
        if (!row) {
            throw new Error(`Operation ${operationId} was taken note of already, by another request.`);
        }
    }

    async takeLease(intentId: string, milliseconds: number): Promise<Lease | undefined> {
        const [row] = await this.database.query<Omit<Lease, 'intentId'>>(TAKE_LEASE, [
            intentId,
            milliseconds,
        ]);
        return row && { intentId, ...row };
    }

    async endLease(lease: Lease, end: LeaseEnd): Promise<void> {
        await this.database.query(END_LEASE, endLeaseParameters(lease, end));
    }

    async findDue(limit: number): Promise<readonly string[]> {
        const rows = await this.database.query<{ id: string }>(FIND_DUE, [limit]);
        return rows.map(row => row.id);
    }

    private async move(
        intentId: string,
        decide: (record: IntentRecord) => IntentChange | undefined,
        known?: IntentRecord,
    ): Promise<IntentRecord> {
        return this.change(intentId, record => ({ change: decide(record), answer: after => after }), known);
    }

    /**
     * @param decide - What to write, if anything, and what to answer with the record as it is afterwards.
     * @param known - Taken for what is stored, until it turns out that it is not, or that nothing is to be written.
     */
    private async change<T>(
        intentId: string,
        decide: (record: IntentRecord) => {
            readonly change?: IntentChange;
            readonly answer: (after: IntentRecord) => T;
        },
        known?: IntentRecord,
    ): Promise<T> {
        let guess = known && this.rows.has(known) ? known : undefined;
        for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            const record = guess ?? (await this.readOrThrow(intentId));
            const { change, answer } = decide(this.asStored(record));
            if (!change && !guess) {
                return answer(record);
            }
            guess = undefined;
            const after = change && (await this.write(record, change));
            if (after) {
                return answer(after);
            }
        }
        throw new Error(
            `Intent ${intentId} was changed ${MAX_ATTEMPTS} times while a change was made to it.`,
        );
    }

    /** @returns The record afterwards, or `undefined` when another was faster and nothing was written. */
    private async write(record: IntentRecord, change: IntentChange): Promise<IntentRecord | undefined> {
        const written = await this.writeRow(record, change);
        if (!written) {
            return undefined;
        }
        await this.announcer.announce(record, change);
        return this.remember(recordAfter(record, change), written);
    }

    /** With the entry of the audit trail, where there is to be one, in the same transaction. */
    private async writeRow(record: IntentRecord, change: IntentChange): Promise<StoredRow | undefined> {
        const parameters = changeParameters(change, this.rowOf(record).version);
        const act = toldMovements(record, change);
        if (!act) {
            const [written] = await this.database.query<StoredRow>(WRITE_CHANGE, parameters);
            return written;
        }
        return this.database.inTransaction(async manager => {
            const [written] = await queryPrepared<StoredRow>(manager, WRITE_CHANGE, parameters);
            if (written) {
                await auditTrail(this.connection.rawConnection).recordIn(manager, act);
            }
            return written;
        });
    }

    private async readOrThrow(intentId: string): Promise<IntentRecord> {
        const record = await this.read(intentId);
        if (!record) {
            throw new Error(`There is no payment intent ${intentId}.`);
        }
        return record;
    }

    private async read(intentId: string): Promise<IntentRecord | undefined> {
        const [row] = await this.database.query<RecordRow>(selectRecords('i.id = $1'), [intentId]);
        return row && this.remember(toRecord(row), row);
    }

    private remember(record: IntentRecord, { version, nextStepAt }: StoredRow): IntentRecord {
        this.rows.set(record, { version, nextStepAt });
        return record;
    }

    /** Writing decides on the next step by itself where the change does not. */
    private asStored(record: IntentRecord): IntentRecord {
        const nextStepAt = this.rowOf(record).nextStepAt ?? undefined;
        return { ...record, intent: { ...record.intent, nextStepAt } };
    }

    private rowOf(record: IntentRecord): StoredRow {
        const row = this.rows.get(record);
        if (!row) {
            throw new Error(`The record of intent ${record.intent.id} does not come from this store.`);
        }
        return row;
    }

    private managerOf(ctx: RequestContext) {
        return this.connection.getRepository(ctx, Payment).manager;
    }
}

/** A request that begins an operation goes on with it at once; only when it dies, the resolver does. */
function newOperation(): NewOperation {
    return { id: randomUUID(), resumeAt: new Date(Date.now() + RESUME_AFTER_MS) };
}
