import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Shop } from './shop';

/** Keeps the rows of orders, past the application, until its end. */
export async function holdOrders(shop: Shop, ids: readonly string[]) {
    const { url } = shop.config.dbConnectionOptions as { url: string };
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query('BEGIN');
    await client.query('SELECT FROM "order" WHERE id = ANY($1) FOR UPDATE', [
        ids.map(id => id.replace('T_', '')),
    ]);
    return {
        /** Resolves when at least as many transactions wait. */
        async isWaitedForBy(count: number): Promise<void> {
            const waiting =
                'SELECT FROM pg_stat_activity WHERE pg_backend_pid() = ANY(pg_blocking_pids(pid))';
            while (((await client.query(waiting)).rowCount ?? 0) < count) {
                await sleep(10);
            }
        },
        end: () => client.end(),
    };
}
