import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import Stripe from 'stripe';
import { LocalProvider } from '../local-provider';
import { readForm } from './form-body';
import { IntentRules } from './intent-rules';
import { MoneyBack } from './money-back';
import { invalid, Refusal } from './refusal';
import { answerStripe, type StripeApi } from './stripe-api';
import { type BookedEvent, StripeBooks } from './stripe-books';

export const SECRET_KEY = 'sk_test_local';
export const PUBLISHABLE_KEY = 'pk_test_local';
export const WEBHOOK_SECRET = 'whsec_local';

/**
 * How a call misbehaves: `hang` does the work and never answers, `break` does it and closes the connection, `slow` does
 * it after a while, `fail` answers 500 and `busy` 429 without doing it.
 */
export type Fault = 'hang' | 'break' | 'slow' | 'fail' | 'busy';

/** In milliseconds. */
const A_WHILE = 300;

export interface LocalStripeOptions {
    /** In milliseconds. */
    readonly clock?: () => number;
    /** @default false */
    readonly multicapture?: boolean;
    /** Seconds until a payment can be found by search. @default 60 */
    readonly searchLag?: number;
}

/** A call that arrived. */
export interface ReceivedCall {
    /** `POST /v1/refunds` */
    readonly name: string;
    readonly headers: IncomingMessage['headers'];
}

interface Answer {
    readonly status: number;
    readonly body: unknown;
}

/**
 * Stripe on this machine, by its published shapes and rules: PaymentIntents with their states, 3-D Secure, refunds,
 * disputes, customers, lists and search, idempotency keys, errors and signed webhooks. What Stripe refuses, it refuses.
 */
export class LocalStripe extends LocalProvider<Fault> {
    readonly books: StripeBooks;
    readonly moneyBack: MoneyBack;
    readonly intents: IntentRules;
    readonly calls: ReceivedCall[] = [];
    private readonly api: StripeApi;
    private readonly answers = new Map<string, { fingerprint: string; answer?: Answer }>();

    private constructor({ clock = Date.now, multicapture = false, searchLag = 60 }: LocalStripeOptions) {
        super();
        this.books = new StripeBooks(clock);
        this.moneyBack = new MoneyBack(this.books);
        this.intents = new IntentRules(this.books, () => this.url, multicapture);
        this.api = { books: this.books, intents: this.intents, moneyBack: this.moneyBack, searchLag };
    }

    static async start(options: LocalStripeOptions = {}): Promise<LocalStripe> {
        return new LocalStripe(options).listen();
    }

    /** An event as it is delivered. @param at - When it is sent. */
    deliver(
        event: BookedEvent,
        at = new Date(),
        secret = WEBHOOK_SECRET,
    ): { body: Buffer; headers: Record<string, string> } {
        const payload = JSON.stringify(event, null, 2);
        const timestamp = Math.floor(at.getTime() / 1_000);
        return {
            body: Buffer.from(payload),
            headers: {
                'content-type': 'application/json; charset=utf-8',
                'stripe-signature': Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp }),
            },
        };
    }

    protected async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
        const url = new URL(request.url ?? '/', this.url);
        const name = `${request.method} ${url.pathname}`;
        this.calls.push({ name, headers: request.headers });
        const body = request.method === 'POST' ? await text(request) : url.search.slice(1);
        if (url.pathname.startsWith('/authenticate/')) {
            this.authenticationPage(url, response);
            return;
        }
        const fault = this.takeFault(name);
        if (fault === 'fail' || fault === 'busy') {
            send(response, misbehaviour(fault));
            return;
        }
        if (fault === 'slow') {
            await this.dawdle(name, request, body);
        }
        const answer = this.answer(name, request, body, response);
        if (fault === 'break') {
            request.socket.destroy();
        } else if (fault !== 'hang') {
            send(response, answer);
        }
    }

    /** Meanwhile the call's key is in use. */
    private async dawdle(name: string, request: IncomingMessage, body: string): Promise<void> {
        const key = keyOf(request) ?? '';
        this.answers.set(key, { fingerprint: `${name} ${body}` });
        await setTimeout(A_WHILE);
        this.answers.delete(key);
    }

    /** The bank's page for 3-D Secure; `outcome=pass` or `fail` is what its buttons do. */
    private authenticationPage(url: URL, response: ServerResponse): void {
        const id = url.pathname.split('/').at(-1) ?? '';
        const intent = this.books.get('payment_intent', id);
        const outcome = url.searchParams.get('outcome');
        if (outcome === null) {
            const link = (name: string) => `${url.pathname}${url.search}&outcome=${name}`;
            response.setHeader('Content-Type', 'text/html');
            response.end(
                `<!doctype html><title>Bank</title><a href="${link('pass')}">Complete</a> <a href="${link('fail')}">Fail</a>`,
            );
            return;
        }
        this.intents.authenticate(intent, outcome === 'pass');
        const back = new URL(url.searchParams.get('return_url') ?? '/', this.url);
        back.searchParams.set('payment_intent', id);
        back.searchParams.set('payment_intent_client_secret', intent.client_secret ?? '');
        back.searchParams.set('redirect_status', outcome === 'pass' ? 'succeeded' : 'failed');
        response.writeHead(302, { Location: back.href }).end();
    }

    /** Answers a repeated key as the first time, refusals that came before the endpoint excepted. */
    private answer(name: string, request: IncomingMessage, body: string, response: ServerResponse): Answer {
        const key = keyOf(request);
        if (key === undefined) {
            return this.execute(name, request, body).answer;
        }
        const fingerprint = `${name} ${body}`;
        const earlier = this.answers.get(key);
        if (earlier) {
            if (earlier.fingerprint !== fingerprint) {
                return refusal(
                    new Refusal(400, {
                        type: 'idempotency_error',
                        message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
                    }),
                );
            }
            if (earlier.answer === undefined) {
                return refusal(
                    new Refusal(409, {
                        type: 'idempotency_error',
                        code: 'idempotency_key_in_use',
                        message: 'There is currently another in-progress request using this Idempotent Key.',
                    }),
                );
            }
            response.setHeader('Idempotent-Replayed', 'true');
            return earlier.answer;
        }
        const { answer, executed } = this.execute(name, request, body);
        if (executed) {
            this.answers.set(key, { fingerprint, answer });
        }
        return answer;
    }

    private execute(
        name: string,
        request: IncomingMessage,
        body: string,
    ): { answer: Answer; executed: boolean } {
        try {
            const fromBrowser = this.signIn(request);
            const form = readForm(body);
            return {
                answer: { status: 200, body: answerStripe(this.api, name, form, fromBrowser) },
                executed: true,
            };
        } catch (error) {
            if (!(error instanceof Refusal)) {
                throw error;
            }
            return { answer: refusal(error), executed: !error.beforeExecution };
        }
    }

    /** @returns Whether it is a browser. */
    private signIn({ method, headers }: IncomingMessage): boolean {
        const key = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
        if (key !== SECRET_KEY && key !== PUBLISHABLE_KEY) {
            const message = 'Invalid API Key provided.';
            throw new Refusal(401, { type: 'invalid_request_error', message }, true);
        }
        if (method === 'POST' && headers['content-type'] !== 'application/x-www-form-urlencoded') {
            throw invalid('Parameters are form-encoded.');
        }
        return key === PUBLISHABLE_KEY;
    }
}

function keyOf({ method, headers }: IncomingMessage): string | undefined {
    const key = headers['idempotency-key'];
    return method === 'POST' && typeof key === 'string' ? key : undefined;
}

function misbehaviour(fault: 'fail' | 'busy'): Answer {
    const message = 'An unknown error occurred.';
    return fault === 'fail'
        ? { status: 500, body: { error: { type: 'api_error', message } } }
        : { status: 429, body: { error: { type: 'invalid_request_error', code: 'lock_timeout', message } } };
}

function refusal({ status, error }: Refusal): Answer {
    return { status, body: structuredClone({ error }) };
}

function send(response: ServerResponse, { status, body }: Answer): void {
    response.writeHead(status, { 'Content-Type': 'application/json', 'Request-Id': 'req_local' });
    response.end(JSON.stringify(body));
}
