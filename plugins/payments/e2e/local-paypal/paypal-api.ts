import { z } from 'zod';
import { type Order, type PayPalBooks, Refusal } from './paypal-books';

const amount = z.strictObject({
    currency_code: z.string().length(3),
    value: z.string().regex(/^\d+(\.\d+)?$/),
});

const newOrder = z.strictObject({
    intent: z.literal('AUTHORIZE'),
    purchase_units: z
        .array(
            z.strictObject({
                custom_id: z.string().max(255).optional(),
                description: z.string().max(127).optional(),
                amount,
            }),
        )
        .length(1),
    payment_source: z.strictObject({
        paypal: z.strictObject({
            email_address: z.email().optional(),
            experience_context: z.strictObject({
                return_url: z.url(),
                cancel_url: z.url(),
                locale: z
                    .string()
                    .regex(/^[a-z]{2}-[A-Z]{2}$/)
                    .optional(),
                user_action: z.enum(['CONTINUE', 'PAY_NOW']),
                shipping_preference: z.enum(['GET_FROM_FILE', 'NO_SHIPPING', 'SET_PROVIDED_ADDRESS']),
            }),
        }),
    }),
});

const newCapture = z.strictObject({ amount, final_capture: z.boolean() });
const newRefund = z.strictObject({
    amount,
    custom_id: z.string().max(127).optional(),
    note_to_payer: z.string().max(255).optional(),
});

interface Answer {
    readonly status: number;
    readonly body: unknown;
}

type Route = (call: { books: PayPalBooks; base: string; id: string; url: URL; body: unknown }) => Answer;

/** The part of PayPal's REST API that shops use. */
const ROUTES: Readonly<Record<string, Route>> = {
    'POST /v2/checkout/orders': ({ books, base, body }) => ({
        status: 201,
        body: shown(createOrder(books, body), base),
    }),
    'GET /v2/checkout/orders/:id': ({ books, base, id }) => ({
        status: 200,
        body: shown(books.order(id), base),
    }),
    'POST /v2/checkout/orders/:id/authorize': ({ books, base, id }) => ({
        status: 201,
        body: shown(books.authorize(id), base),
    }),
    'POST /v2/payments/authorizations/:id/capture': ({ books, id, body }) => {
        const input = valid(newCapture, body);
        return { status: 201, body: books.capture(id, input.amount, input.final_capture) };
    },
    'POST /v2/payments/authorizations/:id/void': ({ books, id }) => {
        books.void(id);
        return { status: 204, body: '' };
    },
    'POST /v2/payments/captures/:id/refund': ({ books, base, id, body }) => {
        const input = valid(newRefund, body);
        return { status: 201, body: books.refund(id, input.amount, input.custom_id, base) };
    },
    'GET /v1/customer/disputes': ({ books, url }) => {
        const capture = url.searchParams.get('disputed_transaction_id');
        return {
            status: 200,
            body: { items: books.disputes.filter(({ captureId }) => captureId === capture) },
        };
    },
    'GET /v1/reporting/transactions': ({ books, url }) => ({
        status: 200,
        body: report(books, url.searchParams),
    }),
};

/** @throws Refusal, also for parameters that PayPal does not know. */
export function answerPayPal(
    books: PayPalBooks,
    base: string,
    method: string,
    url: URL,
    body: unknown,
): Answer {
    const [version, area, resource, id = '', action] = url.pathname.split('/').filter(Boolean);
    const path = [version, area, resource, ...(id ? [':id'] : []), ...(action ? [action] : [])].join('/');
    const route = ROUTES[`${method} /${path}`];
    if (!route) {
        throw new Refusal(404, 'INVALID_RESOURCE_ID');
    }
    return route({ books, base, id, url, body });
}

function createOrder(books: PayPalBooks, body: unknown): Order {
    const { purchase_units, payment_source } = valid(newOrder, body);
    const [unit] = purchase_units;
    if (!unit) {
        throw new Refusal(400, 'MISSING_REQUIRED_PARAMETER');
    }
    return books.create(unit.custom_id, unit.amount, payment_source.paypal.experience_context.return_url);
}

/** An order as a caller sees it: with the link for the shopper only while there is something to approve. */
function shown({ returnUrl: _, ...order }: Order, base: string) {
    const approval = { rel: 'payer-action', href: `${base}/checkoutnow?token=${order.id}`, method: 'GET' };
    const self = { rel: 'self', href: `${base}/v2/checkout/orders/${order.id}`, method: 'GET' };
    return { ...order, links: order.status === 'COMPLETED' ? [self] : [self, approval] };
}

function report(books: PayPalBooks, query: URLSearchParams) {
    const start = Date.parse(query.get('start_date') ?? '');
    const end = Date.parse(query.get('end_date') ?? '');
    if (!(end - start <= 31 * 24 * 60 * 60 * 1_000)) {
        throw new Refusal(400, 'INVALID_DATE_RANGE');
    }
    const size = Number(query.get('page_size'));
    const page = Number(query.get('page'));
    const all = books.transactions.filter(({ transaction_initiation_date: time }) => {
        const moment = Date.parse(time);
        return moment >= start && moment <= end;
    });
    return {
        total_pages: Math.max(1, Math.ceil(all.length / size)),
        transaction_details: all
            .slice((page - 1) * size, page * size)
            .map(transaction_info => ({ transaction_info })),
    };
}

function valid<T>(shape: z.ZodType<T>, body: unknown): T {
    const parsed = shape.safeParse(body);
    if (!parsed.success) {
        throw new Refusal(400, 'INVALID_PARAMETER_SYNTAX');
    }
    return parsed.data;
}
