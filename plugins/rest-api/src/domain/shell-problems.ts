/** What can stand in the way of any request, whatever the route: the `type` of each ends in its code. */
export const shellProblems = {
    'malformed-request': { status: 400, title: 'The request could not be read' },
    'invalid-request': { status: 400, title: 'The request does not fit the description of the API' },
    'unknown-channel': { status: 400, title: 'There is no such channel' },
    'not-signed-in': { status: 401, title: 'This needs somebody to be signed in' },
    'not-allowed': { status: 403, title: 'The caller may not do this' },
    'not-found': { status: 404, title: 'There is nothing here' },
    'wrong-method': { status: 405, title: 'This address has no such method' },
    'not-acceptable': { status: 406, title: 'The answer is JSON' },
    'request-running': { status: 409, title: 'A request with this Idempotency-Key is still running' },
    'version-changed': { status: 412, title: 'It has changed since the caller read it' },
    'too-large': { status: 413, title: 'The request is too large' },
    'unsupported-media-type': { status: 415, title: 'The body has to be JSON, and not compressed' },
    'idempotency-key-reused': { status: 422, title: 'This Idempotency-Key belongs to another request' },
    'version-missing': { status: 428, title: 'This needs If-Match with the version that the caller read' },
    'too-many-requests': { status: 429, title: 'The caller asks too often' },
    'internal-error': { status: 500, title: 'Something went wrong here' },
    unavailable: { status: 503, title: 'The server is too busy for this right now' },
} as const;

export type ShellProblemCode = keyof typeof shellProblems;

/** Where in a request something is wrong. */
export interface RequestFault {
    readonly detail: string;
    /** JSON Pointer into the body (RFC 6901), as a URI fragment. */
    readonly pointer?: string;
    /** Or the parameter, and where it stands. */
    readonly parameter?: string;
    readonly in?: 'path' | 'query' | 'header';
}

/** RFC 9457. `requestId` finds the request in the server's log. */
export interface ProblemDetails {
    readonly type: string;
    readonly title: string;
    readonly status: number;
    readonly detail?: string;
    readonly requestId: string;
    readonly errors?: readonly RequestFault[];
}

/** A name, not an address: it says what is wrong for ever, wherever the server is. */
export function problemType(code: string): string {
    return `urn:efi:problem:${code}`;
}

/** A path into a JSON value as a JSON Pointer in a URI fragment: `#/lines/0/sku`. */
export function jsonPointer(path: readonly PropertyKey[]): string {
    const segments = path.map(key => String(key).replaceAll('~', '~0').replaceAll('/', '~1'));
    return `#${segments.map(segment => `/${encodeURIComponent(segment)}`).join('')}`;
}
