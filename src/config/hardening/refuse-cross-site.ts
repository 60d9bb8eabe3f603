import type { RequestHandler } from 'express';
import type { IncomingMessage } from 'node:http';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site makes a browser send in a user's name: a request that changes something, carries a
 * cookie, and comes from a page that may not call this server. A wall beside SameSite cookies, which a sister
 * domain passes. Callers that are no browser send no `Origin` and are let through.
 *
 * @param allowed - Origins that may call with cookies, besides the server's own.
 */
export function refuseCrossSite(allowed: readonly string[]): RequestHandler {
    const origins = new Set(allowed.map(address => new URL(address).origin));
    return (request, response, next) => {
        if (SAFE_METHODS.has(request.method) || !request.headers.cookie || comesFrom(origins, request)) {
            next();
            return;
        }
        response.status(403).json({
            errors: [
                {
                    message:
                        'This site may not call the server with cookies. CORS_ORIGINS names those that may.',
                    extensions: { code: 'CROSS_SITE_REQUEST' },
                },
            ],
        });
    };
}

function comesFrom(origins: ReadonlySet<string>, { headers }: IncomingMessage): boolean {
    const { origin, host } = headers;
    if (origin === undefined) {
        return headers['sec-fetch-site'] !== 'cross-site';
    }
    // The server's own pages, by whichever of its names the browser reached it.
    return origins.has(origin) || origin === `http://${host}` || origin === `https://${host}`;
}
