/** An error that Stripe answers, by its published shape (https://docs.stripe.com/api/errors). */
export class Refusal extends Error {
    constructor(
        readonly status: number,
        readonly error: {
            readonly type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';
            readonly message: string;
            readonly code?: string;
            readonly decline_code?: string;
            readonly param?: string;
            readonly charge?: string;
            readonly payment_intent?: object;
        },
        /** Whether it came before the endpoint did anything: then the idempotency key is not used up. */
        readonly beforeExecution = false,
    ) {
        super(error.message);
    }
}

export function invalid(message: string, code?: string, param?: string): Refusal {
    return new Refusal(400, { type: 'invalid_request_error', message, code, param }, true);
}

export function missing(kind: string, id: string): Refusal {
    const message = `No such ${kind}: '${id}'`;
    return new Refusal(404, {
        type: 'invalid_request_error',
        message,
        code: 'resource_missing',
        param: 'id',
    });
}
