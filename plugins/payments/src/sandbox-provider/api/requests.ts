import { z } from 'zod';
import { ApiError } from './api-error';

const amount = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const text = z.string().min(1).max(255);
const webAddress = z.url({ protocol: /^https?$/ });

/** POST /v1/payments */
export const createRequest = z.object({
    intent: text,
    amount,
    currency: z.enum(Intl.supportedValuesOf('currency')),
    token: text.default('sandbox_ok'),
    /** `required`: the cardholder has to pass a challenge, whatever the card would do by itself. */
    authentication: z.enum(['as-needed', 'required']).default('as-needed'),
    description: z.string().max(255).default(''),
    returnUrl: webAddress.optional(),
    language: z.string().max(35).default('en'),
});

/** POST /v1/payments/:id/capture */
export const captureRequest = z.object({ amount, final: z.boolean().default(true) });

/** POST /v1/payments/:id/void */
export const voidRequest = z.object({});

/** POST /v1/payments/:id/refund */
export const refundRequest = z.object({ amount, reason: z.string().max(255).optional() });

/** POST /v1/payments/:id/dispute, in the place of the shopper's bank. */
export const disputeRequest = z.object({ step: z.enum(['opened', 'won', 'lost']) });

/** PUT /v1/faults: the whole list, in the order in which they are looked at. */
export const faultsRequest = z.array(
    z.object({
        /**
         * - `slow`: waits `ms` before it does what was asked for.
         * - `down`: does nothing and answers 503.
         * - `timeout_after`: does what was asked for, and never answers.
         * - `break_after`: does what was asked for, and closes the connection without an answer.
         */
        kind: z.enum(['slow', 'down', 'timeout_after', 'break_after']),
        /** Which calls; all when left out. */
        operation: z.enum(['create', 'capture', 'void', 'refund', 'read']).optional(),
        /** How many calls; until it is taken away when left out. */
        times: z.number().int().positive().optional(),
        ms: z.number().int().nonnegative().max(600_000).default(0),
    }),
);

/** PUT /v1/webhook-plan: for all webhooks from now on. */
export const webhookPlanRequest = z.object({
    /** How often each is delivered. */
    copies: z.number().int().min(1).max(10).default(1),
    /** Each delivery waits for a random time up to this, so that they overtake one another. */
    shuffleMs: z.number().int().nonnegative().max(600_000).default(0),
});

/** GET /v1/movements */
export const movementsQuery = z.object({
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    /** Where the page before ended. */
    cursor: z.coerce.number().int().nonnegative().default(0),
    limit: z.coerce.number().int().min(1).max(1_000).default(100),
});

/** @throws ApiError 400 that names what is wrong. */
export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
    const result = schema.safeParse(value);
    if (!result.success) {
        const issue = result.error.issues[0];
        throw new ApiError(400, 'invalid_request', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
    }
    return result.data;
}
