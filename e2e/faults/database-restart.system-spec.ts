import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenOnceCalm } from '../invariants';
import { gatherCrowd, standing } from '../storm/crowd';
import { inParallel } from '../support/in-parallel';
import { type OwnPostgres, type ShutdownMode, startOwnPostgres } from '../support/own-postgres';
import { RunningShop } from '../support/running-shop';
import type { OrderAnswer, Shopper } from '../support/shopper';

const RECOVERED_WITHIN_MS = 150_000;

/** Server and worker stay up: PostgreSQL goes away under them while shoppers pay, and comes back. */
describe('a restart of PostgreSQL while shoppers pay', () => {
    let postgres: OwnPostgres;
    let shop: RunningShop;
    let variantId: string;

    beforeAll(async () => {
        postgres = await startOwnPostgres();
        shop = await RunningShop.open({ name: 'database_restart', servers: 1, postgresUrl: postgres.url });
        const [place = ''] = shop.locations;
        variantId = await shop.merchant.addVariant({ sku: 'wanted', stock: { [place]: 1_000 } });
    });

    afterAll(async () => {
        await shop?.close();
        await postgres?.destroy();
    });

    it.each<ShutdownMode>(['fast', 'immediate'])('loses nothing: shutdown mode %s', async mode => {
        const crowd = await gatherCrowd(shop, { size: 30, variantId });
        // Spread the payments, so that each step of some payment meets the end.
        await shop.sandbox.control.setFaults([{ kind: 'slow', ms: 250 }]);
        const paying = inParallel(crowd, 12, payIfPossible);
        await sleep(2_500);
        await postgres.stop(mode);
        await sleep(1_000);
        await postgres.start();
        const answers = await paying;
        await shop.sandbox.control.setFaults([]);
        expect(answers.filter(answer => answer === undefined).length, 'somebody was hit').toBeGreaterThan(0);

        await shop.reconnect();
        expect(await brokenOnceCalm(shop, RECOVERED_WITHIN_MS)).toEqual([]);

        // Who got no answer tries again, and nobody pays twice.
        const unlucky = crowd.filter((_, n) => answers[n] === undefined);
        await inParallel(unlucky, 12, payIfPossible);
        expect(await brokenOnceCalm(shop)).toEqual([]);
        expect(await standing(shop, crowd)).toEqual({ PaymentSettled: 30 });
    });

    /** @returns What the shopper was answered, or `undefined` when the shop could not answer. */
    async function payIfPossible(shopper: Shopper): Promise<OrderAnswer | undefined> {
        try {
            await shopper.startPaying();
            return await shopper.pay('sandbox');
        } catch {
            return undefined;
        }
    }
});
