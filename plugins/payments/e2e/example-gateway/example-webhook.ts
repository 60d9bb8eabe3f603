import { type ProviderEvent, WebhookRejectedError } from '@efi/payments-plugin';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';

const TOLERANCE_MS = 5 * 60 * 1_000;

const eventShape = z.object({ id: z.string(), type: z.string(), payment: z.string(), reference: z.string() });

/** What the provider signs: the time and the raw body. A library of the provider's for this is better than own code. */
export function sign(secret: string, seconds: string, rawBody: Buffer): Buffer {
    return createHmac('sha256', secret).update(`${seconds}.`).update(rawBody).digest();
}

/** The signature first, then the time; only then is the body read. */
export function readExampleWebhook(
    rawBody: Buffer,
    headers: IncomingHttpHeaders,
    now: Date,
    secret: string,
): ProviderEvent {
    const header = String(headers['example-signature'] ?? '');
    const [, seconds = '', digest = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(header) ?? [];
    if (!timingSafeEqual(sign(secret, seconds, rawBody), Buffer.from(digest.padEnd(64, '0'), 'hex'))) {
        throw new WebhookRejectedError('The signature is not of this body.');
    }
    if (Math.abs(now.getTime() - Number(seconds) * 1_000) > TOLERANCE_MS) {
        throw new WebhookRejectedError('The webhook is too old.');
    }
    const event = eventShape.parse(JSON.parse(rawBody.toString()));
    return {
        eventId: event.id,
        type: event.type,
        payment: { providerReference: event.payment, intentId: event.reference },
    };
}
