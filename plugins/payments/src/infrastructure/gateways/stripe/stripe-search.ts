import type Stripe from 'stripe';
import type { PaymentQuery } from '../../../application/ports/payment-gateway.port';
import { METADATA } from './stripe-metadata';

const MINUTE = 60 * 1_000;

/**
 * What is younger may be missing from Stripe's search, which lags by a minute and, when they have trouble, by up to an
 * hour (https://docs.stripe.com/api/payment_intents/search).
 */
const SEARCH_LAG = 65 * MINUTE;

/** How far Stripe's time of a payment may be from when the platform began with it: clocks, and calls that waited. */
const LATITUDE = 5 * MINUTE;

/**
 * The id of the PaymentIntent that was started for an intent: by search, which is quick and late, else among the
 * payments that search can't know yet.
 */
export async function findByIntent(
    stripe: Stripe,
    { intentId, startedAt }: PaymentQuery,
): Promise<string | undefined> {
    const isWanted = ({ metadata }: Stripe.PaymentIntent) => metadata[METADATA.intent] === intentId;
    const query = `metadata["${METADATA.intent}"]:"${intentId.replaceAll(/["\\]/g, '')}"`;
    const found = (await stripe.paymentIntents.search({ query, limit: 1 })).data.find(isWanted);
    if (found) {
        return found.id;
    }
    const created = window(startedAt, new Date());
    if (!created) {
        return undefined;
    }
    for await (const intent of stripe.paymentIntents.list({ created, limit: 100 })) {
        if (isWanted(intent)) {
            return intent.id;
        }
    }
    return undefined;
}

/** Where to look, in seconds; nowhere when search would know it by now. */
function window(startedAt: Date | undefined, now: Date): Stripe.RangeQueryParam | undefined {
    const unsearchable = now.getTime() - SEARCH_LAG;
    if (startedAt === undefined) {
        return { gte: seconds(unsearchable) };
    }
    const from = startedAt.getTime() - LATITUDE;
    const to = startedAt.getTime() + LATITUDE;
    return to < unsearchable ? undefined : { gte: seconds(from), lte: seconds(to) };
}

function seconds(milliseconds: number): number {
    return Math.floor(milliseconds / 1_000);
}
