import { describe, expect, it } from 'vitest';
import { WebhookRejectedError } from '../../src';
import type { ContractContext } from './contract-context';
import type { SentWebhook } from './contract-provider';

/** Which webhooks are believed. */
export function describeWebhooks({ provider, payments }: ContractContext): void {
    const aWebhook = async () => {
        const held = await payments.hold({ amount: 1999, currency: 'EUR' });
        const [webhook] = await provider().webhooksOf(held.payment);
        return { held, webhook };
    };
    const read = ({ rawBody, headers }: SentWebhook, now = new Date()) =>
        provider().gateway.readWebhook(rawBody, headers, now);

    describe('webhooks', () => {
        it('says what a genuine one is about', async () => {
            const { held, webhook } = await aWebhook();
            const event = await read(webhook);
            expect(event.eventId).not.toBe('');
            expect(event.type).not.toBe('');
            expect(event.payment?.providerReference).toBe(held.payment.providerReference);
        });

        it('gives a repeated one the same event id', async () => {
            const { webhook } = await aWebhook();
            const [first, again] = [await read(webhook), await read(webhook)];
            expect(again.eventId).toBe(first.eventId);
        });

        it('refuses one that is signed with another key', async () => {
            const { webhook } = await aWebhook();
            await expect(read(provider().forge(webhook))).rejects.toBeInstanceOf(WebhookRejectedError);
        });

        it('refuses one whose body was changed, be it by a space', async () => {
            const { webhook } = await aWebhook();
            const rawBody = Buffer.concat([webhook.rawBody, Buffer.from(' ')]);
            await expect(read({ ...webhook, rawBody })).rejects.toBeInstanceOf(WebhookRejectedError);
        });

        it('refuses one that is too old', async () => {
            const { webhook } = await aWebhook();
            const later = new Date(Date.now() + 3_600_000);
            await expect(read(webhook, later)).rejects.toBeInstanceOf(WebhookRejectedError);
        });

        it('refuses one without any signature', async () => {
            const { webhook } = await aWebhook();
            await expect(read({ ...webhook, headers: {} })).rejects.toBeInstanceOf(WebhookRejectedError);
        });
    });
}
