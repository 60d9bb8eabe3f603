import type { ZodType } from 'zod';
import { GatewayRefusedError, GatewayUnreachableError } from '../../../application/ports/gateway-errors';
import { errorShape, tokenShape } from './paypal-shapes';

/** Where and as whom PayPal is called. */
export interface PayPalAccess {
    readonly apiUrl: string;
    readonly clientId: string;
    readonly clientSecret: string;
}

export interface PayPalCall {
    readonly signal: AbortSignal;
    /** Sent as `PayPal-Request-Id`; PayPal remembers its answer to it for six hours. */
    readonly idempotencyKey?: string;
    readonly body?: unknown;
}

/** PayPal refused a call, with its name for the reason (`issue`). */
export class PayPalIssue extends GatewayRefusedError {}

/** PayPal says no more than "try later": somebody else's call, or too many of ours. */
const STILL_RUNNING = 409;
const TOO_MANY = 429;

/** Errors of Node's network layer that come before anything was sent. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** PayPal's REST API: signs in, speaks JSON and sorts its failures into the port's classes. */
export class PayPalClient {
    private token: { readonly value: string; readonly validUntil: number } | undefined;

    constructor(private readonly access: PayPalAccess) {}

    async get<T>(path: string, shape: ZodType<T>, signal: AbortSignal): Promise<T> {
        return shape.parse(await this.request('GET', path, { signal }));
    }

    async post<T>(path: string, shape: ZodType<T>, call: PayPalCall): Promise<T> {
        return shape.parse(await this.request('POST', path, call));
    }

    /** For answers that may be empty, such as that to a void. */
    async postOnly(path: string, call: PayPalCall): Promise<void> {
        await this.request('POST', path, call);
    }

    private async request(
        method: string,
        path: string,
        call: PayPalCall,
        isRepeat = false,
    ): Promise<unknown> {
        const token = await this.signIn(call.signal);
        const response = await this.send(`${this.access.apiUrl}${path}`, {
            method,
            headers: {
                Authorization: `Bearer ${token}`,
                'Content-Type': 'application/json',
                Prefer: 'return=representation',
                ...(call.idempotencyKey && { 'PayPal-Request-Id': call.idempotencyKey }),
            },
            body: method === 'POST' ? JSON.stringify(call.body ?? {}) : undefined,
            signal: call.signal,
        });
        if (response.status === 401 && !isRepeat) {
            await response.arrayBuffer();
            this.token = undefined;
            return this.request(method, path, call, true);
        }
        const text = await response.text();
        if (!response.ok) {
            throw failure(response.status, text);
        }
        return text === '' ? undefined : JSON.parse(text);
    }

    private async signIn(signal: AbortSignal): Promise<string> {
        if (this.token && this.token.validUntil > Date.now()) {
            return this.token.value;
        }
        const { apiUrl, clientId, clientSecret } = this.access;
        const response = await this.send(`${apiUrl}/v1/oauth2/token`, {
            method: 'POST',
            headers: {
                Authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
                'Content-Type': 'application/x-www-form-urlencoded',
            },
            body: 'grant_type=client_credentials',
            signal,
        }).catch((error: unknown) => {
            // No payment was asked for yet, whatever became of this call.
            throw new GatewayUnreachableError(`PayPal's sign-in did not answer.`, { cause: error });
        });
        const text = await response.text();
        if (response.status === 401) {
            throw new GatewayRefusedError(
                'AUTHENTICATION_FAILURE',
                'PayPal knows no such client: check PAYPAL_CLIENT_ID and PAYPAL_CLIENT_SECRET.',
            );
        }
        if (!response.ok) {
            throw new GatewayUnreachableError(`PayPal's sign-in answered ${response.status}.`);
        }
        const { access_token, expires_in } = tokenShape.parse(JSON.parse(text));
        // A minute early, so that none expires on its way.
        this.token = { value: access_token, validUntil: Date.now() + (expires_in - 60) * 1_000 };
        return access_token;
    }

    private async send(url: string, init: RequestInit): Promise<Response> {
        try {
            return await fetch(url, { ...init, redirect: 'error' });
        } catch (error) {
            const code = codeOf(error);
            if (code !== undefined && NEVER_SENT.has(code)) {
                throw new GatewayUnreachableError(`PayPal can't be reached (${code}).`, { cause: error });
            }
            throw error;
        }
    }
}

function failure(status: number, text: string): Error {
    const parsed = errorShape.safeParse(parseJson(text));
    const issue = parsed.data?.details[0];
    const code = issue?.issue ?? parsed.data?.name ?? String(status);
    const message =
        `PayPal answered ${status} ${code}. ${issue?.description || parsed.data?.message || ''}`.trim();
    if (status === TOO_MANY) {
        return new GatewayUnreachableError(message);
    }
    return status >= 500 || status === STILL_RUNNING ? new Error(message) : new PayPalIssue(code, message);
}

function parseJson(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}

function codeOf(error: unknown): string | undefined {
    const { code, cause } = error as { code?: string; cause?: unknown };
    return code ?? (cause instanceof Error ? codeOf(cause) : undefined);
}
