import { restRoutesOf } from '@efi/plugin-kit';
import type { RuntimeVendureConfig } from '@vendure/core';
import { serveRoute } from '../shell/served-route';
import { type OpenApiDocument, openApiDocument } from './openapi-document';

/**
 * The OpenAPI document of a configuration, as `/api/v1/openapi.json` answers it. Needs neither a server nor a database.
 */
export function describeRestApi({
    plugins,
    apiOptions,
}: Pick<RuntimeVendureConfig, 'plugins' | 'apiOptions'>): OpenApiDocument {
    return openApiDocument(restRoutesOf(plugins).map(route => serveRoute(route, apiOptions.channelTokenKey)));
}
