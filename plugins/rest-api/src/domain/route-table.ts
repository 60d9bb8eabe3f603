/** As much of a route as it takes to find it. */
interface Addressed {
    readonly method: string;
    /** Such as `/orders/{code}`. */
    readonly path: string;
}

/** What a request's method and path lead to. */
export type RouteMatch<R> =
    | { readonly kind: 'found'; readonly route: R; readonly params: Readonly<Record<string, string>> }
    /** The path exists, with other methods. */
    | { readonly kind: 'wrong-method'; readonly allowed: readonly string[] }
    | { readonly kind: 'nothing-here' };

const PARAMETER = /^\{([A-Za-z]\w*)\}$/;

/** Finds routes by method and path. Among several that fit, the one whose literal segments come first wins. */
export class RouteTable<R extends Addressed> {
    private readonly entries: readonly { readonly route: R; readonly segments: readonly string[] }[];

    /** @throws Error when two routes have the same method and path, or a segment is malformed. */
    constructor(routes: readonly R[]) {
        const seen = new Set<string>();
        this.entries = routes.map(route => {
            const segments = route.path.slice(1).split('/');
            const shape = `${route.method} /${segments.map(shapeOf(route)).join('/')}`;
            if (seen.has(shape)) {
                throw new Error(`Two REST routes answer ${route.method} ${route.path}`);
            }
            seen.add(shape);
            return { route, segments };
        });
    }

    /** @param path - Below the place where the API is mounted, not decoded, without the query. */
    find(method: string, path: string): RouteMatch<R> {
        const asked = path.replace(/^\//, '').split('/').map(decoded);
        if (asked.includes(undefined)) {
            return { kind: 'nothing-here' };
        }
        const fitting = this.entries
            .filter(entry => fits(entry.segments, asked as string[]))
            .sort((a, b) => firstLiteral(a.segments, b.segments));
        const entry = fitting.find(({ route }) => route.method === (method === 'HEAD' ? 'GET' : method));
        if (entry) {
            return { kind: 'found', route: entry.route, params: paramsOf(entry.segments, asked as string[]) };
        }
        const allowed = fitting.flatMap(({ route }) =>
            route.method === 'GET' ? ['GET', 'HEAD'] : [route.method],
        );
        return allowed.length > 0 ? { kind: 'wrong-method', allowed } : { kind: 'nothing-here' };
    }
}

/** The names in the braces of a path. */
export function parameterNames(path: string): string[] {
    return path.split('/').flatMap(segment => PARAMETER.exec(segment)?.[1] ?? []);
}

function shapeOf(route: Addressed): (segment: string) => string {
    return segment => {
        if (PARAMETER.test(segment)) {
            return '{}';
        }
        if (!/^[\w.~-]+$/.test(segment)) {
            throw new Error(`"${segment}" in the path of the REST route ${route.path} is no name`);
        }
        return segment;
    };
}

function decoded(segment: string): string | undefined {
    try {
        return decodeURIComponent(segment);
    } catch {
        return undefined;
    }
}

function fits(segments: readonly string[], asked: readonly string[]): boolean {
    return (
        segments.length === asked.length &&
        segments.every((segment, index) =>
            PARAMETER.test(segment) ? asked[index] !== '' : segment === asked[index],
        )
    );
}

function firstLiteral(a: readonly string[], b: readonly string[]): number {
    const index = a.findIndex((segment, at) => PARAMETER.test(segment) !== PARAMETER.test(b[at] ?? ''));
    return index === -1 ? 0 : PARAMETER.test(a[index] ?? '') ? 1 : -1;
}

function paramsOf(segments: readonly string[], asked: readonly string[]): Record<string, string> {
    return Object.fromEntries(
        segments.flatMap((segment, index) => {
            const name = PARAMETER.exec(segment)?.[1];
            return name === undefined ? [] : [[name, asked[index] ?? '']];
        }),
    );
}
