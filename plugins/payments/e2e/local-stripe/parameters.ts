import { z } from 'zod';
import type { Form } from './form-body';
import { invalid } from './refusal';

/** What the calls of a PaymentIntent's life take. A parameter that is not listed is refused, as Stripe does. */

/** In lower case. */
const CURRENCIES = new Set(Intl.supportedValuesOf('currency').map(code => code.toLowerCase()));

const amount = z.coerce.number().int().min(1).max(99_999_999);
const flag = z.enum(['true', 'false']).transform(value => value === 'true');
const list = z.record(z.string(), z.string()).transform(value => Object.values(value));
const expand = list.optional();
const metadata = z
    .record(z.string().max(40), z.string().max(500))
    .refine(value => Object.keys(value).length <= 50)
    .optional();
const time = z.coerce.number().int();
const created = z.strictObject({ gt: time, gte: time, lt: time, lte: time }).partial().optional();
const page = {
    limit: z.coerce.number().int().min(1).max(100).default(10),
    starting_after: z.string().optional(),
    created,
    expand,
};

export const PARAMETERS = {
    createIntent: z.strictObject({
        amount,
        currency: z.string().refine(value => CURRENCIES.has(value)),
        automatic_payment_methods: z
            .strictObject({ enabled: flag, allow_redirects: z.enum(['always', 'never']).default('always') })
            .optional(),
        capture_method: z.enum(['automatic', 'automatic_async', 'manual']).default('automatic_async'),
        confirm: flag.default(false),
        confirmation_token: z.string().optional(),
        customer: z.string().optional(),
        description: z.string().optional(),
        expand,
        metadata,
        payment_method: z.string().optional(),
        payment_method_options: z
            .strictObject({
                card: z.strictObject({
                    request_multicapture: z.enum(['if_available', 'never']).optional(),
                    request_three_d_secure: z.enum(['any', 'automatic', 'challenge']).optional(),
                }),
            })
            .optional(),
        return_url: z.url().optional(),
        setup_future_usage: z.enum(['on_session', 'off_session']).optional(),
    }),
    confirmIntent: z.strictObject({
        client_secret: z.string(),
        payment_method: z.string(),
        return_url: z.url().optional(),
        expand,
    }),
    captureIntent: z.strictObject({
        amount_to_capture: z.coerce.number().int().min(0).optional(),
        final_capture: flag.default(true),
        metadata,
        expand,
    }),
    cancelIntent: z.strictObject({ cancellation_reason: z.string().optional(), expand }),
    retrieve: z.strictObject({ expand }),
    retrieveInBrowser: z.strictObject({ client_secret: z.string(), expand }),
    searchIntents: z.strictObject({
        query: z.string(),
        limit: z.coerce.number().int().min(1).max(100).default(10),
        expand,
    }),
    listIntents: z.strictObject({ ...page, customer: z.string().optional() }),
    listMoves: z.strictObject({
        ...page,
        charge: z.string().optional(),
        payment_intent: z.string().optional(),
    }),
    createRefund: z.strictObject({
        amount: amount.optional(),
        payment_intent: z.string(),
        reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
        metadata,
        expand,
    }),
    createCustomer: z.strictObject({
        email: z.string().optional(),
        name: z.string().optional(),
        metadata,
        expand,
    }),
    listCards: z.strictObject({ ...page, type: z.literal('card').optional() }),
    none: z.strictObject({}),
} as const;

/** @throws Refusal in Stripe's words. */
export function check<T>(shape: z.ZodType<T>, form: Form): T {
    const result = shape.safeParse(form);
    if (result.success) {
        return result.data;
    }
    const issue = result.error.issues[0];
    if (issue?.code === 'unrecognized_keys') {
        const name = [...issue.path, issue.keys[0]].join('.');
        throw invalid(`Received unknown parameter: ${name}`, 'parameter_unknown', name);
    }
    const name = issue?.path.join('.') ?? '';
    throw readAt(form, name) === undefined
        ? invalid(`Missing required param: ${name}.`, 'parameter_missing', name)
        : invalid(`Invalid ${name}: ${issue?.message}`, 'parameter_invalid', name);
}

function readAt(form: Form, path: string): unknown {
    return path.split('.').reduce<unknown>((level, name) => (level as Form | undefined)?.[name], form);
}
