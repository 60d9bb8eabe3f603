import type Stripe from 'stripe';
import type { ProviderMovement, ProviderPayment } from '../../../application/ports/payment-gateway.port';
import type { CardDetails, PaymentAction } from '../../../domain/payment-intent';
import { fromStripeAmount } from './stripe-amount';
import { METADATA } from './stripe-metadata';
import { chargeMovements, disputeMovements, refundMovements } from './stripe-movements';

/** A payment with all that is asked for separately. */
export interface StripePayment {
    /** With `latest_charge` and its `balance_transaction` expanded. */
    readonly intent: Stripe.PaymentIntent;
    readonly refunds?: readonly Stripe.Refund[];
    readonly disputes?: readonly Stripe.Dispute[];
}

/** What a snapshot needs in full. */
export const EXPAND = ['latest_charge.balance_transaction'];

/** A payment at Stripe, in the platform's words. */
export function snapshotOf({ intent, refunds = [], disputes = [] }: StripePayment): ProviderPayment {
    const charge = chargeOf(intent);
    const movements: ProviderMovement[] = [
        ...(charge ? chargeMovements(intent, charge) : []),
        ...refunds.flatMap(refundMovements),
        ...disputes.flatMap(disputeMovements),
    ];
    const status = statusOf(intent);
    return {
        providerReference: intent.id,
        intentId: intent.metadata[METADATA.intent],
        money: fromStripeAmount(intent),
        status,
        action: status === 'action-required' ? actionOf(intent) : undefined,
        decline: status === 'declined' ? declineOf(intent.last_payment_error) : undefined,
        movements,
        card: charge && cardOf(charge),
    };
}

/**
 * The charge that holds or took money. While a payment is tried, its latest charge may be a failed one, which some
 * answers name by its id only.
 *
 * @throws Error when money moved and the charge was not expanded: a movement would be left out.
 */
export function chargeOf(intent: Stripe.PaymentIntent): Stripe.Charge | undefined {
    const charge = intent.latest_charge;
    if (typeof charge !== 'string') {
        return charge?.status === 'succeeded' ? charge : undefined;
    }
    if (intent.amount_received > 0 || intent.amount_capturable > 0) {
        throw new Error(`The charge of ${intent.id} was not expanded.`);
    }
    return undefined;
}

function statusOf(intent: Stripe.PaymentIntent): ProviderPayment['status'] {
    switch (intent.status) {
        case 'requires_capture':
            return 'authorised';
        case 'succeeded':
            return 'captured';
        case 'processing':
            return 'pending';
        case 'canceled':
            return intent.amount_received > 0 ? 'captured' : 'voided';
        case 'requires_payment_method':
            // In the browser the shopper may try another card; a call of the platform's is over.
            return intent.metadata[METADATA.confirms] === 'server' ? 'declined' : 'action-required';
        case 'requires_action':
        case 'requires_confirmation':
            return 'action-required';
        default:
            throw new Error(`${intent.id} has a status that this adapter does not know: ${intent.status}.`);
    }
}

export function actionOf(intent: Stripe.PaymentIntent): PaymentAction {
    const url = intent.next_action?.redirect_to_url?.url;
    if (url) {
        return { kind: 'redirect', url };
    }
    if (intent.client_secret === null) {
        throw new Error(`${intent.id} waits for the shopper and has no client secret.`);
    }
    return { kind: 'client-confirmation', clientSecret: intent.client_secret };
}

/** What a shopper is told is neutral: the issuer's reason is theirs to ask for, and helps a thief most. */
export function declineOf(error: { code?: string; decline_code?: string } | null): {
    code: string;
    message: string;
} {
    const code = error?.decline_code ?? error?.code ?? 'declined';
    return {
        code,
        message:
            code === 'payment_intent_authentication_failure' || code === 'authentication_required'
                ? 'The payment was not confirmed with your bank. Please try again.'
                : 'The payment was declined. Please use another card or way to pay.',
    };
}

function cardOf(charge: Stripe.Charge): CardDetails | undefined {
    const card = charge.payment_method_details?.card;
    return card
        ? {
              brand: card.brand ?? undefined,
              last4: card.last4 ?? undefined,
              fingerprint: card.fingerprint ?? undefined,
              country: card.country ?? undefined,
          }
        : undefined;
}
