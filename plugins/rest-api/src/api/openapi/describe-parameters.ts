import type { z } from 'zod';
import type { ParameterPlace, ServedRoute } from '../shell/served-route';

const PLACES: Readonly<Record<ParameterPlace, string>> = {
    params: 'path',
    query: 'query',
    headers: 'header',
};

/** The parameters of an operation: the route's own, and those that the shell reads. */
export function describeParameters({ route, schemas, parameters }: ServedRoute): object[] {
    const own = (['params', 'query', 'headers'] as const).flatMap(place =>
        Object.entries(parameters[place]).map(([name, { description, ...schema }]) => ({
            name,
            in: PLACES[place],
            required: place === 'params' || isRequired(schemas[place], name),
            ...(description === undefined ? {} : { description }),
            schema,
        })),
    );
    return [
        ...own,
        header('X-Request-Id', 'An id for the log of the server; one is made where there is none.'),
        ...(route.method === 'GET'
            ? [
                  header(
                      'If-None-Match',
                      'ETags that the caller has: answered with 304 when it is one of them.',
                  ),
              ]
            : []),
        ...(route.version
            ? [header('If-Match', 'ETag of the version that the caller read and wants to change.', true)]
            : []),
        ...(route.idempotent
            ? [
                  header(
                      'Idempotency-Key',
                      'Makes asking again safe: the first answer is given again for a day.',
                  ),
              ]
            : []),
    ];
}

function isRequired(schema: z.ZodObject, name: string): boolean {
    const shape = schema.shape as Readonly<Record<string, z.ZodType>>;
    return shape[name]?.safeParse(undefined).success === false;
}

function header(name: string, description: string, required = false): object {
    return { name, in: 'header', required, description, schema: { type: 'string' } };
}
