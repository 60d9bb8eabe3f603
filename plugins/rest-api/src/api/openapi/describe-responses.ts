import type { RestRoute } from '@efi/plugin-kit';
import { type ShellProblemCode, shellProblems } from '../../domain/shell-problems';
import type { ServedRoute } from '../shell/served-route';
import type { Components } from './components';
import { problemSchema } from './problem-schema';

const text = (description: string) => ({ description, schema: { type: 'string' } });

/** Headers that answers have beside those of a route's own. */
export const answerHeaders = {
    RequestId: text('The id of the request, as the log of the server has it.'),
    RateLimit: text(
        'What is left of the limit that is nearest: `"read";r=599;t=60` are 599 requests in 60 seconds.',
    ),
    RateLimitPolicy: text('That limit: `"read";q=600;w=60` are 600 requests a minute.'),
    ETag: text('Names this version of the answer.'),
    RetryAfter: text('Seconds to wait before asking again.'),
    Allow: text('The methods that this address has.'),
    Deprecation: text('Since when nobody should begin to use this (RFC 9745).'),
    Sunset: text('From when this may be gone (RFC 8594).'),
};

const reference = (name: keyof typeof answerHeaders) => ({ $ref: `#/components/headers/${name}` });

const ALWAYS = {
    'X-Request-Id': reference('RequestId'),
    RateLimit: reference('RateLimit'),
    'RateLimit-Policy': reference('RateLimitPolicy'),
};

/** Every answer that an operation can give, by status. */
export function describeResponses({ route }: ServedRoute, components: Components): Record<string, object> {
    const common = { ...ALWAYS, ...deprecationHeaders(route) };
    const responses: Record<string, object> = {};
    for (const [status, { description, body, headers }] of Object.entries(route.responses)) {
        responses[status] = {
            description,
            headers: {
                ...common,
                ...(route.method === 'GET' ? { ETag: reference('ETag') } : {}),
                ...Object.fromEntries(
                    Object.entries(headers ?? {}).map(([name, says]) => [name, text(says)]),
                ),
            },
            ...(body
                ? { content: { 'application/json': { schema: components.describe(body, 'output') } } }
                : {}),
        };
    }
    if (route.method === 'GET') {
        responses['304'] = {
            description: 'The caller has this version.',
            headers: { ...common, ETag: reference('ETag') },
        };
    }
    for (const [status, codes] of problemsByStatus(route)) {
        responses[status] = {
            description: codes.map(([code, title]) => `\`${code}\`: ${title}.`).join(' '),
            headers: {
                ...common,
                ...(status === '429' || status === '503' ? { 'Retry-After': reference('RetryAfter') } : {}),
            },
            content: { 'application/problem+json': { schema: components.describe(problemSchema, 'output') } },
        };
    }
    return responses;
}

function deprecationHeaders({ deprecation }: RestRoute): Record<string, object> {
    return {
        ...(deprecation ? { Deprecation: reference('Deprecation') } : {}),
        ...(deprecation?.sunset ? { Sunset: reference('Sunset') } : {}),
    };
}

function problemsByStatus(route: RestRoute): Map<string, [code: string, title: string][]> {
    const byStatus = new Map<string, [string, string][]>();
    const all = { ...pickShellProblems(route), ...route.problems };
    for (const [code, { status, title }] of Object.entries(all)) {
        byStatus.set(String(status), [...(byStatus.get(String(status)) ?? []), [code, title]]);
    }
    return byStatus;
}

/** Those of the shell that a route can come to. */
function pickShellProblems(route: RestRoute) {
    const isPublic = route.permissions.includes('Public' as never);
    const codes: ShellProblemCode[] = [
        'malformed-request',
        'invalid-request',
        'unknown-channel',
        ...(isPublic ? [] : (['not-signed-in', 'not-allowed'] as const)),
        ...(route.request.params ? (['not-found'] as const) : []),
        'not-acceptable',
        ...(route.method === 'GET' ? [] : (['too-large', 'unsupported-media-type'] as const)),
        ...(route.idempotent ? (['request-running', 'idempotency-key-reused'] as const) : []),
        ...(route.version ? (['version-changed', 'version-missing'] as const) : []),
        'too-many-requests',
        'internal-error',
        'unavailable',
    ];
    return Object.fromEntries(codes.map(code => [code, shellProblems[code]]));
}
