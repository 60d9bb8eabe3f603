/** A request that the description of the REST API allows, ready to be sent. */
export interface RestCall {
    readonly name: string;
    readonly method: string;
    /** With its query, below the server's address. */
    readonly path: string;
    readonly body?: string;
}

interface Parameter {
    readonly name: string;
    readonly in: string;
}

interface Schema {
    readonly $ref?: string;
    readonly type?: string;
    readonly enum?: readonly unknown[];
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly items?: Schema;
}

interface Operation {
    readonly parameters?: readonly Parameter[];
    readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
}

/** An OpenAPI document, as far as it is read here. */
export interface Description {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
    readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

/** For each route and each candidate: the request with the candidate in every parameter and every text of its body. */
export function everyRestCall(description: Description, candidates: readonly string[]): RestCall[] {
    return Object.entries(description.paths).flatMap(([path, operations]) =>
        Object.entries(operations).flatMap(([method, operation]) =>
            candidates.map(candidate => {
                const parameters = operation.parameters ?? [];
                const query = parameters
                    .filter(parameter => parameter.in === 'query')
                    .map(({ name }) => `${encodeURIComponent(name)}=${encodeURIComponent(candidate)}`)
                    .join('&');
                const filled = path.replace(/\{[^}]+\}/g, encodeURIComponent(candidate));
                const schema = operation.requestBody?.content?.['application/json']?.schema;
                return {
                    name: `${method} ${path}`,
                    method: method.toUpperCase(),
                    path: `/api/v1${filled}${query && `?${query}`}`,
                    ...(schema ? { body: JSON.stringify(fill(schema, candidate, description)) } : {}),
                };
            }),
        ),
    );
}

function fill(schema: Schema, candidate: string, description: Description): unknown {
    if (schema.$ref) {
        const named = description.components?.schemas?.[schema.$ref.split('/').at(-1) ?? ''];
        return named ? fill(named, candidate, description) : candidate;
    }
    if (schema.enum) {
        return schema.enum[0];
    }
    switch (schema.type ?? 'string') {
        case 'object':
            return Object.fromEntries(
                Object.entries(schema.properties ?? {}).map(([name, inner]) => [
                    name,
                    fill(inner, candidate, description),
                ]),
            );
        case 'array':
            return [fill(schema.items ?? {}, candidate, description)];
        case 'integer':
        case 'number':
            return 1;
        case 'boolean':
            return true;
        default:
            return candidate;
    }
}
