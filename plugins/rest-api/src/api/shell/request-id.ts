import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const HEADER = 'x-request-id';

/**
 * The id of a request: the one that the caller or a proxy gave it, when that is fit for a log, or else one of our own.
 * It is put into the request's headers, so that every later reader sees the same.
 */
export function requestIdOf(request: IncomingMessage): string {
    const given = request.headers[HEADER];
    if (typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given)) {
        return given;
    }
    const id = randomUUID();
    request.headers[HEADER] = id;
    return id;
}
