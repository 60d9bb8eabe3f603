import { restRoute } from '@efi/plugin-kit';
import { Permission } from '@vendure/core';
import { z } from 'zod';
import { RestShell } from '../shell/rest-shell';
import { openApiDocument } from './openapi-document';

/** The description of the API, by the API. */
export const describeApi = restRoute({
    method: 'GET',
    path: '/openapi.json',
    operationId: 'describeApi',
    summary: 'This description',
    tags: ['API'],
    permissions: [Permission.Public],
    responses: {
        200: { description: 'An OpenAPI 3.1 document.', body: z.looseObject({ openapi: z.string() }) },
    },
    handle: (_ctx, _input, injector) => ({
        status: 200,
        body: openApiDocument(injector.get(RestShell).routes),
    }),
});
