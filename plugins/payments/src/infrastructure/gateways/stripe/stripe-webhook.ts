import type { IncomingHttpHeaders } from 'node:http';
import Stripe from 'stripe';
import { WebhookRejectedError } from '../../../application/ports/gateway-errors';
import type { ProviderEvent } from '../../../application/ports/payment-gateway.port';
import { METADATA } from './stripe-metadata';

/** Older ones may be played back by whoever got hold of them. Stripe signs each delivery anew, retries too. */
const TOLERANCE_SECONDS = 300;

/** What the platform looks at in an event's object; the rest of it is never believed, but asked for. */
interface EventObject {
    readonly id?: string;
    readonly object: string;
    readonly payment_intent?: string | { readonly id: string } | null;
    readonly metadata?: Readonly<Record<string, string>> | null;
}

/**
 * @param secret - Of the webhook endpoint, `whsec_…`.
 * @throws WebhookRejectedError
 */
export async function readStripeWebhook(
    rawBody: Buffer,
    headers: IncomingHttpHeaders,
    now: Date,
    secret: string,
): Promise<ProviderEvent> {
    const signature = headers['stripe-signature'];
    if (typeof signature !== 'string') {
        throw new WebhookRejectedError('There is no Stripe-Signature.');
    }
    const event = await Stripe.webhooks
        .constructEventAsync(rawBody, signature, secret, TOLERANCE_SECONDS, undefined, now.getTime())
        .catch((error: unknown) => {
            throw new WebhookRejectedError('The signature is not of this body, or too old.', {
                cause: error,
            });
        });
    return {
        eventId: event.id,
        type: event.type,
        payment: paymentOf(event.data.object),
    };
}

/**
 * Absent for payments that another system started on the same account: their PaymentIntents and charges lack the
 * platform's note. Refunds and disputes never carry it, unless the platform made them.
 */
function paymentOf(object: EventObject): ProviderEvent['payment'] {
    const intentId = object.metadata?.[METADATA.intent];
    const isOurs = intentId !== undefined;
    switch (object.object) {
        case 'payment_intent':
            return isOurs && object.id !== undefined ? { providerReference: object.id, intentId } : undefined;
        case 'charge':
            return isOurs ? referenceTo(object, intentId) : undefined;
        case 'refund':
        case 'dispute':
            return referenceTo(object, intentId);
        default:
            return undefined;
    }
}

function referenceTo(
    { payment_intent }: EventObject,
    intentId: string | undefined,
): ProviderEvent['payment'] {
    const providerReference = typeof payment_intent === 'string' ? payment_intent : payment_intent?.id;
    return providerReference === undefined ? undefined : { providerReference, intentId };
}
