/** The provider clearly refused a call and nothing happened; the same call would be refused again. */
export class GatewayRefusedError extends Error {
    override readonly name = 'GatewayRefusedError';

    /** @param code - The provider's, e.g. `amount_too_large`. */
    constructor(
        readonly code: string,
        message: string,
        options?: ErrorOptions,
    ) {
        super(message, options);
    }
}

/**
 * The call certainly had no effect: it did not reach the provider, or was not made because the provider is out of
 * order (open circuit) or has too many calls of ours under way. May be tried again, or with another provider.
 */
export class GatewayUnreachableError extends Error {
    override readonly name = 'GatewayUnreachableError';
}

/** Nobody knows whether the call had an effect. The provider has to be asked. */
export class OutcomeUnknownError extends Error {
    override readonly name = 'OutcomeUnknownError';
}

/** A webhook that is forged, too old, or none at all. Nothing of it may be believed. */
export class WebhookRejectedError extends Error {
    override readonly name = 'WebhookRejectedError';
}
