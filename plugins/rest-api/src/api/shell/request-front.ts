import type { Middleware } from '@vendure/core';
import { type NextFunction, raw, type Request, type Response } from 'express';
import { shellProblem } from './plain-answer';
import { requestIdOf } from './request-id';
import { REST_PATH } from './rest-path';
import { sendAnswer } from './send-answer';

const WITH_BODY = ['POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Stands before Nest, whose own answers to a body or an address that it can't read are no problem details. Reads the
 * body as it is; what is in it is looked at when the caller and the route are known.
 *
 * @param largestBody - Of any route, in bytes.
 */
export function requestFront(largestBody: () => number): Middleware {
    return {
        route: `/${REST_PATH}`,
        beforeListen: true,
        handler: (request: Request, response: Response, next: NextFunction) => {
            const refuse = (...[code, parts]: [Parameters<typeof shellProblem>[0], object?]) =>
                sendAnswer(request, response, shellProblem(code, requestIdOf(request), parts));
            if (!isDecodable(request.path)) {
                return refuse('malformed-request', { detail: 'The address is not percent-encoded UTF-8.' });
            }
            if (!WITH_BODY.includes(request.method)) {
                return hasBody(request)
                    ? refuse('malformed-request', { detail: `${request.method} takes no body.` })
                    : next();
            }
            const readRaw = raw({ type: () => true, limit: largestBody(), inflate: false });
            readRaw(request, response, (error?: { status?: number }) => {
                if (!error) {
                    return next();
                }
                const codes = { 413: 'too-large', 415: 'unsupported-media-type' } as const;
                refuse(codes[error.status as keyof typeof codes] ?? 'malformed-request');
            });
        },
    };
}

function isDecodable(path: string): boolean {
    try {
        decodeURIComponent(path);
        return true;
    } catch {
        return false;
    }
}

function hasBody({ headers }: Request): boolean {
    return 'transfer-encoding' in headers || (headers['content-length'] ?? '0') !== '0';
}
