import { Injectable } from '@nestjs/common';
import { metrics, queryPrepared, WorkContext } from '@efi/plugin-kit';
import {
    FulfillmentLine,
    Order,
    OrderLine,
    Payment,
    Refund,
    type RequestContext,
    TransactionalConnection,
} from '@vendure/core';
import type { EntityTarget, ObjectLiteral, QueryRunner } from 'typeorm';
import type { OrderReference } from './order-reference';

/** What the calls on the way here have locked, and in which transaction. */
interface HeldLocks {
    readonly transaction: QueryRunner;
    readonly orderIds: ReadonlySet<string>;
}

/**
 * The lock of an order: its row, until the end of the transaction, so that two changes of one order never overlap,
 * on however many servers. `FOR NO KEY UPDATE` keeps other changes out and lets rows that refer to the order in.
 */
@Injectable()
export class OrderLock {
    private readonly held = new WorkContext<HeldLocks>();

    constructor(private readonly connection: TransactionalConnection) {}

    /**
     * Runs `work` with the lock of the orders, in the transaction of `ctx`, or in one of its own when it has none.
     * What `work` reads is what the changes before it left behind.
     */
    async run<T>(
        ctx: RequestContext,
        reference: OrderReference,
        work: (ctx: RequestContext) => Promise<T>,
    ): Promise<T> {
        const transaction = this.transactionOf(ctx);
        if (!transaction) {
            return this.inTransaction(ctx, inner => this.run(inner, reference, work));
        }
        const store = this.held.getStore();
        const before = store?.transaction === transaction ? store.orderIds : new Set<string>();
        if (isHeld(reference, before)) {
            return work(ctx);
        }
        const orderIds = new Set([...before, ...(await this.lock(transaction, reference))]);
        return this.held.run({ transaction, orderIds }, () => work(ctx));
    }

    /** Runs `work` in the transaction of `ctx`, or in one of its own. Opens no savepoint. */
    async inTransaction<T>(ctx: RequestContext, work: (ctx: RequestContext) => Promise<T>): Promise<T> {
        return this.transactionOf(ctx) ? work(ctx) : this.connection.withTransaction(ctx, work);
    }

    /** Ids of the orders that the running call changes. */
    heldOrderIds(): readonly string[] {
        return [...(this.held.getStore()?.orderIds ?? [])];
    }

    /** The transaction that `ctx` is in, if it is in one. */
    transactionOf(ctx: RequestContext): QueryRunner | undefined {
        const runner = this.connection.getRepository(ctx, Order).manager.queryRunner;
        return runner && !runner.isReleased && runner.isTransactionActive ? runner : undefined;
    }

    /** Locks in the order of the ids, so that two calls that change the same orders do not wait for each other. */
    private async lock(transaction: QueryRunner, reference: OrderReference): Promise<string[]> {
        const ids = reference.ids.filter(id => id != null);
        if (ids.length === 0) {
            return [];
        }
        // Taken at once as strong as it will be: two transactions that both want more later meet in a deadlock.
        const strength = reference.mayDelete ? 'FOR UPDATE' : 'FOR NO KEY UPDATE';
        const began = performance.now();
        const rows = await queryPrepared<{ id: number | string }>(
            transaction.manager,
            `SELECT id FROM ${this.table(Order)} WHERE ${this.condition(reference.by)} ORDER BY id ${strength}`,
            [ids],
        );
        waitTime().observe((performance.now() - began) / 1000);
        return rows.map(row => String(row.id));
    }

    private condition(by: OrderReference['by']): string {
        switch (by) {
            case 'order':
                return 'id = ANY($1)';
            case 'orderLine':
                return `id IN (SELECT "orderId" FROM ${this.table(OrderLine)} WHERE id = ANY($1))`;
            case 'payment':
                return `id IN (SELECT "orderId" FROM ${this.table(Payment)} WHERE id = ANY($1))`;
            case 'refund':
                return `id IN (SELECT payment."orderId" FROM ${this.table(Refund)} AS refund
                    JOIN ${this.table(Payment)} AS payment ON payment.id = refund."paymentId" WHERE refund.id = ANY($1))`;
            case 'fulfillment':
                return `id IN (SELECT line."orderId" FROM ${this.table(FulfillmentLine)} AS fulfilled
                    JOIN ${this.table(OrderLine)} AS line ON line.id = fulfilled."orderLineId"
                    WHERE fulfilled."fulfillmentId" = ANY($1))`;
        }
    }

    private table(entity: EntityTarget<ObjectLiteral>): string {
        const { driver } = this.connection.rawConnection;
        return driver.escape(this.connection.rawConnection.getMetadata(entity).tableName);
    }
}

/** Only ids of orders can be told without asking the database. */
function isHeld({ by, ids }: OrderReference, held: ReadonlySet<string>): boolean {
    return by === 'order' && ids.every(id => id == null || held.has(String(id)));
}

function waitTime() {
    return metrics().histogram(
        'efi_order_lock_wait_seconds',
        'How long a change of an order waited for the changes before it.',
    );
}
