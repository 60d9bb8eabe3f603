import {
    type ProblemDetails,
    problemType,
    type RequestFault,
    type ShellProblemCode,
    shellProblems,
} from '../../domain/shell-problems';

/** An answer as it goes over the wire. Header names are in lower case. */
export interface PlainAnswer {
    readonly status: number;
    readonly headers: Readonly<Record<string, string | readonly string[]>>;
    /** JSON text. */
    readonly body?: string;
}

interface ProblemParts {
    readonly detail?: string;
    readonly errors?: readonly RequestFault[];
    readonly headers?: PlainAnswer['headers'];
}

/** One of the problems that any route may answer. */
export function shellProblem(
    code: ShellProblemCode,
    requestId: string,
    parts: ProblemParts = {},
): PlainAnswer {
    return problemAnswer(code, shellProblems[code], requestId, parts);
}

/** RFC 9457. */
export function problemAnswer(
    code: string,
    { status, title }: { readonly status: number; readonly title: string },
    requestId: string,
    { detail, errors, headers }: ProblemParts = {},
): PlainAnswer {
    const details: ProblemDetails = {
        type: problemType(code),
        title,
        status,
        ...(detail === undefined ? {} : { detail }),
        requestId,
        ...(errors === undefined ? {} : { errors }),
    };
    return {
        status,
        headers: {
            ...lowerCaseNames(headers ?? {}),
            'content-type': 'application/problem+json',
            'cache-control': 'no-store',
        },
        body: JSON.stringify(details),
    };
}

export function lowerCaseNames(headers: PlainAnswer['headers']): PlainAnswer['headers'] {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
