import { TransactionalConnection } from '@vendure/core';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Shop } from './shop';

/**
 * Holds an order's row as another server would that is changing it, runs `change`, and lets go when that
 * waits and `meanwhile` is over.
 *
 * @returns The statement at which `change` waited, and what it returned afterwards.
 * @throws Error when it does not wait.
 */
export async function whileOrderIsLocked<T>(
    shop: Shop,
    orderId: string,
    change: () => Promise<T>,
    meanwhile: () => Promise<unknown> = () => Promise.resolve(),
) {
    const { rawConnection } = shop.server.app.get(TransactionalConnection);
    const other = rawConnection.createQueryRunner();
    await other.startTransaction();
    try {
        const [row] = (await other.query(
            'SELECT pg_backend_pid() AS pid FROM "order" WHERE id = $1 FOR NO KEY UPDATE',
            [orderId.replace('T_', '')],
        )) as { pid: number }[];
        let isOver = false;
        const result = change().finally(() => (isOver = true));
        // Handled below: until then it must not count as unhandled.
        result.catch(() => undefined);
        const statement = await waitingStatement(shop, row?.pid ?? 0, () => isOver);
        await meanwhile();
        await other.rollbackTransaction();
        const value = await result;
        if (statement === undefined) {
            throw new Error(`It did not wait for order ${orderId}, and returned ${JSON.stringify(value)}.`);
        }
        return { statement, value };
    } finally {
        if (other.isTransactionActive) {
            await other.rollbackTransaction();
        }
        await other.release();
    }
}

/** What waits for the lock that this backend holds. */
async function waitingStatement(shop: Shop, pid: number, isOver: () => boolean): Promise<string | undefined> {
    while (!isOver()) {
        const [waiting] = await shop.sql<{ query: string }>(
            'SELECT query FROM pg_stat_activity WHERE $1 = ANY(pg_blocking_pids(pid))',
            [pid],
        );
        if (waiting) {
            return waiting.query;
        }
        await sleep(5);
    }
    return undefined;
}
