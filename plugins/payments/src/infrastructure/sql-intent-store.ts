import { queryPrepared } from '@efi/plugin-kit';
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
import type { PaymentOperation } from '../domain/payment-operation';
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
    INSERT_INTENT,
    insertIntentParameters,
    RECORD_INTENT,
    TAKE_LEASE,
    WRITE_CHANGE,
} from './intent-statements';

/** How often a change is thought out again because another came in between. Each time one of them got through. */
const MAX_ATTEMPTS = 20;

type BeginAnswer = ({ allowed: true } & BegunOperation) | { allowed: false; reason: string };

const RESUME_AFTER_MS = 30_000;

/**
 * {@link IntentStore} in PostgreSQL. Every change is thought out by a pure function on what was read, and written in
 * one statement that does nothing if the intent was changed in between; then it is thought out again.
 */
@Injectable()
export class SqlIntentStore extends IntentStore {
    constructor(
        private readonly database: IntentDatabase,
        private readonly connection: TransactionalConnection,
        private readonly announcer: IntentAnnouncer,
    ) {
        super();
    }

    async create(
        intent: NewIntent,
    ): Promise<{ created: true; operation: PaymentOperation } | { created: false; open: PaymentIntent }> {
        for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            const [row] = await this.database.query(INSERT_INTENT, insertIntentParameters(intent));
            if (row) {
                return { created: true, operation: authoriseOperation(intent) };
            }
            const open = await this.findOpenForOrder(intent.orderId);
            if (open) {
                return { created: false, open };
            }
        }
        throw new Error(`The open intent of order ${intent.orderCode} comes and goes.`);
    }

    async find(intentId: string): Promise<IntentRecord | undefined> {
        return (await this.read(intentId))?.record;
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
                return { result: begun };
            }
            const { change, operation } = begun;
            return { change, result: { allowed: true, operation, record: afterwards(record, change) } };
        });
    }

    async beginReturn(intentId: string, reason?: string): Promise<BegunOperation | undefined> {
        return this.change<BegunOperation | undefined>(intentId, record => {
            const { change, operation } = beginReturn(record, newOperation(), reason) ?? {};
            return { change, result: operation && { operation, record: afterwards(record, change) } };
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
    ): Promise<IntentRecord> {
        return this.move(intentId, record => applyProviderPayment(record, payment, source, operation?.id));
    }

    applyAuthoriseOutcome(
        intentId: string,
        operationId: string,
        outcome: AuthoriseOutcome,
    ): Promise<IntentRecord> {
        return this.move(intentId, record => applyAuthoriseAnswer(record, operationId, outcome));
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
    ): Promise<IntentRecord> {
        return this.change(intentId, record => {
            const change = decide(record);
            return { change, result: afterwards(record, change) };
        });
    }

    private async change<T>(
        intentId: string,
        decide: (record: IntentRecord) => { readonly change?: IntentChange; readonly result: T },
    ): Promise<T> {
        for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            const { record, version } = await this.readOrThrow(intentId);
            const { change, result } = decide(record);
            if (!change) {
                return result;
            }
            const [written] = await this.database.query(WRITE_CHANGE, changeParameters(change, version));
            if (written) {
                await this.announcer.announce(record, change);
                return result;
            }
        }
        throw new Error(
            `Intent ${intentId} was changed ${MAX_ATTEMPTS} times while a change was made to it.`,
        );
    }

    private async readOrThrow(intentId: string): Promise<{ record: IntentRecord; version: string }> {
        const read = await this.read(intentId);
        if (!read) {
            throw new Error(`There is no payment intent ${intentId}.`);
        }
        return read;
    }

    private async read(intentId: string): Promise<{ record: IntentRecord; version: string } | undefined> {
        const [row] = await this.database.query<RecordRow>(selectRecords('i.id = $1'), [intentId]);
        return row && { record: toRecord(row), version: row.version };
    }

    private managerOf(ctx: RequestContext) {
        return this.connection.getRepository(ctx, Payment).manager;
    }
}

/** As {@link INSERT_INTENT} stores it: the intent's id serves as the operation's id and key, too. */
function authoriseOperation({ id, money }: NewIntent): PaymentOperation {
    return {
        id,
        intentId: id,
        kind: 'authorise',
        amount: money.amount,
        final: true,
        idempotencyKey: id,
        state: 'pending',
        attempts: 0,
    };
}

/** A request that begins an operation goes on with it at once; only when it dies, the resolver does. */
function newOperation(): NewOperation {
    return { id: randomUUID(), resumeAt: new Date(Date.now() + RESUME_AFTER_MS) };
}

function afterwards(record: IntentRecord, change: IntentChange | undefined): IntentRecord {
    return change ? recordAfter(record, change) : record;
}
