import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenInvariants, orderInvariants, stockInvariants } from '../invariants';
import { inParallel } from '../support/in-parallel';
import { RunningShop } from '../support/running-shop';
import { Shopper } from '../support/shopper';
import { gatherCrowd } from './crowd';

/**
 * The control experiment: the same rushes on Vendure alone. A storm that this shop weathered would prove nothing about
 * the plugins.
 */
describe('the storm on Vendure without the plugins', () => {
    let shop: RunningShop;
    let place: string;

    beforeAll(async () => {
        shop = await RunningShop.open({ name: 'storm_without', guards: false, workers: 0 });
        await shop.merchant.addPaymentMethod('plain-sandbox', 'plain-sandbox');
        place = shop.locations[0] ?? '';
    });

    afterAll(() => shop?.close());

    it('sells more than there is', async () => {
        const variantId = await shop.merchant.addVariant({ sku: 'scarce', stock: { [place]: 10 } });
        await rush(await gatherCrowd(shop, { size: 60, variantId }));
        expect(await broken()).toContain('no more is sold than there was');
    });

    it('charges twice for a button that is clicked twice', async () => {
        const variantId = await shop.merchant.addVariant({ sku: 'clicked', stock: { [place]: 1_000 } });
        const crowd = await gatherCrowd(shop, { size: 5, variantId });
        await Promise.all(crowd.map(shopper => shopper.startPaying()));
        await Promise.allSettled(
            crowd.flatMap(shopper => [0, 1].map(() => shopper.pay('plain-sandbox', {}))),
        );
        const { payments } = await shop.sandbox.control.books();
        expect(payments.length).toBeGreaterThan(crowd.length);
    });

    it('gives a limited promotion to more orders than it is good for', async () => {
        const variantId = await shop.merchant.addVariant({ sku: 'reduced', stock: { [place]: 1_000 } });
        await shop.merchant.addPromotion({ name: 'First three', usageLimit: 3, percent: 10, variantId });
        await rush(await gatherCrowd(shop, { size: 30, variantId }));
        expect(await broken()).toContain('no promotion is used more often than it may be');
    });

    it('makes several carts of a first click that comes several times', async () => {
        const variantId = await shop.merchant.addVariant({ sku: 'first', stock: { [place]: 1_000 } });
        const client = shop.visitor();
        await client.ask(`{ activeOrder { id } }`);
        const before = await orders();
        const tabs = Array.from({ length: 8 }, (_, n) => new Shopper(shop.visitor(n, client.sessionToken)));
        await Promise.allSettled(tabs.map(tab => tab.add(variantId)));
        expect((await orders()) - before).toBeGreaterThan(1);
    });

    /** Vendure alone also meets deadlocks in a rush: who is answered with an error is one order less. */
    async function rush(crowd: readonly Shopper[]): Promise<void> {
        await inParallel(crowd, 100, async shopper => {
            await shopper
                .startPaying()
                .then(() => shopper.pay('dummy', {}))
                .catch(() => undefined);
        });
    }

    async function broken(): Promise<string[]> {
        const found = await brokenInvariants(shop.database, [...stockInvariants, ...orderInvariants]);
        return found.map(({ name }) => name);
    }

    async function orders(): Promise<number> {
        const { rows } = await shop.database.query<{ n: number }>('SELECT count(*)::int AS n FROM "order"');
        return rows[0]?.n ?? 0;
    }
});
