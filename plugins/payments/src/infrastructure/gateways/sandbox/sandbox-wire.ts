import { z } from 'zod';
import type {
    ListedMovement,
    ProviderMovement,
    ProviderPayment,
} from '../../../application/ports/payment-gateway.port';

const movement = z.object({
    id: z.string(),
    kind: z.enum([
        'authorised',
        'captured',
        'voided',
        'refunded',
        'dispute-opened',
        'dispute-won',
        'dispute-lost',
    ]),
    amount: z.number().int().positive(),
    occurredAt: z.iso.datetime(),
    idempotencyKey: z.string().optional(),
});

/** A payment as the sandbox's API shows it. */
export const wirePayment = z.object({
    id: z.string(),
    intent: z.string(),
    amount: z.number().int().positive(),
    currency: z.string(),
    status: z.enum(['action_required', 'authorised', 'captured', 'voided', 'declined']),
    movements: z.array(movement),
    card: z.object({
        brand: z.string(),
        last4: z.string(),
        fingerprint: z.string(),
        country: z.string(),
    }),
    declineCode: z.string().optional(),
    actionUrl: z.string().optional(),
});
export type WirePayment = z.output<typeof wirePayment>;

export const wirePaymentList = z.object({ payments: z.array(wirePayment) });

export const wireMovementPage = z.object({
    movements: z.array(movement.extend({ currency: z.string(), payment: z.string(), intent: z.string() })),
    nextCursor: z.number().optional(),
});
type WireListedMovement = z.output<typeof wireMovementPage>['movements'][number];

export const wireError = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

export const wireEvent = z.object({
    id: z.string(),
    type: z.string(),
    payment: z.string(),
    intent: z.string(),
});

/** What a shopper is told of a declined card: neutral, since the reason is for the cardholder's bank to give. */
const DECLINED = 'The card was declined. Please use another card or another way to pay.';

export function toProviderPayment(payment: WirePayment): ProviderPayment {
    const { id, intent, amount, currency, status, card, declineCode, actionUrl } = payment;
    return {
        providerReference: id,
        intentId: intent,
        money: { amount, currency },
        status: status === 'action_required' ? 'action-required' : status,
        movements: payment.movements.map(entry => toMovement(entry, currency)),
        card,
        ...(actionUrl === undefined ? {} : { action: { kind: 'redirect', url: actionUrl } }),
        ...(declineCode === undefined ? {} : { decline: { code: declineCode, message: DECLINED } }),
    };
}

export function toListedMovement(listed: WireListedMovement): ListedMovement {
    return {
        ...toMovement(listed, listed.currency),
        paymentReference: listed.payment,
        intentId: listed.intent,
    };
}

function toMovement(entry: z.output<typeof movement>, currency: string): ProviderMovement {
    const { id, kind, amount, occurredAt, idempotencyKey } = entry;
    return {
        providerReference: id,
        kind,
        money: { amount, currency },
        occurredAt: new Date(occurredAt),
        ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    };
}
