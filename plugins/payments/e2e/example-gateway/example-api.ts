import { GatewayRefusedError, GatewayUnreachableError } from '@efi/payments-plugin';
import { z } from 'zod';

/** What the provider answers, as far as the adapter reads it. Anything else is an error, not a guess. */
const movement = z.object({
    id: z.string(),
    kind: z.enum(['held', 'taken', 'released', 'returned']),
    amount: z.number().int().positive(),
    at: z.iso.datetime(),
    key: z.string().optional(),
});

export const paymentShape = z.object({
    id: z.string(),
    reference: z.string(),
    amount: z.number().int().positive(),
    currency: z.string(),
    status: z.enum(['waiting', 'held', 'taken', 'released', 'refused']),
    page: z.url(),
    movements: z.array(movement),
});

export const movementsShape = z.array(
    movement.extend({ payment: z.string(), reference: z.string(), currency: z.string() }),
);

export type ExamplePayment = z.output<typeof paymentShape>;
export type ExampleMovement = z.output<typeof movement>;

const errorShape = z.object({ code: z.string(), message: z.string() });

export interface ExampleCall {
    readonly signal: AbortSignal;
    readonly method?: 'GET' | 'POST';
    readonly body?: object;
    readonly idempotencyKey?: string;
}

/** The provider's HTTP API, with its failures sorted into the port's classes: the heart of every adapter. */
export class ExampleApi {
    constructor(
        private readonly url: string,
        private readonly apiKey: string,
    ) {}

    /** @returns `undefined` when the provider says that there is no such thing. */
    async call<T>(path: string, shape: z.ZodType<T>, call: ExampleCall): Promise<T | undefined> {
        const response = await this.send(path, call);
        const body: unknown = await response.json();
        if (response.ok) {
            return shape.parse(body);
        }
        const { code, message } = errorShape.parse(body);
        if (code === 'not_found') {
            return undefined;
        }
        const text = `Example Pay answered ${response.status} (${code}): ${message}`;
        // A clear "no" is a refusal. A 5xx, or a call with the same key that is still under way, leaves it open.
        const isClear = response.status < 500 && response.status !== 409;
        throw isClear ? new GatewayRefusedError(code, text) : new Error(text);
    }

    private async send(
        path: string,
        { method = 'GET', body, idempotencyKey, signal }: ExampleCall,
    ): Promise<Response> {
        try {
            return await fetch(`${this.url}${path}`, {
                method,
                headers: {
                    Authorization: `Bearer ${this.apiKey}`,
                    ...(idempotencyKey !== undefined && { 'Idempotency-Key': idempotencyKey }),
                },
                body: body && JSON.stringify(body),
                signal,
            });
        } catch (error) {
            // Only what happens before the first byte is certain. A connection that broke later may have charged.
            throw wasNeverSent(error)
                ? new GatewayUnreachableError("Example Pay can't be reached.", { cause: error })
                : error;
        }
    }
}

function wasNeverSent(error: unknown): boolean {
    const cause = error instanceof Error ? error.cause : undefined;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'].includes(code);
}
