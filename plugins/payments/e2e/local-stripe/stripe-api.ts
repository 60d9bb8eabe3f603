import type Stripe from 'stripe';
import type { z } from 'zod';
import { expandAll, type Json } from './expansion';
import type { Form } from './form-body';
import type { IntentRules } from './intent-rules';
import type { MoneyBack } from './money-back';
import { check, PARAMETERS } from './parameters';
import { Refusal } from './refusal';
import type { Kind, StripeBooks, StripeObject } from './stripe-books';
import { newCustomer } from './stripe-objects';

/** What the endpoints work on. */
export interface StripeApi {
    readonly books: StripeBooks;
    readonly intents: IntentRules;
    readonly moneyBack: MoneyBack;
    /** Seconds until a payment can be found by search. */
    readonly searchLag: number;
}

/** An endpoint: its path's second capture, if any, is the object's id. */
interface Route {
    readonly call: RegExp;
    readonly answer: (api: StripeApi, id: string, form: Form) => Json;
}

function route<T extends { expand?: string[] }>(
    call: RegExp,
    shape: z.ZodType<T>,
    work: (api: StripeApi, id: string, parameters: T) => object,
): Route {
    return {
        call,
        answer: (api, id, form) => {
            const parameters = check(shape, form);
            return expandAll(api.books, work(api, id, parameters) as Json, parameters.expand);
        },
    };
}

const intentOf = ({ books }: StripeApi, id: string) => books.get('payment_intent', id);

const ROUTES: readonly Route[] = [
    route(/^POST \/v1\/payment_intents$/, PARAMETERS.createIntent, ({ intents }, _, parameters) =>
        intents.create(parameters),
    ),
    route(
        /^POST \/v1\/payment_intents\/(pi_\w+)\/capture$/,
        PARAMETERS.captureIntent,
        (api, id, parameters) => api.intents.capture(intentOf(api, id), parameters),
    ),
    route(/^POST \/v1\/payment_intents\/(pi_\w+)\/cancel$/, PARAMETERS.cancelIntent, (api, id) =>
        api.intents.cancel(intentOf(api, id)),
    ),
    route(/^GET \/v1\/payment_intents\/search$/, PARAMETERS.searchIntents, search),
    route(/^GET \/v1\/payment_intents\/(\w+)$/, PARAMETERS.retrieve, intentOf),
    route(/^GET \/v1\/payment_intents$/, PARAMETERS.listIntents, (api, _, parameters) =>
        page(api, 'payment_intent', parameters),
    ),
    route(/^POST \/v1\/refunds$/, PARAMETERS.createRefund, ({ moneyBack }, _, parameters) =>
        moneyBack.refund(parameters),
    ),
    route(/^GET \/v1\/refunds$/, PARAMETERS.listMoves, (api, _, parameters) =>
        page(api, 'refund', parameters),
    ),
    route(/^GET \/v1\/disputes$/, PARAMETERS.listMoves, (api, _, parameters) =>
        page(api, 'dispute', parameters),
    ),
    route(/^POST \/v1\/customers$/, PARAMETERS.createCustomer, ({ books }, _, { email, name, metadata }) =>
        books.add(newCustomer(books.now(), { email: email ?? null, name, metadata: metadata ?? {} })),
    ),
    route(
        /^GET \/v1\/customers\/(cus_\w+)\/payment_methods$/,
        PARAMETERS.listCards,
        (api, id, parameters) => {
            api.books.get('customer', id);
            return page(api, 'payment_method', { ...parameters, customer: id });
        },
    ),
    route(/^GET \/v1\/payment_methods\/(pm_\w+)$/, PARAMETERS.retrieve, ({ books }, id) =>
        books.get('payment_method', id),
    ),
    route(/^POST \/v1\/payment_methods\/(pm_\w+)\/detach$/, PARAMETERS.none, ({ books }, id) => {
        const method = books.get('payment_method', id);
        method.customer = null;
        return method;
    }),
];

/** What a publishable key and a payment's client secret allow. */
const BROWSER_ROUTES: readonly Route[] = [
    route(
        /^POST \/v1\/payment_intents\/(pi_\w+)\/confirm$/,
        PARAMETERS.confirmIntent,
        (api, id, parameters) => {
            const intent = ownIntent(api, id, parameters.client_secret);
            return api.intents.confirm(intent, parameters.payment_method, parameters.return_url);
        },
    ),
    route(
        /^GET \/v1\/payment_intents\/(pi_\w+)$/,
        PARAMETERS.retrieveInBrowser,
        (api, id, { client_secret }) => ownIntent(api, id, client_secret),
    ),
];

/** @throws Refusal */
export function answerStripe(api: StripeApi, call: string, form: Form, fromBrowser: boolean): Json {
    for (const { call: pattern, answer } of fromBrowser ? BROWSER_ROUTES : ROUTES) {
        const match = pattern.exec(call);
        if (match) {
            return answer(api, match[1] ?? '', form);
        }
    }
    const message = `Unrecognized request URL (${call}).`;
    throw new Refusal(404, { type: 'invalid_request_error', message });
}

function ownIntent(api: StripeApi, id: string, clientSecret: string): Stripe.PaymentIntent {
    const intent = intentOf(api, id);
    if (intent.client_secret !== clientSecret) {
        const message = 'The client_secret provided does not match any associated PaymentIntent.';
        throw new Refusal(400, { type: 'invalid_request_error', message, param: 'client_secret' });
    }
    return intent;
}

type Page = z.output<typeof PARAMETERS.listMoves> & { readonly customer?: string };

/** A page of a list, the newest first. */
function page({ books }: StripeApi, kind: Kind, filter: Page): object {
    const wanted = books.all(kind).filter(object => fits(object, filter));
    const start = wanted.findIndex(({ id }) => id === filter.starting_after) + 1;
    const data = wanted.slice(start, start + filter.limit);
    return { object: 'list', data, has_more: start + filter.limit < wanted.length, url: `/v1/${kind}s` };
}

function fits(object: StripeObject, { created, charge, payment_intent, customer }: Page): boolean {
    const { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity } = created ?? {};
    const named: Readonly<Record<string, unknown>> = { ...object };
    return (
        object.created > gt &&
        object.created >= gte &&
        object.created < lt &&
        object.created <= lte &&
        (charge === undefined || named.charge === charge) &&
        (payment_intent === undefined || named.payment_intent === payment_intent) &&
        (customer === undefined || named.customer === customer)
    );
}

/** By one metadata entry. What is new is not found yet: Stripe's search lags behind. */
function search(
    { books, searchLag }: StripeApi,
    _: string,
    { query, limit }: { query: string; limit: number },
) {
    const clause = /^metadata\["([^"]+)"\]:"([^"]+)"$/.exec(query);
    if (!clause) {
        const message = 'We were unable to parse your search query.';
        throw new Refusal(400, { type: 'invalid_request_error', message, param: 'query' });
    }
    const [, name = '', value] = clause;
    const found = books
        .all('payment_intent')
        .filter(({ metadata, created }) => metadata[name] === value && created + searchLag <= books.now());
    return {
        object: 'search_result',
        data: found.slice(0, limit),
        has_more: found.length > limit,
        next_page: null,
        url: '/v1/payment_intents/search',
    };
}
