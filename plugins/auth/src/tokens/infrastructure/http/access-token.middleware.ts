import { type CachedSession, Logger, type Middleware, type RuntimeVendureConfig } from '@vendure/core';
import cors from 'cors';
import type { NextFunction, Request, Response } from 'express';
import { bearerOf } from '../../../infrastructure/bearer';
import { goOnWith } from '../../../infrastructure/request-sessions';
import type { Audience } from '../../domain/audience';
import { loggerContext } from '../logger-context';
import { refuseToken, sendProblem } from './refuse';
import { standInForSession } from './session-stand-in';
import { accessTokenOf, isSecure, noAccessCookie } from './token-cookies';
import { gateOf } from './token-gate';

/** Three parts of base64url, the last of which may be empty: a session token of Vendure has no dots. */
const JWT = /^[\w-]+\.[\w-]+\.[\w-]*$/;
const LONGEST = 4_096;

/** Where a middleware stands. */
interface Place {
    /** Whose tokens are good there. */
    readonly audiences: readonly Audience[];
    /** Whose cookie counts there. */
    readonly cookie: Audience;
    /**
     * What becomes of a request with a token that is not good there: GraphQL would take it for a visitor's and open
     * a new session, so it is refused; REST says for each route whether it needs somebody to be signed in, and an
     * ended access token must not stand in the way of its refresh.
     */
    readonly otherwise: 'refused' | 'visitor';
}

/** A request goes on as that of a session's owner, or as it came; or it does not. */
type Admission = { readonly session?: CachedSession } | 'refused';

/** Lets access tokens in at the Shop API, the Admin API and REST. */
export function accessTokenMiddlewares(config: RuntimeVendureConfig): Middleware[] {
    const { shopApiPath, adminApiPath } = config.apiOptions;
    const places: [string, Place][] = [
        [shopApiPath, { audiences: ['shop'], cookie: 'shop', otherwise: 'refused' }],
        [adminApiPath, { audiences: ['admin'], cookie: 'admin', otherwise: 'refused' }],
        // A browser may hold cookies of both kinds, and staff must not act by accident: they use Bearer.
        ['api/v1', { audiences: ['shop', 'admin'], cookie: 'shop', otherwise: 'visitor' }],
    ];
    const { cors: policy } = config.apiOptions;
    const allowOrigin = policy ? cors(policy === true ? {} : policy) : undefined;
    return places.map(([path, place]) => ({
        route: `/${path}`,
        beforeListen: true,
        handler: (request: Request, response: Response, next: NextFunction) => {
            // Answers made here are made before the server's own way of allowing origins.
            const answer = (refuse: () => void) =>
                allowOrigin ? allowOrigin(request, response, refuse) : refuse();
            letIn(request, response, place, config).then(
                admission => {
                    if (admission === 'refused') {
                        answer(() => refuseToken(response));
                    } else if (admission.session) {
                        goOnWith(admission.session, true, next);
                    } else {
                        next();
                    }
                },
                (error: unknown) => {
                    Logger.error(`Tokens can't be checked: ${String(error)}`, loggerContext);
                    answer(() => sendProblem(response, 503, 'unavailable', 'Tokens can not be checked now'));
                },
            );
        },
    }));
}

async function letIn(
    request: Request,
    response: Response,
    { audiences, cookie, otherwise }: Place,
    config: RuntimeVendureConfig,
): Promise<Admission> {
    const bearer = accessTokenInHeader(request);
    const token = bearer ?? cookieOf(request, cookie);
    if (token === undefined) {
        return {};
    }
    const session = token.length <= LONGEST ? await gateOf(request)?.sessionOf(token, audiences) : undefined;
    if (!session && bearer === undefined) {
        response.append('set-cookie', noAccessCookie(cookie, isSecure(config)));
    }
    if (!session && otherwise === 'refused') {
        return 'refused';
    }
    standInForSession(request, response, session?.token, config);
    return { session };
}

function accessTokenInHeader(request: Request): string | undefined {
    const value = bearerOf(request);
    return value !== undefined && JWT.test(value) ? value : undefined;
}

/** SameSite keeps cookies out of other sites' requests; most browsers also say where a request comes from. */
function cookieOf(request: Request, audience: Audience): string | undefined {
    return request.headers.authorization === undefined && request.headers['sec-fetch-site'] !== 'cross-site'
        ? accessTokenOf(request.headers.cookie, audience)
        : undefined;
}
