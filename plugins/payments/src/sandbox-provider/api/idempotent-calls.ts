import { createHash } from 'node:crypto';
import type { Books, RememberedAnswer } from '../books/books';
import { ApiError } from './api-error';
import { type Answer, json } from './http';

/** What makes a request the same one again. */
export interface KeyedRequest {
    readonly key: string;
    readonly fingerprint: string;
}

/** @throws ApiError 400 when there is no key. */
export function keyedRequest(key: unknown, method: string, path: string, body: string): KeyedRequest {
    if (typeof key !== 'string' || key === '' || key.length > 255) {
        throw new ApiError(400, 'idempotency_key_missing', 'Send an Idempotency-Key of 1 to 255 characters.');
    }
    const fingerprint = createHash('sha256').update(`${method} ${path}\n${body}`).digest('hex');
    return { key, fingerprint };
}

/**
 * Does what a key asks for once. A repeated request gets the first one's answer; one that comes while the first is
 * under way, or that asks for something else, is refused. A request that was faulty before anything was decided uses
 * up no key.
 */
export class IdempotentCalls {
    private readonly underWay = new Set<string>();

    constructor(private readonly books: Books) {}

    /** @param work - Books its answer, made by {@link remember}, together with what it changes. */
    async once(request: KeyedRequest, work: () => Promise<Answer>): Promise<Answer> {
        if (this.underWay.has(request.key)) {
            throw new ApiError(409, 'idempotency_key_in_use', 'A request with this key is under way.');
        }
        const first = this.books.answer(request.key);
        if (first) {
            if (first.fingerprint !== request.fingerprint) {
                throw new ApiError(409, 'idempotency_key_reused', 'This key came with another request.');
            }
            await this.books.settled();
            return json(first.status, first.body);
        }
        this.underWay.add(request.key);
        try {
            return await work();
        } finally {
            this.underWay.delete(request.key);
        }
    }
}

/** What is kept for a repeated request. */
export function remember(request: KeyedRequest, status: number, body: unknown): RememberedAnswer {
    return { ...request, status, body };
}
