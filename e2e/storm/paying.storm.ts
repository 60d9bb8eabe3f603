import { expect, it } from 'vitest';
import { brokenOnceCalm } from '../invariants';
import { inParallel } from '../support/in-parallel';
import type { RunningShop } from '../support/running-shop';
import { isPaid, Shopper } from '../support/shopper';
import { gatherCrowd, rush, tally } from './crowd';

/** One order, several requests at the same moment. */
export function stormOverPayments(shop: () => RunningShop): void {
    it('charges once for a button that is clicked two or three times', async () => {
        const variantId = await plenty('clicked');
        const crowd = await gatherCrowd(shop(), { size: 20, variantId });
        await inParallel(crowd, 10, shopper => shopper.startPaying());
        const answers = await inParallel(crowd, 10, (shopper, n) =>
            Promise.all(
                Array.from({ length: 2 + (n % 2) }, (_, click) => atServer(shopper, click).pay('sandbox')),
            ),
        );
        // Who did not win the race may see the money held, and not yet taken.
        expect(answers.flat().filter(isPaid)).toHaveLength(50);
        expect(await chargesFor(answers.flat())).toBe(20);
        expect(await brokenOnceCalm(shop())).toEqual([]);
    });

    it('keeps one cart, with everything in it, when two tabs change it at two servers', async () => {
        const variantId = await plenty('tabs');
        const client = shop().visitor();
        await client.ask(`{ activeOrder { id } }`);
        const first = new Shopper(client);
        const answers = await Promise.all(
            Array.from({ length: 8 }, (_, tab) => atServer(first, tab).add(variantId)),
        );
        expect(new Set(answers.map(answer => answer.code)).size).toBe(1);
        const { activeOrder } = await client.run<{ activeOrder: { totalQuantity: number } }>(
            `{ activeOrder { totalQuantity } }`,
        );
        expect(activeOrder.totalQuantity).toBe(8);
    });

    it('takes what the order costs while another tab goes back to change the cart', async () => {
        const variantId = await plenty('changing');
        const crowd = await gatherCrowd(shop(), { size: 20, variantId });
        await inParallel(crowd, 10, shopper => shopper.startPaying());
        const answers = await inParallel(crowd, 10, async shopper => {
            const other = atServer(shopper, 1);
            const [paid] = await Promise.all([
                shopper.pay('sandbox'),
                other.backToCart().then(() => other.add(variantId)),
            ]);
            return paid;
        });
        expect(answers.length).toBe(20);
        expect(await brokenOnceCalm(shop())).toEqual([]);
    });

    it('books each movement once when every webhook comes three times, in any order', async () => {
        await shop().sandbox.control.setWebhookPlan({ copies: 3, shuffleMs: 1_500 });
        const variantId = await plenty('told');
        const answers = await rush(await gatherCrowd(shop(), { size: 40, variantId }), 'sandbox');
        expect(tally(answers)).toEqual({ PaymentSettled: 40 });
        expect(await brokenOnceCalm(shop())).toEqual([]);
        const { rows } = await shop().database.query<{ least: number }>(
            'SELECT min(deliveries)::int AS least FROM efi_payment_webhook_event WHERE "receivedAt" > now() - interval \'2 minutes\'',
        );
        expect(rows[0]?.least).toBeGreaterThanOrEqual(1);
        await shop().sandbox.control.setWebhookPlan({ copies: 1, shuffleMs: 0 });
    });

    it('refunds once for an administrator who clicks twice, with every webhook three times, in any order', async () => {
        const variantId = await plenty('refunded');
        const crowd = await gatherCrowd(shop(), { size: 20, variantId });
        expect(tally(await rush(crowd, 'sandbox'))).toEqual({ PaymentSettled: 20 });
        await shop().sandbox.control.setWebhookPlan({ copies: 3, shuffleMs: 1_500 });
        const { rows: payments } = await shop().database.query<{ id: number; amount: number }>(
            `SELECT p.id, p.amount FROM payment p JOIN "order" o ON o.id = p."orderId" WHERE o.code = ANY($1)`,
            [crowd.map(({ orderCode }) => orderCode)],
        );
        await inParallel(payments, 10, ({ id, amount }) =>
            Promise.all([refundAll(id, amount), refundAll(id, amount)]),
        );
        expect(await brokenOnceCalm(shop(), 60_000)).toEqual([]);
        const { rows: refunds } = await shop().database.query<{ paymentId: number; total: number }>(
            `SELECT "paymentId", total FROM refund WHERE state = 'Settled' AND "paymentId" = ANY($1) ORDER BY "paymentId"`,
            [payments.map(({ id }) => id)],
        );
        expect(refunds).toEqual(
            payments
                .map(({ id, amount }) => ({ paymentId: id, total: amount }))
                .sort((a, b) => a.paymentId - b.paymentId),
        );
        await shop().sandbox.control.setWebhookPlan({ copies: 1, shuffleMs: 0 });
    });

    /** What is answered does not matter: the second click may be refused, or be told of the first one's refund. */
    async function refundAll(paymentId: number, amount: number): Promise<void> {
        await shop()
            .merchant.client.ask(
                `mutation { refundOrder(input: { paymentId: ${paymentId}, amount: ${amount}, lines: [], shipping: 0, adjustment: 0 }) {
                    __typename } }`,
            )
            .catch(() => undefined);
    }

    async function plenty(sku: string): Promise<string> {
        const [one = ''] = shop().locations;
        return shop().merchant.addVariant({ sku, stock: { [one]: 1_000 } });
    }

    /** The same shopper in another tab, whose requests meet that server. */
    function atServer(shopper: Shopper, n: number): Shopper {
        return new Shopper(shop().visitor(n, shopper.client.sessionToken));
    }

    async function chargesFor(answers: ReadonlyArray<{ code?: string }>): Promise<number> {
        const codes = new Set(answers.map(answer => answer.code));
        const { payments } = await shop().sandbox.control.books();
        return payments.filter(({ description, movements }) => movements.length > 0 && codes.has(description))
            .length;
    }
}
