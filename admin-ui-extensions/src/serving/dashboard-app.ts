import express, { type RequestHandler, Router } from 'express';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { missingBuildPage } from './missing-build-page';
import { securityHeaders } from './security-headers';

/**
 * Serves the built Dashboard: files whose name carries a hash for ever, the page itself anew each time, and the page
 * for every address that the Dashboard's own router knows. Vendure's plugin would look for a development server
 * with each request, in production too.
 */
export function dashboardApp(appDir: string, imageOrigins: readonly string[]): Router {
    const router = Router();
    const headers = securityHeaders(imageOrigins);
    router.use((_request, response, next) => {
        response.set(headers);
        next();
    });
    router.use(
        '/assets',
        express.static(path.join(appDir, 'assets'), { immutable: true, maxAge: '1y', redirect: false }),
    );
    router.use(express.static(appDir, { index: false, maxAge: '1h', redirect: false }));
    router.use(page(appDir));
    return router;
}

function page(appDir: string): RequestHandler {
    return (request, response) => {
        if (request.method !== 'GET' && request.method !== 'HEAD') {
            response.status(405).set('Allow', 'GET, HEAD').end();
            return;
        }
        // A file that is gone, from a page older than the last build: with HTML in its place the browser would
        // try to run that as a script.
        if (path.extname(request.path)) {
            response.status(404).type('text/plain').send('Not found');
            return;
        }
        response.set('Cache-Control', 'no-cache');
        if (!existsSync(path.join(appDir, 'index.html'))) {
            response.status(503).type('html').send(missingBuildPage);
            return;
        }
        response.sendFile('index.html', { root: appDir, cacheControl: false });
    };
}
