import type { RuntimeVendureConfig } from '@vendure/core';
import type { Request, Response } from 'express';

/**
 * Puts the token of a session where Vendure looks for one, as the only one: a cookie of Vendure would win over it.
 * What Vendure says of sessions in its answer does not leave the server.
 *
 * @param sessionToken - Without one, the request goes on as that of a visitor.
 */
export function standInForSession(
    request: Request,
    response: Response,
    sessionToken: string | undefined,
    { authOptions }: RuntimeVendureConfig,
): void {
    if (sessionToken === undefined) {
        delete request.headers.authorization;
    } else {
        request.headers.authorization = `Bearer ${sessionToken}`;
    }
    delete request.headers[authOptions.apiKeyHeaderKey.toLowerCase()];
    dropSessionCookies(request, authOptions.cookieOptions?.name);
    // cookie-session has put an accessor there, through which Vendure would read, and write, a cookie.
    Object.defineProperty(request, 'session', { value: undefined, writable: true, configurable: true });
    silenceHeader(response, authOptions.authTokenHeaderKey);
}

function dropSessionCookies(
    request: Request,
    name: string | { shop: string; admin: string } = 'session',
): void {
    const names = typeof name === 'string' ? [name] : [name.shop, name.admin];
    const { cookie } = request.headers;
    if (cookie === undefined) {
        return;
    }
    request.headers.cookie = cookie
        .split(';')
        .filter(pair => {
            const [key = ''] = pair.trim().split('=');
            return !names.some(one => key === one || key === `${one}.sig`);
        })
        .join(';');
}

function silenceHeader(response: Response, header: string): void {
    const setHeader = response.setHeader.bind(response);
    response.setHeader = (name, value) =>
        name.toLowerCase() === header.toLowerCase() ? response : setHeader(name, value);
}
