import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { brokenOnceCalm } from '../invariants';
import { gatherCrowd, rush, standing, tally } from '../storm/crowd';
import { inParallel } from '../support/in-parallel';
import { RunningShop } from '../support/running-shop';
import { isPaid, type Shopper } from '../support/shopper';

/** Longer than the shop waits for an answer while a shopper looks on. */
const TOO_LATE_MS = 20_000;

/** A provider that is not at its best, and a shop that has to get by with it. */
describe('a payment provider', () => {
    let shop: RunningShop;
    let variantId: string;

    beforeAll(async () => {
        shop = await RunningShop.open({ name: 'provider_faults', servers: 1 });
        const [place = ''] = shop.locations;
        variantId = await shop.merchant.addVariant({ sku: 'wanted', stock: { [place]: 1_000 } });
    });

    beforeEach(() => shop.sandbox.control.setFaults([]));

    afterAll(() => shop?.close());

    it('that is slow serves everybody', async () => {
        await shop.sandbox.control.setFaults([{ kind: 'slow', ms: 1_500 }]);
        const crowd = await crowdOf(8);
        expect(tally(await rush(crowd, 'sandbox'))).toEqual({ PaymentSettled: 8 });
        expect(await brokenOnceCalm(shop)).toEqual([]);
    });

    it('that answers after our time-out has charged, and the orders are paid with no hand', async () => {
        const crowd = await crowdOf(4);
        await shop.sandbox.control.setFaults([
            { kind: 'slow', operation: 'create', times: crowd.length, ms: TOO_LATE_MS },
        ]);
        const answers = await rush(crowd, 'sandbox');
        expect(tally(answers)).toEqual({ EFI_PAYMENT_PENDING_ERROR: 4 });
        expect(await brokenOnceCalm(shop, 60_000)).toEqual([]);
        expect(await standing(shop, crowd)).toEqual({ PaymentSettled: 4 });
    });

    it('whose answers get lost, to charges and to captures, has charged each order once', async () => {
        const crowd = await crowdOf(10);
        await shop.sandbox.control.setFaults([
            { kind: 'break_after', operation: 'create', times: crowd.length },
            { kind: 'break_after', operation: 'capture', times: crowd.length },
        ]);
        await rush(crowd, 'sandbox');
        expect(await brokenOnceCalm(shop, 60_000)).toEqual([]);
        expect(await standing(shop, crowd)).toEqual({ PaymentSettled: 10 });
    });

    it('that is down charges nobody, and everybody can pay once it is back', async () => {
        const crowd = await crowdOf(6);
        await shop.sandbox.control.setFaults([{ kind: 'down' }]);
        expect((await rush(crowd, 'sandbox')).some(isPaid)).toBe(false);
        await shop.sandbox.control.setFaults([]);
        // An answer of 503 may hide a charge: only a provider that knows nothing of a payment for two minutes is believed.
        expect(await brokenOnceCalm(shop, 180_000)).toEqual([]);
        // The open circuit lets one call through to see whether the provider is back, and then all.
        const [first, ...others] = crowd;
        expect(await first?.pay('sandbox')).toMatchObject({ state: 'PaymentSettled' });
        const answers = await inParallel(others, others.length, shopper => shopper.pay('sandbox'));
        expect(tally(answers)).toEqual({ PaymentSettled: 5 });
        expect(await brokenOnceCalm(shop)).toEqual([]);
    });

    function crowdOf(size: number): Promise<Shopper[]> {
        return gatherCrowd(shop, { size, variantId });
    }
});
