import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

    it('keep no connection, and others are served while all of them are under way', async () => {
        await shop.sandbox.control.setFaults([
            { kind: 'slow', operation: 'create', times: PAYMENTS, ms: SLOW_MS },
        ]);
        let answered = 0;
        const paying = Promise.all(payers.map(shopper => shopper.pay('sandbox').finally(() => answered++)));
        await expect.poll(underWay, { timeout: 5_000 }).toBe(PAYMENTS);
        await shoppersAtWork(5);
        // Without connections for others, a request would wait until a payment is over.
        expect(answered, 'payments that were over before the others were served').toBe(0);
        expect(await underWay()).toBe(PAYMENTS);
        expect(await keptConnections()).toBe(0);
        await paying;
        expect(await brokenOnceCalm(shop, 60_000)).toEqual([]);
    });

    async function shoppersAtWork(rounds: number): Promise<void> {
        await inParallel(others, OTHERS, async shopper => {
            for (let round = 0; round < rounds; round++) {
                expect(await shopper.add(variantId)).toMatchObject({ state: 'AddingItems' });
                await shopper.client.ask(`{ activeOrder { id totalWithTax } }`);
            }
        });
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
