import type Stripe from 'stripe';
import type {
    GatewayCall,
    ListedMovement,
    ProviderMovement,
} from '../../../application/ports/payment-gateway.port';
import type { StripeClient } from './stripe-client';
import { METADATA } from './stripe-metadata';
import { chargeMovements, disputeMovements, refundMovements } from './stripe-movements';
import { chargeOf, EXPAND } from './stripe-snapshot';

const DAY = 24 * 60 * 60;
/** In seconds. No way to pay at Stripe holds money for longer. */
const LONGEST_HOLD = 31 * DAY;
/** In seconds. Networks decide nearly all disputes by then. */
const LONGEST_DISPUTE = 180 * DAY;
const PAGE = 100;

/** What a payment is called in a list: refunds and disputes of charges without a PaymentIntent name the charge. */
interface Owner {
    readonly paymentReference: string;
    readonly intentId?: string;
}

/**
 * Stripe has no list of movements with their payments, so three lists are read: PaymentIntents as far back as a hold
 * lasts (one may be captured today), refunds, and disputes.
 */
export async function* listStripeMovements(
    client: StripeClient,
    from: Date,
    to: Date,
    call: GatewayCall,
): AsyncIterable<ListedMovement> {
    const [start, end] = [secondsOf(from), secondsOf(to)];
    const within = ({ occurredAt }: ProviderMovement) => occurredAt >= from && occurredAt < to;
    const listed = (movements: readonly ProviderMovement[], owner: Owner) =>
        movements.filter(within).map(movement => ({ ...movement, ...owner }));

    for await (const intent of client.pages(call, stripe =>
        stripe.paymentIntents.list({
            created: { gte: start - LONGEST_HOLD, lt: end },
            expand: EXPAND.map(path => `data.${path}`),
            limit: PAGE,
        }),
    )) {
        const charge = chargeOf(intent);
        yield* listed(charge ? chargeMovements(intent, charge) : [], ownerOf(intent));
    }
    for await (const refund of client.pages(call, stripe =>
        stripe.refunds.list({
            created: { gte: start, lt: end },
            expand: ['data.payment_intent'],
            limit: PAGE,
        }),
    )) {
        yield* listed(refundMovements(refund), ownerOf(refund.payment_intent, refund.charge));
    }
    for await (const dispute of client.pages(call, stripe =>
        stripe.disputes.list({
            created: { gte: start - LONGEST_DISPUTE, lt: end },
            expand: ['data.payment_intent'],
            limit: PAGE,
        }),
    )) {
        yield* listed(disputeMovements(dispute), ownerOf(dispute.payment_intent, dispute.charge));
    }
}

function ownerOf(
    intent: Stripe.PaymentIntent | string | null,
    charge: Stripe.Charge | string | null = null,
): Owner {
    if (intent !== null && typeof intent === 'object') {
        return { paymentReference: intent.id, intentId: intent.metadata[METADATA.intent] };
    }
    const reference = intent ?? (typeof charge === 'string' ? charge : charge?.id);
    if (reference === undefined) {
        throw new Error('Stripe lists a movement that belongs to no payment.');
    }
    return { paymentReference: reference };
}

function secondsOf(date: Date): number {
    return Math.floor(date.getTime() / 1_000);
}
