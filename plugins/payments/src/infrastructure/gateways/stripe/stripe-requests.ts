import type Stripe from 'stripe';
import { GatewayRefusedError } from '../../../application/ports/gateway-errors';
import type { AuthoriseRequest } from '../../../application/ports/payment-gateway.port';
import { toStripeAmount } from './stripe-amount';
import { METADATA } from './stripe-metadata';
import { EXPAND } from './stripe-snapshot';

/**
 * A PaymentIntent that holds money until it is captured; ways to pay that can't are not offered. The platform captures
 * when the order has the payment and its stock, also where money is to be taken at once.
 *
 * With a token or a saved means of payment it is confirmed right away, else by the Payment Element in the browser.
 */
export function creationOf(
    request: AuthoriseRequest,
    multicapture: boolean,
): Stripe.PaymentIntentCreateParams {
    const means = meansOf(request);
    return {
        ...toStripeAmount(request.money),
        capture_method: 'manual',
        description: request.orderCode,
        metadata: {
            [METADATA.intent]: request.intentId,
            [METADATA.order]: request.orderCode,
            [METADATA.key]: request.idempotencyKey,
            [METADATA.confirms]: means ? 'server' : 'browser',
        },
        ...(request.providerCustomer !== undefined && { customer: request.providerCustomer }),
        ...(request.saveMethod &&
            request.providerCustomer !== undefined && { setup_future_usage: 'on_session' }),
        ...cardOptions(request, multicapture),
        ...confirmation(request, means),
        expand: EXPAND,
    };
}

function cardOptions(
    { authentication }: AuthoriseRequest,
    multicapture: boolean,
): Pick<Stripe.PaymentIntentCreateParams, 'payment_method_options'> {
    const card: Stripe.PaymentIntentCreateParams.PaymentMethodOptions.Card = {
        ...(multicapture && { request_multicapture: 'if_available' }),
        ...(authentication === 'required' && { request_three_d_secure: 'any' }),
    };
    return Object.keys(card).length > 0 ? { payment_method_options: { card } } : {};
}

type Means = Pick<Stripe.PaymentIntentCreateParams, 'payment_method' | 'confirmation_token'>;

/** Without an address to come back to, only ways to pay that stay on the page will do. */
function confirmation(
    { returnUrl }: AuthoriseRequest,
    means: Means | undefined,
): Partial<Stripe.PaymentIntentCreateParams> {
    if (!means) {
        return { automatic_payment_methods: { enabled: true } };
    }
    return {
        ...means,
        confirm: true,
        ...(returnUrl === undefined
            ? { automatic_payment_methods: { enabled: true, allow_redirects: 'never' } }
            : { automatic_payment_methods: { enabled: true }, return_url: returnUrl }),
    };
}

function meansOf({ savedMethod, token }: AuthoriseRequest): Means | undefined {
    if (savedMethod !== undefined) {
        return { payment_method: savedMethod };
    }
    if (token === undefined) {
        return undefined;
    }
    if (token.startsWith('pm_')) {
        return { payment_method: token };
    }
    if (token.startsWith('ctoken_')) {
        return { confirmation_token: token };
    }
    throw new GatewayRefusedError(
        'invalid_token',
        'A token for Stripe is a PaymentMethod (pm_…) or a ConfirmationToken (ctoken_…).',
    );
}
