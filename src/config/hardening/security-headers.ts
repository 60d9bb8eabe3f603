import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Env } from '../../env';
import { allowOwnScripts, scriptHashes } from './own-scripts';

const YEAR = 365 * 24 * 60 * 60;

/** Answers of an API and files that were uploaded: nothing in them may load, run, or be framed. */
const CLOSED = {
    defaultSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
};

/** Scripts and data from this server only; styles of single elements, which these pages set. */
const PAGE = {
    ...CLOSED,
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
};

/** Pages that come with Vendure, in demo mode or when they are asked for. Each has what it needs and no more. */
const PAGES = {
    graphiql: PAGE,
    // Shows mails in a frame that has this policy too: their pictures may be anywhere, their scripts never run.
    mailbox: {
        ...PAGE,
        scriptSrc: scriptHashes(mailboxPage()),
        imgSrc: ["'self'", 'data:', 'http:', 'https:'],
    },
    // Angular's compiler of messages makes functions of texts; uploads are shown before they are sent.
    admin: {
        ...PAGE,
        baseUri: ["'self'"],
        scriptSrc: ["'self'", "'unsafe-eval'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
    },
};

const PAGE_PATH = /^\/(graphiql|mailbox|admin)(?:\/|$)/;

/**
 * Headers of every answer. The Dashboard and Swagger UI put policies of their own in the place of the closed one. HSTS is
 * for a server that browsers reach by HTTPS: sent from another one, it would lock out whoever tries the shop on localhost.
 */
export function securityHeaders(env: Pick<Env, 'SERVER_URL' | 'HOST' | 'PORT'>): RequestHandler {
    const strictTransportSecurity = env.SERVER_URL.startsWith('https:')
        ? { maxAge: YEAR, includeSubDomains: true }
        : false;
    const common = {
        strictTransportSecurity,
        xFrameOptions: { action: 'deny' },
        referrerPolicy: { policy: 'same-origin' },
    } as const;
    const policy = (directives: Record<string, string[]>) => ({
        ...common,
        contentSecurityPolicy: { useDefaults: false, directives },
    });
    const closed = helmet(policy({ ...CLOSED, sandbox: [] }));
    // The storefront shows images of this server on pages of its own origin.
    const files = helmet({
        ...policy({ ...CLOSED, sandbox: [] }),
        crossOriginResourcePolicy: { policy: 'cross-origin' },
    });
    const pages = {
        // It calls the APIs by the address that the server listens on.
        graphiql: helmet(
            policy({ ...PAGES.graphiql, connectSrc: ["'self'", `http://${env.HOST}:${env.PORT}`] }),
        ),
        mailbox: helmet(policy(PAGES.mailbox)),
        admin: helmet(policy(PAGES.admin)),
    };
    return (request, response, next) => {
        const page = PAGE_PATH.exec(request.path)?.[1] as keyof typeof PAGES | undefined;
        if (page === 'graphiql') {
            // It writes its settings into the page.
            allowOwnScripts(response);
        }
        const headers = page ? pages[page] : request.path.startsWith('/assets/') ? files : closed;
        headers(request, response, next);
    };
}

function mailboxPage(): string {
    const folder = path.dirname(require.resolve('@vendure/email-plugin/package.json'));
    return readFileSync(path.join(folder, 'dev-mailbox.html'), 'utf8');
}
