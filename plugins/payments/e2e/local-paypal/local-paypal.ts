import { createSign, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { generate } from 'selfsigned';
import { LocalProvider } from '../local-provider';
import { answerPayPal } from './paypal-api';
import { type Order, PayPalBooks, Refusal } from './paypal-books';

export const CLIENT_ID = 'local-client';
export const CLIENT_SECRET = 'local-secret';
export const WEBHOOK_ID = '1LW99999XH123456A';

/** A webhook as PayPal delivers it. */
export interface SignedWebhook {
    readonly body: string;
    readonly headers: Record<string, string>;
}

interface Answer {
    readonly status: number;
    readonly body: unknown;
    readonly headers?: Record<string, string>;
}

/** A call that misbehaves: `hang` does the work and never answers, `fail` answers 500 without doing it. */
type Fault = 'hang' | 'fail';

/**
 * PayPal on this machine, by its published shapes and rules: sign-in, orders, authorisations, captures, refunds,
 * disputes, the transaction report, the page where a shopper approves, idempotency and signed webhooks.
 */
export class LocalPayPal extends LocalProvider<Fault> {
    readonly books = new PayPalBooks();
    /** Every call that arrived: `POST /v2/checkout/orders`. */
    readonly calls: string[] = [];
    private readonly answers = new Map<string, { fingerprint: string; status: number; body: unknown }>();

    private constructor(private readonly key: { readonly private: string; readonly cert: string }) {
        super();
    }

    static async start(): Promise<LocalPayPal> {
        const key = await generate([{ name: 'commonName', value: 'messageverificationcerts.paypal.com' }]);
        return new LocalPayPal(key).listen();
    }

    /** @param resource - What happened, e.g. an order. @param at - When it is sent. */
    webhook(eventType: string, resource: object, at = new Date()): SignedWebhook {
        const body = JSON.stringify({
            id: `WH-${randomUUID()}`,
            event_version: '1.0',
            create_time: at.toISOString(),
            resource_type: 'checkout-order',
            event_type: eventType,
            resource,
        });
        const id = randomUUID();
        const signed = `${id}|${at.toISOString()}|${WEBHOOK_ID}|${crc32(Buffer.from(body))}`;
        return {
            body,
            headers: {
                'paypal-transmission-id': id,
                'paypal-transmission-time': at.toISOString(),
                'paypal-auth-algo': 'SHA256withRSA',
                'paypal-cert-url': `${this.url}/v1/notifications/certs/CERT-local`,
                'paypal-transmission-sig': createSign('RSA-SHA256')
                    .update(signed)
                    .sign(this.key.private, 'base64'),
            },
        };
    }

    protected async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
        const url = new URL(request.url ?? '/', this.url);
        const call = `${request.method} ${url.pathname}`;
        this.calls.push(call);
        const body = await text(request);
        const open = this.openAnswer(url, request, body);
        if (open) {
            send(response, open.status, open.body, open.headers);
            return;
        }
        if (request.headers.authorization !== `Bearer ${CLIENT_ID}-token`) {
            send(response, 401, { name: 'AUTHENTICATION_FAILURE', message: 'No valid token.' });
            return;
        }
        const fault = this.takeFault(call);
        if (fault === 'fail') {
            send(response, 500, { name: 'INTERNAL_SERVER_ERROR', message: 'Try later.' });
            return;
        }
        const { status, body: answer } = this.answer(call, url, request, body);
        if (fault !== 'hang') {
            send(response, status, answer);
        }
    }

    /** What needs no token: sign-in, certificates, the approval page. */
    private openAnswer(url: URL, request: IncomingMessage, body: string): Answer | undefined {
        if (url.pathname === '/v1/oauth2/token') {
            const expected = `Basic ${Buffer.from(`${CLIENT_ID}:${CLIENT_SECRET}`).toString('base64')}`;
            return request.headers.authorization === expected && body === 'grant_type=client_credentials'
                ? {
                      status: 200,
                      body: { access_token: `${CLIENT_ID}-token`, token_type: 'Bearer', expires_in: 32400 },
                  }
                : { status: 401, body: { error: 'invalid_client' } };
        }
        if (url.pathname.startsWith('/v1/notifications/certs/')) {
            return { status: 200, body: this.key.cert };
        }
        return url.pathname === '/checkoutnow' ? this.approvalPage(url) : undefined;
    }

    /** PayPal's page: shows a button; with `decision` it sends the shopper back. */
    private approvalPage(url: URL): Answer {
        const order: Order = this.books.order(url.searchParams.get('token') ?? '');
        const decision = url.searchParams.get('decision');
        if (decision === null) {
            const link = (name: string) => `?token=${order.id}&decision=${name}`;
            const { currency_code, value } = order.purchase_units[0].amount;
            const page = `<!doctype html><title>PayPal</title><h1>${value} ${currency_code}</h1>
                <a href="${link('approve')}">Pay now</a> <a href="${link('cancel')}">Cancel</a>`;
            return { status: 200, body: page, headers: { 'Content-Type': 'text/html' } };
        }
        if (decision === 'approve') {
            this.books.approve(order.id);
        }
        const back = new URL(order.returnUrl);
        back.searchParams.set('token', order.id);
        return { status: 302, body: '', headers: { Location: back.href } };
    }

    /** Remembers its answer to each `PayPal-Request-Id`, refusals that change nothing excepted. */
    private answer(call: string, url: URL, request: IncomingMessage, body: string): Answer {
        const key = request.headers['paypal-request-id'];
        const fingerprint = `${call} ${body}`;
        const earlier = typeof key === 'string' ? this.answers.get(key) : undefined;
        if (earlier && earlier.fingerprint !== fingerprint) {
            return refusal(new Refusal(422, 'DUPLICATE_REQUEST_ID'));
        }
        if (earlier) {
            return { ...earlier, status: 200 };
        }
        try {
            const answer = answerPayPal(this.books, this.url, request.method ?? '', url, parse(body));
            if (typeof key === 'string') {
                this.answers.set(key, { fingerprint, ...answer });
            }
            return answer;
        } catch (error) {
            if (error instanceof Refusal) {
                return refusal(error);
            }
            throw error;
        }
    }
}

function refusal({ status, issue }: Refusal): Answer {
    return {
        status,
        body: {
            name: status === 404 ? 'RESOURCE_NOT_FOUND' : 'UNPROCESSABLE_ENTITY',
            message: 'The requested action could not be performed.',
            details: [{ issue, description: issue }],
        },
    };
}

function parse(body: string): unknown {
    return body === '' ? {} : JSON.parse(body);
}

function send(
    response: ServerResponse,
    status: number,
    body: unknown,
    headers?: Record<string, string>,
): void {
    const isText = typeof body === 'string';
    response.writeHead(status, { 'Content-Type': isText ? 'text/plain' : 'application/json', ...headers });
    response.end(status === 204 ? undefined : isText ? body : JSON.stringify(body));
}
