import { metrics, type MetricLabels, setMetrics } from '@efi/plugin-kit';
import { TransactionalConnection } from '@vendure/core';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderIntegrityShop } from './support/shop';

describe('a mutation that meets a deadlock', async () => {
    // The shop's connections look for a deadlock after so long, once, when the other one is long there.
    const shop = await orderIntegrityShop({
        dbConnectionOptions: { type: 'postgres', extra: { options: '-c deadlock_timeout=4s' } },
    });
    const counted: (MetricLabels | undefined)[] = [];
    const noMetrics = metrics();
    beforeAll(async () => {
        await shop.start();
        setMetrics({
            ...noMetrics,
            counter: name => ({
                increment: labels => void (name === 'efi_transaction_retries_total' && counted.push(labels)),
            }),
        });
    });
    afterAll(async () => {
        setMetrics(noMetrics);
        await shop.stop();
    });

    it('is run again from its start, succeeds once, and is counted', async () => {
        const shopper = await shop.shopper().begin();
        await shopper.add();
        const { id, lines } = await shopper.order();
        const orderId = id.replace('T_', '');
        const other = shop.server.app.get(TransactionalConnection).rawConnection.createQueryRunner();
        await other.startTransaction();
        await other.query(`SET LOCAL deadlock_timeout = '1min'`);
        const [row] = (await other.query(
            'SELECT pg_backend_pid() AS pid FROM order_line WHERE id = $1 FOR UPDATE',
            [lines[0]?.id.replace('T_', '')],
        )) as { pid: number }[];

        // It has the order, and waits for the line that the other one has, ...
        const added = shopper.add(1, 4);
        while (
            (await shop.sql('SELECT FROM pg_stat_activity WHERE $1 = ANY(pg_blocking_pids(pid))', [row?.pid]))
                .length === 0
        ) {
            await sleep(5);
        }
        // ... which now waits for the order. The one that looks first gives way.
        await other.query('SELECT FROM "order" WHERE id = $1 FOR NO KEY UPDATE', [orderId]);
        await other.commitTransaction();
        await other.release();

        expect(await added).toMatchObject({ __typename: 'Order', id, totalQuantity: 5 });
        expect(counted).toEqual([{ code: '40P01', outcome: 'succeeded' }]);
    });
});
