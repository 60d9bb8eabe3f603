import type { z } from 'zod';
import { GatewayRefusedError, GatewayUnreachableError } from '../../../application/ports/gateway-errors';
import { wireError } from './sandbox-wire';

/** A request to the sandbox's API. */
export interface SandboxRequest {
    readonly method: 'GET' | 'POST';
    /** Below the API's address, such as `/v1/payments`. */
    readonly path: string;
    readonly body?: unknown;
    readonly idempotencyKey?: string;
    readonly signal: AbortSignal;
}

/** Answers that say nothing about whether the call had an effect, or may be different next time. */
const UNCLEAR_CODES: readonly string[] = ['idempotency_key_in_use'];
const UNCLEAR_STATUSES: readonly number[] = [408, 425, 429];

/** System errors that come before a single byte is sent. */
const NEVER_SENT: readonly string[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];

/** The sandbox's HTTP API. Fails as the gateway port wants it. */
export class SandboxClient {
    constructor(
        private readonly url: string,
        private readonly apiKey: string,
    ) {}

    /**
     * @returns The answer as `schema` reads it; `undefined` when there is nothing at this path.
     * @throws GatewayRefusedError, GatewayUnreachableError, or another error when the outcome is unclear.
     */
    async call<T>(request: SandboxRequest, schema: z.ZodType<T>): Promise<T | undefined> {
        const response = await this.send(request);
        const body: unknown = await response.json();
        if (response.ok) {
            return schema.parse(body);
        }
        const { code, message } = wireError.parse(body).error;
        if (response.status === 404 && code === 'no_such_payment') {
            return undefined;
        }
        const isUnclear =
            response.status >= 500 ||
            UNCLEAR_STATUSES.includes(response.status) ||
            UNCLEAR_CODES.includes(code);
        const text = `The sandbox answered ${response.status} (${code}): ${message}`;
        throw isUnclear ? new Error(text) : new GatewayRefusedError(code, text);
    }

    private async send({ method, path, body, idempotencyKey, signal }: SandboxRequest): Promise<Response> {
        try {
            return await fetch(`${this.url}${path}`, {
                method,
                headers: {
                    Authorization: `Bearer ${this.apiKey}`,
                    'Content-Type': 'application/json',
                    ...(idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }),
                },
                ...(body === undefined ? {} : { body: JSON.stringify(body) }),
                signal,
            });
        } catch (error) {
            if (wasNeverSent(error)) {
                throw new GatewayUnreachableError(`The sandbox at ${this.url} can't be reached.`, {
                    cause: error,
                });
            }
            throw error;
        }
    }
}

/** `fetch` wraps the system's error as `cause`. */
function wasNeverSent(error: unknown): boolean {
    const cause = error instanceof Error ? error.cause : undefined;
    return cause instanceof Error && 'code' in cause && NEVER_SENT.includes(String(cause.code));
}
