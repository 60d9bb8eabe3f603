import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { percentile } from '../../bench/checkout-cost/statistics';
import { brokenOnceCalm } from '../invariants';
import { gatherCrowd } from '../storm/crowd';
import { inParallel } from '../support/in-parallel';
import { RunningShop } from '../support/running-shop';
import type { Shopper } from '../support/shopper';

const SLOW_MS = 30_000;
const PAYMENTS = 10;
const OTHERS = 4;

/** As many payments as the server has connections to PostgreSQL: were each to keep one, nobody else would get any. */
describe('ten payments that take 30 seconds each', () => {
    let shop: RunningShop;
    let payers: Shopper[];
    let others: Shopper[];
    let variantId: string;

    beforeAll(async () => {
        shop = await RunningShop.open({
            name: 'slow_payments',
            servers: 1,
            env: { DATABASE_POOL_SIZE: String(PAYMENTS) },
        });
        const [place = ''] = shop.locations;
        variantId = await shop.merchant.addVariant({ sku: 'wanted', stock: { [place]: 100_000 } });
        payers = await gatherCrowd(shop, { size: PAYMENTS, variantId });
        others = await gatherCrowd(shop, { size: OTHERS, variantId });
        await inParallel(payers, PAYMENTS, shopper => shopper.startPaying());
    });

    afterAll(() => shop?.close());

    it('do not slow down other shoppers, nor keep a connection', async () => {
        await shoppersAtWork(10);
        const before = await shoppersAtWork(30);

        await shop.sandbox.control.setFaults([
            { kind: 'slow', operation: 'create', times: PAYMENTS, ms: SLOW_MS },
        ]);
        const paying = Promise.all(payers.map(shopper => shopper.pay('sandbox')));
        await expect.poll(underWay, { timeout: 5_000 }).toBe(PAYMENTS);
        const during = await shoppersAtWork(30);
        expect(await underWay(), 'all payments were under way all the time').toBe(PAYMENTS);
        expect(await keptConnections()).toBe(0);
        await paying;

        // Without connections for others, a request would wait for seconds, until a payment is over.
        expect(during).toBeLessThan(before * 1.5 + 100);
        expect(await brokenOnceCalm(shop, 60_000)).toEqual([]);
    });

    /** @returns p95 of their requests, in milliseconds. */
    async function shoppersAtWork(rounds: number): Promise<number> {
        const times: number[] = [];
        await inParallel(others, OTHERS, async shopper => {
            for (let round = 0; round < rounds; round++) {
                const started = performance.now();
                await (round % 2
                    ? shopper.add(variantId)
                    : shopper.client.ask(`{ activeOrder { id totalWithTax } }`));
                times.push(performance.now() - started);
            }
        });
        return percentile(times, 0.95);
    }

    async function underWay(): Promise<number> {
        const { rows } = await shop.database.query<{ n: number }>(
            `SELECT count(*)::int AS n FROM efi_payment_intent WHERE state = 'processing'`,
        );
        return rows[0]?.n ?? 0;
    }

    /** Connections of the server whose transaction has waited for longer than any honest step takes. */
    async function keptConnections(): Promise<number> {
        const { rows } = await shop.database.query<{ n: number }>(
            `SELECT count(*)::int AS n FROM pg_stat_activity
              WHERE datname = current_database() AND state LIKE 'idle in transaction%'
                AND now() - state_change > interval '500 milliseconds'`,
        );
        return rows[0]?.n ?? 0;
    }
});
