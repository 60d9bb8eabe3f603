import type { RestRoute } from '@efi/plugin-kit';
import { z } from 'zod';
import { parameterNames } from '../../domain/route-table';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Where parameters stand. */
export type ParameterPlace = 'params' | 'query' | 'headers';

/** A route, made ready to be served and described. */
export interface ServedRoute extends Pick<RestRoute, 'method' | 'path'> {
    readonly route: RestRoute;
    /** The schemas of its parameters: the route's own and, in the query, those of every request. */
    readonly schemas: Readonly<Record<ParameterPlace, z.ZodObject>>;
    /** The same as JSON Schemas, by name. */
    readonly parameters: Readonly<Record<ParameterPlace, Readonly<Record<string, JsonSchema>>>>;
}

/** What any request may carry in its query; Vendure reads them itself. */
function commonQuery(channelTokenKey: string) {
    return {
        [channelTokenKey]: z
            .string()
            .max(255)
            .optional()
            .meta({ description: 'Token of the channel, in place of the header of the same name.' }),
        languageCode: z
            .string()
            .regex(/^[A-Za-z]{2,3}([_-][A-Za-z]{2,4})?$/)
            .optional()
            .meta({ description: 'Language of texts, in place of `Accept-Language`.' }),
        currencyCode: z
            .string()
            .regex(/^[A-Z]{3}$/)
            .optional()
            .meta({ description: 'Currency of prices, one that the channel has.' }),
    };
}

/**
 * @param channelTokenKey - Vendure's `apiOptions.channelTokenKey`.
 * @throws Error when the parameters in the path are not those of the schema.
 */
export function serveRoute(route: RestRoute, channelTokenKey: string): ServedRoute {
    const params = route.request.params ?? z.object({});
    const named = parameterNames(route.path).sort().join();
    if (Object.keys(params.shape).sort().join() !== named) {
        throw new Error(
            `REST route ${route.method} ${route.path}: its schema has other parameters than its path`,
        );
    }
    const schemas = {
        params,
        query: z.strictObject({ ...commonQuery(channelTokenKey), ...route.request.query?.shape }),
        headers: route.request.headers ?? z.object({}),
    };
    return {
        method: route.method,
        path: route.path,
        route,
        schemas,
        parameters: {
            params: propertiesOf(schemas.params),
            query: propertiesOf(schemas.query),
            headers: propertiesOf(schemas.headers),
        },
    };
}

function propertiesOf(schema: z.ZodObject): Record<string, JsonSchema> {
    const { properties = {} } = z.toJSONSchema(schema, { io: 'input' });
    return properties as Record<string, JsonSchema>;
}
