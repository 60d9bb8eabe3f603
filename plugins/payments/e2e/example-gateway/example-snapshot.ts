import type { AuthoriseOutcome, ProviderMovement, ProviderPayment } from '@efi/payments-plugin';
import type { ExampleMovement, ExamplePayment } from './example-api';

const KINDS = { held: 'authorised', taken: 'captured', released: 'voided', returned: 'refunded' } as const;

const STATUSES = {
    waiting: 'action-required',
    held: 'authorised',
    taken: 'captured',
    released: 'voided',
    refused: 'declined',
} as const;

/** What the shopper reads; never the provider's own words. */
const DECLINE = { code: 'refused', message: 'The payment was declined. Please use another way to pay.' };

/** A payment in the platform's words, with everything that ever happened to it. */
export function snapshotOf(payment: ExamplePayment): ProviderPayment {
    const { id, reference, amount, currency, page, movements } = payment;
    const status = STATUSES[payment.status];
    return {
        providerReference: id,
        intentId: reference,
        money: { amount, currency },
        status,
        action: status === 'action-required' ? { kind: 'redirect', url: page } : undefined,
        decline: status === 'declined' ? DECLINE : undefined,
        movements: movements.map(movement => movementOf(movement, currency)),
    };
}

export function movementOf(
    { id, kind, amount, at, key }: ExampleMovement,
    currency: string,
): ProviderMovement {
    return {
        providerReference: id,
        kind: KINDS[kind],
        money: { amount, currency },
        occurredAt: new Date(at),
        idempotencyKey: key,
    };
}

export function outcomeOf(payment: ProviderPayment): AuthoriseOutcome {
    if (payment.action) {
        return { status: 'action-required', payment, action: payment.action };
    }
    return payment.decline
        ? { status: 'declined', payment, ...payment.decline }
        : { status: 'authorised', payment };
}
