import type Stripe from 'stripe';
import type { ProviderMovement } from '../../../application/ports/payment-gateway.port';
import { fromStripeAmount } from './stripe-amount';
import { captureRecords, METADATA } from './stripe-metadata';

/** What a charge held, took and let go. */
export function chargeMovements(intent: Stripe.PaymentIntent, charge: Stripe.Charge): ProviderMovement[] {
    const captured = captures(intent, charge);
    if (intent.capture_method !== 'manual') {
        return captured;
    }
    const held: ProviderMovement = {
        providerReference: charge.id,
        kind: 'authorised',
        money: fromStripeAmount(charge),
        occurredAt: dateOf(charge.created),
        idempotencyKey: intent.metadata[METADATA.key],
    };
    return [held, ...captured, ...letGo(intent, charge)];
}

/**
 * Captures by their notes on the PaymentIntent. What was taken beyond them, such as by a person in Stripe's Dashboard,
 * is one more, under the charge's own id.
 *
 * Stripe tells when a charge was taken only for all of it: parts of several captures carry the time of the hold.
 */
function captures(intent: Stripe.PaymentIntent, charge: Stripe.Charge): ProviderMovement[] {
    const taken = charge.amount_captured;
    const noted = captureRecords(intent.metadata);
    const sum = noted.reduce((total, { amount }) => total + amount, 0);
    // Notes that don't add up were changed by someone: only the charge is believed.
    const records = sum <= taken ? noted : [];
    const rest = taken - (sum <= taken ? sum : 0);
    const { currency } = charge;
    const occurredAt = allowsSeveralCaptures(intent) ? dateOf(charge.created) : captureTime(charge);
    const parts = records.map(({ id, amount, idempotencyKey }) => ({
        providerReference: `${charge.id}/${id}`,
        kind: 'captured' as const,
        money: fromStripeAmount({ amount, currency }),
        occurredAt,
        idempotencyKey,
    }));
    if (rest === 0) {
        return parts;
    }
    const money = fromStripeAmount({ amount: rest, currency });
    return [...parts, { providerReference: charge.id, kind: 'captured', money, occurredAt }];
}

/** What was held and will not be taken any more. */
function letGo(intent: Stripe.PaymentIntent, charge: Stripe.Charge): ProviderMovement[] {
    const left = charge.amount - charge.amount_captured;
    const isOver = intent.status === 'canceled' || intent.status === 'succeeded';
    if (!isOver || left === 0) {
        return [];
    }
    return [
        {
            providerReference: charge.id,
            kind: 'voided',
            money: fromStripeAmount({ amount: left, currency: charge.currency }),
            occurredAt: intent.canceled_at === null ? captureTime(charge) : dateOf(intent.canceled_at),
        },
    ];
}

/**
 * A refund that moved money. Stripe also lists a hold that was let go as a refund of it: such a one is in no balance
 * transaction.
 */
export function refundMovements(refund: Stripe.Refund): ProviderMovement[] {
    const isUnderWay = refund.status === 'succeeded' || refund.status === 'pending';
    if (!isUnderWay || refund.balance_transaction === null) {
        return [];
    }
    return [
        {
            providerReference: refund.id,
            kind: 'refunded',
            money: fromStripeAmount(refund),
            occurredAt: dateOf(refund.created),
            idempotencyKey: refund.metadata?.[METADATA.key],
        },
    ];
}

/** A chargeback that took money. An inquiry (`warning_…`) and a prevented dispute take none. */
export function disputeMovements(dispute: Stripe.Dispute): ProviderMovement[] {
    const [withdrawal, reinstatement] = dispute.balance_transactions;
    if (!withdrawal) {
        return [];
    }
    const base = { providerReference: dispute.id, money: fromStripeAmount(dispute) };
    const opened: ProviderMovement = {
        ...base,
        kind: 'dispute-opened',
        occurredAt: dateOf(withdrawal.created),
    };
    if (dispute.status === 'won') {
        const occurredAt = dateOf((reinstatement ?? withdrawal).created);
        return [opened, { ...base, kind: 'dispute-won', occurredAt }];
    }
    // No money moves when one is lost, and Stripe keeps no time of it.
    return dispute.status === 'lost'
        ? [opened, { ...base, kind: 'dispute-lost', occurredAt: dateOf(dispute.created) }]
        : [opened];
}

function allowsSeveralCaptures(intent: Stripe.PaymentIntent): boolean {
    return intent.payment_method_options?.card?.request_multicapture === 'if_available';
}

function captureTime(charge: Stripe.Charge): Date {
    const entry = charge.balance_transaction;
    return dateOf(typeof entry === 'object' && entry !== null ? entry.created : charge.created);
}

function dateOf(seconds: number): Date {
    return new Date(seconds * 1_000);
}
