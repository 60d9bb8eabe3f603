import { Injectable } from '@nestjs/common';
import { Order, OrderLine, type RequestContext, ShippingLine, TransactionalConnection } from '@vendure/core';
import type { EntityTarget, ObjectLiteral, QueryRunner } from 'typeorm';
import { OrderLock } from '../lock/order-lock';
import { type RowContents, rowContents } from './row-contents';

interface ReadRow {
    readonly transaction: QueryRunner;
    /** How often the transaction, or a savepoint in it, had been rolled back. */
    readonly rollbacks: number;
    readonly contents: RowContents;
}

/**
 * What the rows of orders, order lines and shipping lines have in them, by the entities that a transaction made of them
 * under the order's lock: nobody else writes these rows, and what the transaction itself saves or takes back is noticed.
 */
@Injectable()
export class ReadRows {
    private readonly rows = new WeakMap<object, ReadRow>();
    private readonly rollbacks = new WeakMap<QueryRunner, number>();

    constructor(
        private readonly connection: TransactionalConnection,
        private readonly orderLock: OrderLock,
    ) {
        connection.rawConnection.subscribers.push({
            // Somebody saves an entity with its repository.
            beforeUpdate: ({ entity }) => void (entity && this.rows.delete(entity)),
            afterTransactionRollback: ({ queryRunner }) =>
                void this.rollbacks.set(queryRunner, this.rollbacksOf(queryRunner) + 1),
        });
    }

    /** @param order - As it has just been read. Without its lock others may change it, and nothing of it is kept. */
    keepOrder(ctx: RequestContext, order: Order): void {
        if (!this.orderLock.heldOrderIds().includes(String(order.id))) {
            return;
        }
        this.keepAll(ctx, Order, [order]);
        this.keepAll(ctx, OrderLine, order.lines ?? []);
        this.keepAll(ctx, ShippingLine, order.shippingLines ?? []);
    }

    /** Keeps in mind what a transaction has written, or read with the order's lock. */
    keep(ctx: RequestContext, entity: object, contents: RowContents): void {
        const transaction = this.orderLock.transactionOf(ctx);
        if (transaction) {
            this.rows.set(entity, { transaction, rollbacks: this.rollbacksOf(transaction), contents });
        }
    }

    /** What the entity's row has in it, as far as that is known in the transaction of `ctx`. */
    contentsOf(ctx: RequestContext, entity: object): RowContents | undefined {
        const row = this.rows.get(entity);
        return row &&
            row.transaction === this.orderLock.transactionOf(ctx) &&
            row.rollbacks === this.rollbacksOf(row.transaction)
            ? row.contents
            : undefined;
    }

    private keepAll(
        ctx: RequestContext,
        target: EntityTarget<ObjectLiteral>,
        entities: readonly ObjectLiteral[],
    ): void {
        const metadata = this.connection.rawConnection.getMetadata(target);
        for (const entity of entities) {
            this.keep(ctx, entity, rowContents(entity, metadata));
        }
    }

    private rollbacksOf(transaction: QueryRunner): number {
        return this.rollbacks.get(transaction) ?? 0;
    }
}
