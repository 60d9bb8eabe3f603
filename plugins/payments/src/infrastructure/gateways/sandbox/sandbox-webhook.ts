import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { WebhookRejectedError } from '../../../application/ports/gateway-errors';
import type { ProviderEvent } from '../../../application/ports/payment-gateway.port';
import { wireEvent } from './sandbox-wire';

/** How far the signed time may be from now, either way. */
const TOLERANCE_SECONDS = 300;

/**
 * Checks `Sandbox-Signature: t=seconds,v1=hex`, an HMAC-SHA256 over `t.body`, and reads the event.
 *
 * @throws WebhookRejectedError
 */
export function readSandboxWebhook(
    rawBody: Buffer,
    headers: IncomingHttpHeaders,
    now: Date,
    secret: string,
): ProviderEvent {
    const header = headers['sandbox-signature'];
    const match = typeof header === 'string' ? /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header) : null;
    const [, seconds = '', given = ''] = match ?? [];
    if (!match) {
        throw new WebhookRejectedError('The header Sandbox-Signature is missing or malformed.');
    }
    const expected = createHmac('sha256', secret).update(`${seconds}.`).update(rawBody).digest();
    if (!timingSafeEqual(expected, Buffer.from(given, 'hex'))) {
        throw new WebhookRejectedError('The signature does not fit the body.');
    }
    if (Math.abs(now.getTime() / 1_000 - Number(seconds)) > TOLERANCE_SECONDS) {
        throw new WebhookRejectedError(`The signature is not from the last ${TOLERANCE_SECONDS} seconds.`);
    }
    return readEvent(rawBody);
}

function readEvent(rawBody: Buffer): ProviderEvent {
    try {
        const { id, type, payment, intent } = wireEvent.parse(JSON.parse(rawBody.toString('utf8')));
        return { eventId: id, type, payment: { providerReference: payment, intentId: intent } };
    } catch (error) {
        throw new WebhookRejectedError('The body is signed, but no event.', { cause: error });
    }
}
