import type { RestRoute } from '@efi/plugin-kit';
import type { ServedRoute } from '../shell/served-route';
import { Components } from './components';
import { describeParameters } from './describe-parameters';
import { answerHeaders, describeResponses } from './describe-responses';

/** OpenAPI 3.1, as far as the parts that this program reads again. */
export interface OpenApiDocument {
    readonly openapi: '3.1.1';
    readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>;
    readonly components: object;
    readonly [part: string]: unknown;
}

const SECURITY = [{ bearer: [] }, { cookie: [] }];

/** Describes routes. Made from what serves them, so it can't say anything else. */
export function openApiDocument(routes: readonly ServedRoute[]): OpenApiDocument {
    const components = new Components();
    const paths: Record<string, Record<string, object>> = {};
    for (const served of routes) {
        const path = (paths[served.path] ??= {});
        path[served.method.toLowerCase()] = describeOperation(served, components);
    }
    return {
        openapi: '3.1.1',
        info: {
            title: 'EFI Commerce',
            version: '1',
            description: DESCRIPTION,
            license: { name: 'GPL-3.0-or-later', identifier: 'GPL-3.0-or-later' },
        },
        servers: [{ url: '/api/v1' }],
        tags: [...new Set(routes.flatMap(({ route }) => route.tags))].map(name => ({ name })),
        paths,
        components: {
            schemas: components.schemas,
            headers: answerHeaders,
            securitySchemes: {
                bearer: {
                    type: 'http',
                    scheme: 'bearer',
                    description: 'A session token of the Shop or the Admin API, or an access token.',
                },
                cookie: {
                    type: 'apiKey',
                    in: 'cookie',
                    name: 'session',
                    description: 'The session of a browser.',
                },
            },
        },
    };
}

const DESCRIPTION = [
    'What GraphQL serves badly: tokens, bulk reads and integrations. Errors are problem details (RFC 9457).',
    'Amounts of money are whole numbers in the minor unit of their currency: 1999 is 19.99 EUR.',
    'Answers may get more properties and problems more codes at any time; nothing is taken away within a version.',
].join(' ');

function describeOperation(served: ServedRoute, components: Components): object {
    const { route } = served;
    return {
        operationId: route.operationId,
        summary: route.summary,
        ...describeText(route),
        tags: route.tags,
        ...(route.deprecation ? { deprecated: true } : {}),
        security: route.permissions.includes('Public' as never) ? [{}, ...SECURITY] : SECURITY,
        'x-permissions': route.permissions,
        parameters: describeParameters(served),
        ...(route.request.body
            ? {
                  requestBody: {
                      required: !route.request.body.safeParse(undefined).success,
                      content: {
                          'application/json': { schema: components.describe(route.request.body, 'input') },
                      },
                  },
              }
            : {}),
        responses: describeResponses(served, components),
    };
}

function describeText({ description, deprecation }: RestRoute): { description?: string } {
    const sunset = deprecation?.sunset ? `, and may be gone from ${deprecation.sunset}` : '';
    const text = [description, deprecation && `Deprecated since ${deprecation.since}${sunset}.`]
        .filter(Boolean)
        .join(' ');
    return text ? { description: text } : {};
}
