import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Env } from '../../env';

const YEAR = 365 * 24 * 60 * 60;

/** Pages of demo mode and the old administration bring inline scripts; they are not there in production. */
const TOOL_PAGES = /^\/(graphiql|mailbox|admin|api\/v1\/docs)(\/|$)/;

/** Answers of an API and files that were uploaded: nothing in them may load, run, or be framed. */
const CLOSED = {
    useDefaults: false,
    directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
        sandbox: [] as string[],
    },
};

/**
 * Headers of every answer. The Dashboard puts its own content policy in the place of the closed one. HSTS is for a
 * server that browsers reach by HTTPS: sent from another one, it would lock out whoever tries the shop on localhost.
 */
export function securityHeaders(env: Pick<Env, 'SERVER_URL'>): RequestHandler {
    const strictTransportSecurity = env.SERVER_URL.startsWith('https:')
        ? { maxAge: YEAR, includeSubDomains: true }
        : false;
    const common = {
        strictTransportSecurity,
        xFrameOptions: { action: 'deny' },
        referrerPolicy: { policy: 'same-origin' },
    } as const;
    const closed = helmet({ ...common, contentSecurityPolicy: CLOSED });
    // The storefront shows images of this server on pages of its own origin.
    const files = helmet({
        ...common,
        contentSecurityPolicy: CLOSED,
        crossOriginResourcePolicy: { policy: 'cross-origin' },
    });
    const tools = helmet({ ...common, contentSecurityPolicy: false });
    return (request, response, next) => {
        const { path } = request;
        const headers = TOOL_PAGES.test(path) ? tools : path.startsWith('/assets/') ? files : closed;
        headers(request, response, next);
    };
}
