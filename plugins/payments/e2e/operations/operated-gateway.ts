import { type ListedMovement, type ProviderEvent, WebhookRejectedError } from '@efi/payments-plugin';
import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { FakeGateway } from '../checkout/fake-gateway';

const SECRET = 'webhook-secret';
const TOLERANCE_MS = 300_000;

/** The fake provider, with webhooks that it signs, a list of what moved, and both as wrong as a test wants them. */
export class OperatedGateway extends FakeGateway {
    /** Rejects listing while it is set. */
    isListDown = false;

    /** @param at - When it was signed; milliseconds since the epoch. */
    signed(event: ProviderEvent, at = Date.now()): { body: string; headers: Record<string, string> } {
        const body = JSON.stringify(event);
        return { body, headers: { 'content-type': 'application/json', 'fake-signature': sign(body, at) } };
    }

    override readWebhook(rawBody: Buffer, headers: IncomingHttpHeaders, now: Date): Promise<ProviderEvent> {
        const signature = String(headers['fake-signature']);
        const at = Number(signature.split('.')[0]);
        const isGenuine = sign(rawBody.toString(), at) === signature;
        return isGenuine && Math.abs(now.getTime() - at) < TOLERANCE_MS
            ? Promise.resolve(JSON.parse(rawBody.toString()) as ProviderEvent)
            : Promise.reject(new WebhookRejectedError('The signature is wrong or old.'));
    }

    override async *listMovements(from = new Date(0), to = new Date()): AsyncIterable<ListedMovement> {
        if (this.isListDown) {
            throw new Error('The list can’t be had.');
        }
        for await (const movement of super.listMovements()) {
            if (movement.occurredAt >= from && movement.occurredAt < to) {
                yield movement;
            }
        }
    }
}

function sign(body: string, at: number): string {
    return `${at}.${createHmac('sha256', SECRET).update(`${at}.${body}`).digest('hex')}`;
}
