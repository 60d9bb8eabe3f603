import type { Middleware } from '@vendure/core';
import { type NextFunction, type Request, type Response, static as serveFolder } from 'express';
import { createRequire } from 'node:module';
import path from 'node:path';
import { REST_PATH } from './shell/rest-path';

const PAGE = `<!doctype html>
<html lang="en">
    <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>REST API</title>
        <link rel="stylesheet" href="swagger-ui.css" />
        <link rel="icon" href="favicon-32x32.png" />
    </head>
    <body>
        <div id="docs"></div>
        <script src="swagger-ui-bundle.js"></script>
        <script src="start.js"></script>
    </body>
</html>
`;

const START = `SwaggerUIBundle({
    url: '../openapi.json',
    dom_id: '#docs',
    deepLinking: true,
    tryItOutEnabled: true,
    validatorUrl: null,
});
`;

/** Swagger UI draws its icons from data: addresses, and sets styles of single elements. */
const POLICY = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
].join('; ');

/** Swagger UI at `/api/v1/docs`, before anything else looks at the request. Loads nothing from elsewhere. */
export function docsPage(): Middleware {
    const folder = path.dirname(createRequire(__filename).resolve('swagger-ui-dist/package.json'));
    const files = serveFolder(folder, { index: false });
    return {
        route: `/${REST_PATH}/docs`,
        beforeListen: true,
        handler: (request: Request, response: Response, next: NextFunction) => {
            if (request.originalUrl.split('?')[0] === `/${REST_PATH}/docs`) {
                return response.redirect(`/${REST_PATH}/docs/`);
            }
            response.setHeader('content-security-policy', POLICY);
            response.setHeader('x-content-type-options', 'nosniff');
            switch (request.path) {
                case '/':
                    return response.type('html').send(PAGE);
                case '/start.js':
                    return response.type('js').send(START);
                default:
                    return void files(request, response, next);
            }
        },
    };
}
