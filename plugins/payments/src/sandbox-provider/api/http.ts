import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError } from './api-error';

const BODY_LIMIT_BYTES = 65_536;

/** What a request is answered with. */
export interface Answer {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
}

export function json(status: number, body: unknown): Answer {
    return {
        status,
        headers: { 'Content-Type': 'application/json; charset=utf-8' },
        body: JSON.stringify(body),
    };
}

/** The whole body as text. @throws ApiError 413 when it is longer than anything that is meant for us. */
export async function readBody(request: IncomingMessage): Promise<string> {
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of request as AsyncIterable<Buffer>) {
        length += chunk.length;
        if (length > BODY_LIMIT_BYTES) {
            throw new ApiError(413, 'too_large', `A body may have ${BODY_LIMIT_BYTES} bytes.`);
        }
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}

/** @throws ApiError 400 when it is not JSON. */
export function parseJson(text: string): unknown {
    try {
        return text === '' ? {} : (JSON.parse(text) as unknown);
    } catch {
        throw new ApiError(400, 'invalid_request', 'The body is not JSON.');
    }
}

export function send(response: ServerResponse, { status, headers, body }: Answer): void {
    response.writeHead(status, { ...headers, 'Cache-Control': 'no-store' });
    response.end(body);
}
