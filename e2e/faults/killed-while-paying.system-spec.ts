import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenOnceCalm } from '../invariants';
import { gatherCrowd, standing } from '../storm/crowd';
import { connectTo } from '../support/own-postgres';
import { RunningShop } from '../support/running-shop';
import type { Shopper } from '../support/shopper';
import { type PaymentStep, paymentSteps } from './payment-steps';

/**
 * From the last kill until every payment is where it belongs. A dead request's claim on its payment ends after a minute;
 * that a charge never reached the provider is believed after two.
 */
const RECOVERED_WITHIN_MS = 180_000;

/** One server and one worker; the worker is never touched, and nobody does anything but start the server again. */
describe('a server that is killed while a shopper pays', () => {
    let shop: RunningShop;
    const shoppers = new Map<PaymentStep, Shopper>();

    beforeAll(async () => {
        shop = await RunningShop.open({ name: 'killed_while_paying', servers: 1 });
        const [place = ''] = shop.locations;
        const variantId = await shop.merchant.addVariant({
            sku: 'wanted',
            stock: { [place]: paymentSteps.length },
        });
        const crowd = await gatherCrowd(shop, { size: paymentSteps.length, variantId });
        for (const [n, step] of paymentSteps.entries()) {
            const shopper = crowd[n] as Shopper;
            shoppers.set(step, shopper);
            await killAt(step, shopper);
        }
    }, 300_000);

    afterAll(() => shop?.close());

    it('loses nothing, and needs no hand', { timeout: RECOVERED_WITHIN_MS + 30_000 }, async () => {
        expect(await brokenOnceCalm(shop, RECOVERED_WITHIN_MS)).toEqual([]);
    });

    it.each(paymentSteps.filter(step => step.paid).map(step => [step.name, step] as const))(
        '%s: the shopper has paid once',
        async (_, step) => {
            const shopper = shoppers.get(step) as Shopper;
            expect(await standing(shop, [shopper])).toEqual({ PaymentSettled: 1 });
        },
    );

    it.each(paymentSteps.filter(step => !step.paid).map(step => [step.name, step] as const))(
        '%s: the shopper has paid, or was not charged and can pay now',
        async (_, step) => {
            const shopper = shoppers.get(step) as Shopper;
            // The call may have been on its way when the server died, or not.
            if ('ArrangingPayment' in (await standing(shop, [shopper]))) {
                expect(await shopper.pay('sandbox')).toMatchObject({ state: 'PaymentSettled' });
            }
            expect(await standing(shop, [shopper])).toEqual({ PaymentSettled: 1 });
            expect(await brokenOnceCalm(shop)).toEqual([]);
        },
    );

    async function killAt(step: PaymentStep, shopper: Shopper): Promise<void> {
        await shopper.startPaying();
        const locker = await connectTo(shop.databaseUrl);
        await shop.sandbox.control.setFaults(step.faults);
        const broken = shopper.pay('sandbox').then(
            answer => answer.errorCode ?? answer.state,
            () => 'no answer',
        );
        await step.reached(shop, { code: shopper.orderCode, locker });
        await shop.servers[0]?.kill();
        await locker.end();
        expect(await broken, step.name).toBe('no answer');
        await shop.sandbox.control.setFaults([]);
        await shop.servers[0]?.start();
    }
});
