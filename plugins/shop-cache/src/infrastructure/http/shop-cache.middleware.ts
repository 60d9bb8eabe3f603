import type { Middleware } from '@vendure/core';
import type { ShopCacheHandler } from './shop-cache-handler';
import type { Next, ShopHttpRequest, ShopHttpResponse } from './shop-http';

/** The handler of each running application, by its Express application. */
export const applications = new WeakMap<object, ShopCacheHandler>();

function shopCache(request: ShopHttpRequest, response: ShopHttpResponse, next: Next): void {
    const handler = applications.get(request.app);
    if (handler) {
        handler.handle(request, response, next).catch(next);
    } else {
        next();
    }
}

/** Stands before Nest and Apollo, and before the body is parsed. */
export function shopCacheMiddleware(shopApiPath: string): Middleware {
    return { route: `/${shopApiPath}`, handler: shopCache, beforeListen: true };
}
