import Stripe from 'stripe';
import { GatewayRefusedError, GatewayUnreachableError } from '../../../application/ports/gateway-errors';

/** Errors of Node's network layer that come before anything was sent. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/**
 * Sorts the SDK's errors into the port's classes. What is returned as it came leaves the outcome open: 5xx, broken
 * connections, time-outs, and 409, which says that a call with the same key is still under way.
 */
export function failureOf(error: unknown): unknown {
    if (error instanceof Stripe.errors.StripeConnectionError) {
        const code = networkCode(error.detail);
        return code !== undefined && NEVER_SENT.has(code)
            ? new GatewayUnreachableError(`Stripe can't be reached (${code}).`, { cause: error })
            : error;
    }
    if (error instanceof Stripe.errors.StripeRateLimitError) {
        // Also `lock_timeout`: another call holds the object. Stripe did nothing with ours.
        return new GatewayUnreachableError(`Stripe takes no more calls now (${codeOf(error)}).`, {
            cause: error,
        });
    }
    return isRefusal(error) ? new GatewayRefusedError(codeOf(error), error.message, { cause: error }) : error;
}

/** Whether Stripe has no such object. */
export function isMissing(error: unknown): boolean {
    return error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing';
}

/** Whether a payment is not in the state that a call needs. */
export function isWrongState(error: unknown): boolean {
    return (
        error instanceof Stripe.errors.StripeInvalidRequestError &&
        error.code === 'payment_intent_unexpected_state'
    );
}

/**
 * A key that came with other parameters (`StripeIdempotencyError`) is no refusal: the first call with it may well have
 * moved money.
 */
function isRefusal(error: unknown): error is InstanceType<typeof Stripe.errors.StripeError> {
    return (
        error instanceof Stripe.errors.StripeCardError ||
        error instanceof Stripe.errors.StripeInvalidRequestError ||
        error instanceof Stripe.errors.StripeAuthenticationError ||
        error instanceof Stripe.errors.StripePermissionError
    );
}

function codeOf(error: InstanceType<typeof Stripe.errors.StripeError>): string {
    return error.decline_code ?? error.code ?? error.rawType ?? error.type;
}

/** Looks through the wrappings of `fetch`. */
function networkCode(error: unknown): string | undefined {
    if (!(error instanceof Error)) {
        return undefined;
    }
    const { code } = error as { code?: unknown };
    return typeof code === 'string' ? code : networkCode(error.cause);
}
