import type { Request, Response } from 'express';
import type { PlainAnswer } from './plain-answer';
import { requestIdOf } from './request-id';

/** What an answer depends on besides its address: a cache must not give one caller's to another. */
const VARY = 'Authorization, Cookie, Accept-Language';

/** Writes an answer as it is. A `HEAD` gets the headers only. */
export function sendAnswer(
    request: Request,
    response: Response,
    { status, headers, body }: PlainAnswer,
): void {
    for (const [name, value] of Object.entries(headers)) {
        response.setHeader(name, typeof value === 'string' ? value : [...value]);
    }
    response.vary(VARY);
    response.setHeader('x-request-id', requestIdOf(request));
    response.setHeader('x-content-type-options', 'nosniff');
    response.status(status);
    if (body !== undefined) {
        response.setHeader('content-length', Buffer.byteLength(body));
    }
    response.end(request.method === 'HEAD' ? undefined : body);
}
