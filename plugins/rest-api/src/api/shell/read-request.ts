import type { IncomingHttpHeaders } from 'node:http';
import type { z } from 'zod';
import { holdsNul, readParameter } from '../../domain/parameter-text';
import { jsonPointer, type RequestFault, type ShellProblemCode } from '../../domain/shell-problems';
import type { ParameterPlace, ServedRoute } from './served-route';

/** A request as far as a route's schemas are concerned. */
export interface RawRequest {
    readonly params: Readonly<Record<string, string>>;
    readonly query: URLSearchParams;
    readonly headers: IncomingHttpHeaders;
    /** As it came; empty without one. */
    readonly body: Buffer;
}

export type ReadRequest =
    | { readonly ok: true; readonly input: Readonly<Record<string, unknown>> }
    | { readonly ok: false; readonly problem: ShellProblemCode; readonly errors?: readonly RequestFault[] };

const PLACES = { params: 'path', query: 'query', headers: 'header' } as const;

/** Checks a request against what its route declares. All faults are found at once. */
export function readRequest(served: ServedRoute, request: RawRequest): ReadRequest {
    const body = readBody(served, request);
    if (!body.ok) {
        return body;
    }
    const texts = { params: request.params, query: grouped(request.query), headers: request.headers };
    const errors: RequestFault[] = [];
    const input: Record<string, unknown> = {};
    for (const place of ['params', 'query', 'headers'] as const) {
        const parsed = served.schemas[place].safeParse(parametersOf(served, place, texts[place]));
        if (parsed.success) {
            input[place] = parsed.data;
        } else {
            errors.push(...parsed.error.issues.flatMap(issue => parameterFaults(issue, PLACES[place])));
        }
    }
    const bodySchema = served.route.request.body;
    if (bodySchema) {
        const parsed = bodySchema.safeParse(body.value);
        if (parsed.success) {
            input.body = parsed.data;
        } else {
            errors.push(...parsed.error.issues.map(bodyFault));
        }
    }
    if (errors.length > 0) {
        return { ok: false, problem: 'invalid-request', errors };
    }
    // No text in a database holds one, and no route needs one.
    return holdsNul(input) ? { ok: false, problem: 'malformed-request' } : { ok: true, input };
}

type ReadBody =
    | { readonly ok: true; readonly value: unknown }
    | { readonly ok: false; readonly problem: ShellProblemCode };

function readBody({ route }: ServedRoute, { body, headers }: RawRequest): ReadBody {
    if (body.length === 0) {
        return { ok: true, value: undefined };
    }
    if (body.length > (route.bodyLimit ?? DEFAULT_BODY_LIMIT)) {
        return { ok: false, problem: 'too-large' };
    }
    if (!/^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(headers['content-type'] ?? '')) {
        return { ok: false, problem: 'unsupported-media-type' };
    }
    try {
        const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
        return { ok: true, value: JSON.parse(text) as unknown };
    } catch {
        return { ok: false, problem: 'malformed-request' };
    }
}

/** In bytes, as Vendure's own. */
export const DEFAULT_BODY_LIMIT = 100 * 1024;

function grouped(query: URLSearchParams): Record<string, string | string[]> {
    return Object.fromEntries(
        [...new Set(query.keys())].map(name => {
            const [first = '', ...more] = query.getAll(name);
            return [name, more.length > 0 ? [first, ...more] : first];
        }),
    );
}

function parametersOf(
    { parameters }: ServedRoute,
    place: ParameterPlace,
    texts: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, unknown> {
    return Object.fromEntries(
        Object.entries(texts).map(([name, text]) => [
            name,
            text === undefined ? text : readParameter(text, asParameter(parameters[place][name])),
        ]),
    );
}

function asParameter(schema: object | undefined): Parameters<typeof readParameter>[1] {
    return schema ?? {};
}

function parameterFaults(issue: z.core.$ZodIssue, where: RequestFault['in']): RequestFault[] {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])];
    return names.map(parameter => ({ detail: issue.message, parameter, in: where }));
}

function bodyFault(issue: z.core.$ZodIssue): RequestFault {
    return { detail: issue.message, pointer: jsonPointer(issue.path) };
}
