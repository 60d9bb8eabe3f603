import { expect, it } from 'vitest';
import { brokenOnceCalm } from '../invariants';
import { inParallel } from '../support/in-parallel';
import type { RunningShop } from '../support/running-shop';
import { gatherCrowd, rush } from './crowd';

/** The merchant's hands in orders that are being paid. */
export function stormOfMerchants(shop: () => RunningShop): void {
    it('loses nothing when a merchant notes, moves, cancels and changes orders that are being paid', async () => {
        const [one = ''] = shop().locations;
        const variantId = await shop().merchant.addVariant({ sku: 'watched', stock: { [one]: 1_000 } });
        const crowd = await gatherCrowd(shop(), { size: 36, variantId, quantity: 2 });
        const started = await inParallel(crowd, 12, shopper => shopper.startPaying());
        // The provider takes its time, so that the merchant is always in between.
        await shop().sandbox.control.setFaults([{ kind: 'slow', operation: 'create', ms: 400 }]);
        await inParallel(crowd, 12, async (shopper, n) => {
            const orderId = started[n]?.id ?? '';
            const hand = HANDS[n % HANDS.length];
            const merchant = shop().merchantAt(n);
            await Promise.allSettled([
                shopper.pay('sandbox'),
                hand?.(orderId, mutation => merchant.ask(mutation), variantId),
                merchant.ask(noteOn(orderId)),
            ]);
        });
        await shop().sandbox.control.setFaults([]);
        expect(await brokenOnceCalm(shop())).toEqual([]);
    });

    it('gives money back once when the refund button is clicked three times', async () => {
        const [one = ''] = shop().locations;
        const variantId = await shop().merchant.addVariant({ sku: 'returned', stock: { [one]: 1_000 } });
        const paid = await rush(await gatherCrowd(shop(), { size: 15, variantId, quantity: 2 }), 'sandbox');
        const answers = await inParallel(paid, 5, async order => {
            const payment = await paymentOf(order.id ?? '');
            // Half of the payments in full, the other half in part: then two of three clicks would fit.
            const amount = Number(order.id) % 2 ? payment.amount : Math.floor(payment.amount / 3);
            return Promise.all(
                [0, 1, 2].map(click =>
                    shop()
                        .merchantAt(click)
                        .ask<{ refundOrder: { __typename: string } }>(REFUND, {
                            input: {
                                paymentId: payment.id,
                                amount,
                                reason: 'returned',
                                lines: [],
                                shipping: 0,
                                adjustment: 0,
                            },
                        })
                        .then(({ refundOrder }) => refundOrder.__typename)
                        .catch((error: Error) => error.message),
                ),
            );
        });
        expect(answers.flat()).toContain('Refund');
        expect(await brokenOnceCalm(shop())).toEqual([]);
    });

    async function paymentOf(orderId: string): Promise<{ id: string; amount: number }> {
        const { order } = await shop().merchant.client.run<{
            order: { payments: Array<{ id: string; amount: number }> };
        }>(`query ($id: ID!) { order(id: $id) { payments { id amount } } }`, { id: orderId });
        const [payment] = order.payments;
        if (!payment) {
            throw new Error(`Order ${orderId} has no payment.`);
        }
        return payment;
    }
}

type Hand = (
    orderId: string,
    mutate: (mutation: string) => Promise<unknown>,
    variantId: string,
) => Promise<unknown>;

const move = (orderId: string, state: string) =>
    `mutation { transitionOrderToState(id: "${orderId}", state: "${state}") { ... on ErrorResult { errorCode message } } }`;

const noteOn = (orderId: string) =>
    `mutation { addNoteToOrder(input: { id: "${orderId}", note: "seen", isPublic: false }) { id } }`;

/** What a merchant does to an order while its shopper pays. */
const HANDS: readonly Hand[] = [
    (orderId, mutate) =>
        mutate(
            `mutation { cancelOrder(input: { orderId: "${orderId}" }) { ... on ErrorResult { errorCode message } } }`,
        ),
    (orderId, mutate) => mutate(move(orderId, 'AddingItems')),
    (orderId, mutate) => mutate(move(orderId, 'Cancelled')),
    (orderId, mutate, variantId) =>
        mutate(move(orderId, 'Modifying')).then(() =>
            mutate(`mutation { modifyOrder(input: {
                orderId: "${orderId}", dryRun: false, addItems: [{ productVariantId: "${variantId}", quantity: 1 }]
            }) { ... on ErrorResult { errorCode message } } }`),
        ),
];

const REFUND = `mutation ($input: RefundOrderInput!) {
    refundOrder(input: $input) { __typename ... on ErrorResult { errorCode message } }
}`;
