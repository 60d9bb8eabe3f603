import type { Middleware } from '@vendure/core';
import type { NextFunction, Request, Response } from 'express';
import { gateOf } from './token-gate';

const JWKS_PATH = '/.well-known/jwks.json';

/** Shorter than a key is published before it signs. */
const CACHE_CONTROL = 'public, max-age=900, stale-if-error=3600';

/** Publishes the keys that check tokens, for whoever wants to check them without asking. */
export function jwksMiddleware(): Middleware {
    return {
        route: JWKS_PATH,
        beforeListen: true,
        handler: (request: Request, response: Response, next: NextFunction) => {
            const gate = gateOf(request);
            if (!gate || request.path !== '/' || !['GET', 'HEAD'].includes(request.method)) {
                return next();
            }
            gate.publishedKeys().then(keys => {
                response.set({
                    'cache-control': CACHE_CONTROL,
                    'access-control-allow-origin': '*',
                    'x-content-type-options': 'nosniff',
                });
                response.type('application/jwk-set+json').send(JSON.stringify(keys));
            }, next);
        },
    };
}
