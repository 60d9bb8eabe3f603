import type { RequestHandler } from 'express';

/**
 * Keeps the session's token out of answers to pages of this server itself. Those have it in an HTTP-only cookie;
 * the Dashboard would copy the header into localStorage, where any script that gets into the page can read it.
 * Clients that are no browser, and pages of other origins, get the header as before.
 */
export function keepTokenFromScripts(tokenHeader: string): RequestHandler {
    return (request, response, next) => {
        if (request.headers['sec-fetch-site'] === 'same-origin') {
            const setHeader = response.setHeader.bind(response);
            response.setHeader = (name, value) =>
                name.toLowerCase() === tokenHeader.toLowerCase() ? response : setHeader(name, value);
        }
        next();
    };
}
