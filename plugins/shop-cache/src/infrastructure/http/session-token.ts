import type { RuntimeVendureConfig } from '@vendure/core';
import { headerOf, type ShopHttpRequest } from './shop-http';

/** The token of the session that a request comes with; `unclear` when that can't be said for sure. */
export type SentToken = { readonly token?: string } | 'unclear';

const BEARER = /^bearer\s(.+)$/i;

/** Finds the token as Vendure's guard does: the session cookie first, then the header. */
export function sentToken(request: ShopHttpRequest, { authOptions }: RuntimeVendureConfig): SentToken {
    const methods = [authOptions.tokenMethod].flat();
    if (request.headers[authOptions.apiKeyHeaderKey.toLowerCase()] !== undefined) {
        return 'unclear';
    }
    if (methods.includes('cookie') && request.headers.cookie !== undefined) {
        // Reading the session does not write it: cookie-session sends a cookie only when it was changed.
        if (!('session' in request)) {
            return 'unclear';
        }
        const token = request.session?.token;
        if (token) {
            return typeof token === 'string' ? { token } : 'unclear';
        }
    }
    const authorization = headerOf(request, 'authorization')?.trim();
    if (!authorization) {
        return {};
    }
    const token = BEARER.exec(authorization)?.[1];
    return methods.includes('bearer') && token && token.length <= 200 ? { token } : 'unclear';
}

/** Lets the request go on as a guest's: an answer for everybody is made without knowing who asks. */
export function forgetSession(request: ShopHttpRequest): void {
    delete request.headers.authorization;
    if ('session' in request) {
        // In place of the accessor, whose setter would delete the cookie.
        Object.defineProperty(request, 'session', { value: undefined, configurable: true, writable: true });
    }
}
