import type { TransactionWrapper } from '@vendure/core/dist/connection/transaction-wrapper';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { TransactionQueue, type TransactionQueueBounds } from './transaction-queue';

/** What of a pool is left to those who hold no transaction: the reads of a page, and of the transactions' own caches. */
const FOR_READS = 1 / 3;

/**
 * Has this application's transactions wait in the process, not in the pool. Transactions that hold every connection
 * while they wait for one row would never get on when the one that has the row needs another connection.
 *
 * @param limit - Transactions at a time; by default two thirds of the pool's connections.
 */
export function queueTransactions(
    wrapper: TransactionWrapper,
    dataSource: DataSource,
    {
        limit = defaultLimit(dataSource),
        ...bounds
    }: Omit<TransactionQueueBounds, 'limit'> & { limit?: number },
): void {
    const queue = new TransactionQueue({ limit, ...bounds });
    const executeInTransaction = wrapper.executeInTransaction.bind(wrapper);
    wrapper.executeInTransaction = (ctx, work, mode, isolationLevel, connection) =>
        queue.run(() => executeInTransaction(ctx, work, mode, isolationLevel, connection));
}

function defaultLimit({ driver }: DataSource): number {
    const { options } = (driver as PostgresDriver).master as { options: { max: number } };
    return Math.max(1, Math.floor(options.max * (1 - FOR_READS)));
}
