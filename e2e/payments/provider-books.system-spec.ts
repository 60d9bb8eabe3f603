import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatherCrowd, rush, tally } from '../storm/crowd';
import { RunningShop } from '../support/running-shop';

interface Report {
    gateway: string;
    state: string;
    movements: number;
    repaired: number;
    discrepancies: number;
}

const DAY = 24 * 60 * 60 * 1000;
const ORDERS = 10;

describe('a shop with the sandbox as its provider', () => {
    let shop: RunningShop;

    beforeAll(async () => {
        shop = await RunningShop.open({ name: 'provider_books', servers: 1 });
        const variantId = await shop.merchant.addVariant({
            sku: 'BOOKED',
            stock: { [shop.locations[0] ?? '']: 100 },
        });
        const answers = await rush(await gatherCrowd(shop, { size: ORDERS, variantId }), 'sandbox');
        expect(tally(answers)).toEqual({ PaymentSettled: ORDERS });
    });
    afterAll(() => shop?.close());

    /** Reconciles by a job of the worker. @returns The report. */
    async function reconcile(): Promise<Report> {
        const { client } = shop.merchant;
        await client.run(
            `mutation ($from: DateTime!, $to: DateTime!) {
                startEfiReconciliation(input: { gateway: "sandbox", from: $from, to: $to }) { id } }`,
            {
                from: new Date(Date.now() - DAY).toISOString(),
                to: new Date(Date.now() + DAY).toISOString(),
            },
        );
        for (let tries = 0; tries < 100; tries++) {
            await sleep(200);
            const { efiReconciliations } = await client.run<{ efiReconciliations: { items: Report[] } }>(
                `{ efiReconciliations(options: { take: 1, sort: { id: DESC } }) { items {
                    gateway state movements repaired discrepancies } } }`,
            );
            const [report] = efiReconciliations.items;
            if (report && report.state !== 'running') {
                return report;
            }
        }
        throw new Error('The reconciliation does not end.');
    }

    it('hears of each payment by webhooks, and knows their signatures', async () => {
        const received = () =>
            shop.database.query<{ intents: number }>(
                `SELECT count(DISTINCT "intentId")::integer AS intents FROM efi_payment_webhook_event
                  WHERE "processedAt" IS NOT NULL`,
            );
        await expect
            .poll(async () => (await received()).rows, { timeout: 10_000 })
            .toEqual([{ intents: ORDERS }]);
    });

    it('has the same books as the provider', async () => {
        expect(await reconcile()).toEqual({
            gateway: 'sandbox',
            state: 'completed',
            movements: 2 * ORDERS,
            repaired: 0,
            discrepancies: 0,
        });
    });

    it('opens a payment by its id with all that belongs to it', async () => {
        const { rows } = await shop.database.query<{ id: string }>(
            'SELECT id FROM efi_payment_intent LIMIT 1',
        );
        const { efiPaymentIntent } = await shop.merchant.client.run<{
            efiPaymentIntent: { id: string; state: string; ledger: { kind: string }[] };
        }>('query ($id: String!) { efiPaymentIntent(id: $id) { id state ledger { kind } } }', {
            id: rows[0]?.id,
        });
        expect(efiPaymentIntent).toEqual({
            id: rows[0]?.id,
            state: 'recorded',
            ledger: [{ kind: 'authorised' }, { kind: 'captured' }],
        });
    });

    it('measures its calls to the provider', async () => {
        const response = await fetch(`${shop.servers[0]?.address}/metrics`);
        const lines = (await response.text()).split('\n');
        const calls = lines.find(line => /^efi_payment_provider_calls_total\{.*kind="capture"/.test(line));
        expect(calls).toContain('outcome="ok"');
        expect(Number(calls?.split(' ').at(-1))).toBe(ORDERS);
        expect(lines.some(line => line.startsWith('efi_payment_webhooks_total{'))).toBe(true);
    });
});
