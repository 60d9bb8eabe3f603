import { ModuleRef } from '@nestjs/core';
import { Injector } from '@vendure/core';
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cleanWebhooksTask } from '../../src/infrastructure/jobs/payment-tasks';
import { operatedShop } from './operated-shop';

describe('webhooks', async () => {
    const shop = await operatedShop();
    const { first } = shop;
    beforeAll(() => shop.start());
    afterAll(() => shop.server.destroy());
    beforeEach(() => first.reset());

    const rows = (eventId: string) =>
        shop.sql<{ deliveries: number; processedAt: Date | null; intentId: string | null }>(
            'SELECT * FROM efi_payment_webhook_event WHERE "eventId" = $1',
            [eventId],
        );
    const ledgerOf = async (intentId: string) => {
        const entries = await shop.sql<{ kind: string }>(
            'SELECT kind FROM efi_payment_ledger WHERE "intentId" = $1 ORDER BY id',
            [intentId],
        );
        return entries.map(entry => entry.kind);
    };

    /** An order that waits for its shopper, whose bank has just agreed. */
    async function agreedPayment() {
        const { shopper, code } = await shop.shopper();
        await shopper.pay('card', { token: '3ds' });
        const { id: intentId, providerReference } = await shop.intent(code);
        first.complete(intentId);
        return { code, intentId, payment: { providerReference, intentId } };
    }

    it('bring the order to its end without the shopper, and count once', async () => {
        const { code, intentId, payment } = await agreedPayment();
        const event = { eventId: `evt-${intentId}`, type: 'payment.authorised', payment };
        expect(await shop.deliver(event)).toBe(200);
        expect(await shop.orderState(code)).toBe('PaymentSettled');
        const calls = first.calls.length;

        expect(await shop.deliver(event)).toBe(200);
        expect(first.calls).toHaveLength(calls);
        expect(await rows(event.eventId)).toMatchObject([{ deliveries: 2, intentId }]);
        expect(await ledgerOf(intentId)).toEqual(['authorised', 'captured']);
    });

    it('end right in any order, several times and all at once', async () => {
        const { code, intentId, payment } = await agreedPayment();
        const types = ['payment.captured', 'payment.authorised', 'payment.created'];
        const events = types.map(type => ({ eventId: `${type}-${intentId}`, type, payment }));
        const statuses = await Promise.all(
            [...events, ...events, ...events].map(event => shop.deliver(event)),
        );
        expect(new Set(statuses)).toEqual(new Set([200]));
        expect(await shop.orderState(code)).toBe('PaymentSettled');
        expect(await ledgerOf(intentId)).toEqual(['authorised', 'captured']);
        expect(first.calls.filter(call => call.name === 'capture')).toHaveLength(1);
        expect(
            await shop.sql('SELECT id FROM payment WHERE "transactionId" = $1', [payment.providerReference]),
        ).toHaveLength(1);
    });

    it('that are forged, changed or old are refused without a trace', async () => {
        const { code, intentId, payment } = await agreedPayment();
        const event = { eventId: `forged-${intentId}`, type: 'payment.authorised', payment };
        const { body, headers } = first.signed(event);
        expect(await shop.post({ body, headers: { ...headers, 'fake-signature': '1.00' } })).toBe(400);
        expect(await shop.post({ body: `${body} `, headers })).toBe(400);
        expect(await shop.post({ body, headers: { 'content-type': 'application/json' } })).toBe(400);
        expect(await shop.post({ body: '', headers })).toBe(400);
        expect(await shop.deliver(event, Date.now() - 600_000)).toBe(400);
        expect(await rows(event.eventId)).toEqual([]);
        expect(await shop.orderState(code)).toBe('ArrangingPayment');
        expect(first.calls.map(call => call.name)).toEqual(['authorise']);
    });

    it('that are too large, compressed or for nobody are refused before they are looked at', async () => {
        const { body, headers } = first.signed({ eventId: 'x'.repeat(300_000), type: 'payment.created' });
        expect(await shop.post({ body, headers })).toBe(413);
        const zipped = gzipSync(body) as unknown as string;
        expect(await shop.post({ body: zipped, headers: { ...headers, 'content-encoding': 'gzip' } })).toBe(
            415,
        );
        expect(await shop.post(first.signed({ eventId: 'nobody', type: 'x' }), 'no-such')).toBe(404);
    });

    it('that are about no payment are noted, and nothing more', async () => {
        expect(await shop.deliver({ eventId: 'payout-1', type: 'payout.paid' })).toBe(200);
        expect(await rows('payout-1')).toMatchObject([
            { processedAt: expect.any(Date) as Date, intentId: null },
        ]);
        expect(first.calls).toEqual([]);
    });

    it('that overtake the answer about their payment are sent back, and taken later', async () => {
        const { shopper, code } = await shop.shopper();
        const statuses: number[] = [];
        const event = () => {
            const [payment] = [...first.books.values()];
            const { providerReference } = payment ?? { providerReference: '' };
            return { eventId: `early-${code}`, type: 'payment.authorised', payment: { providerReference } };
        };
        first.fail('authorise', { run: async () => void statuses.push(await shop.deliver(event())) });
        expect(await shopper.pay()).toMatchObject({ state: 'PaymentSettled' });
        statuses.push(await shop.deliver(event()));
        expect(statuses).toEqual([409, 200]);
        expect(await rows(event().eventId)).toMatchObject([
            { deliveries: 2, processedAt: expect.any(Date) as Date, intentId: (await shop.intent(code)).id },
        ]);
    });

    it('about a payment of somebody else are sent back for a day, then taken and left alone', async () => {
        const payment = { providerReference: 'pay-elsewhere', intentId: randomUUID() };
        const event = { eventId: 'elsewhere', type: 'payment.captured', payment };
        expect(await shop.deliver(event)).toBe(409);
        expect(await shop.deliver({ ...event, payment: { ...payment, intentId: 'not-a-uuid' } })).toBe(409);
        await shop.sql(
            `UPDATE efi_payment_webhook_event SET "receivedAt" = now() - interval '25 hours' WHERE "eventId" = $1`,
            ['elsewhere'],
        );
        expect(await shop.deliver(event)).toBe(200);
        expect(await rows('elsewhere')).toMatchObject([{ deliveries: 3, intentId: null }]);
    });

    it('are forgotten after 90 days', async () => {
        await shop.deliver({ eventId: 'old', type: 'payout.paid' });
        await shop.deliver({ eventId: 'new', type: 'payout.paid' });
        await shop.sql(
            `UPDATE efi_payment_webhook_event SET "receivedAt" = now() - interval '91 days' WHERE "eventId" = 'old'`,
        );
        const injector = new Injector(shop.server.app.get(ModuleRef));
        expect(await cleanWebhooksTask.execute(injector)).toEqual({ deleted: 1 });
        expect([(await rows('old')).length, (await rows('new')).length]).toEqual([0, 1]);
    });

    it('are answered so that they come again when the provider or the database fails', async () => {
        const { code, intentId, payment } = await agreedPayment();
        const event = { eventId: `again-${intentId}`, type: 'payment.authorised', payment };
        first.fail('find', 'unreachable');
        expect(await shop.deliver(event)).toBe(503);
        await shop.sql('ALTER TABLE efi_payment_webhook_event RENAME TO away');
        expect(await shop.deliver(event)).toBe(500);
        await shop.sql('ALTER TABLE away RENAME TO efi_payment_webhook_event');
        expect(await shop.orderState(code)).toBe('ArrangingPayment');
        expect(await shop.deliver(event)).toBe(200);
        expect(await shop.orderState(code)).toBe('PaymentSettled');
    });
});
