import type { Injector, Permission, RequestContext } from '@vendure/core';
import type { z } from 'zod';

/** What a request carries, by where it carries it. Anything that is not declared is refused or never read. */
export interface RestRequestSchemas {
    /** One property for each `{name}` in the path. */
    readonly params?: z.ZodObject;
    /** Other parameters than these are answered with 400. */
    readonly query?: z.ZodObject;
    /** By their lower-case names. */
    readonly headers?: z.ZodObject;
    /** JSON. Use `z.strictObject` where a property that nobody reads must not pass in silence. */
    readonly body?: z.ZodType;
}

/** What a handler gets: the parts that were declared, checked, and as their schemas put them out. */
export type RestInput<R extends RestRequestSchemas> = {
    readonly [Part in keyof R]: R[Part] extends z.ZodType ? z.output<R[Part]> : undefined;
};

/** One of the answers that are no problem. Without `body` the answer has none. */
export interface RestResponse {
    readonly description: string;
    /** What is not in it does not leave the server; an answer that does not fit it is a bug, and a 500. */
    readonly body?: z.ZodType;
    /** Headers of its own, by name, each with what it says. */
    readonly headers?: Readonly<Record<string, string>>;
}

/** Something foreseeable that stands in the way of what was asked for, as RFC 9457 has it. */
export interface RestProblem {
    /** 400 to 499, or 503. */
    readonly status: number;
    /** A short sentence in English that is the same each time. */
    readonly title: string;
}

/** By status. The list is closed so that TypeScript takes a handler's `status: 201` for that very number. */
export type RestResponses = Readonly<Partial<Record<200 | 201 | 202 | 204, RestResponse>>>;
export type RestProblems = Readonly<Record<string, RestProblem>>;

type Headers = Readonly<Record<string, string | readonly string[]>>;

type Success<A extends RestResponses> = {
    [Status in keyof A & keyof RestResponses]-?: {
        readonly status: Status;
        /** Also any that were not declared, such as `Set-Cookie`. */
        readonly headers?: Headers;
        /** Names the version of what is answered, without quotes. @default a hash of the body, for GET */
        readonly etag?: string;
    } & (A[Status] extends { readonly body: infer Body extends z.ZodType }
        ? { readonly body: z.input<Body> }
        : { readonly body?: undefined });
}[keyof A & keyof RestResponses];

/** What a handler answers: one of its responses, or the code of one of its problems. */
export type RestOutcome<A extends RestResponses = RestResponses, P extends RestProblems = RestProblems> =
    | Success<A>
    | {
          readonly problem: keyof P & string;
          /** What was wrong this time, and what to do; shown to the caller. */
          readonly detail?: string;
          readonly headers?: Headers;
      };

/**
 * How often a caller may ask: `read` for what a shopper looks at, `bulk` for exports, `write` for changes, and
 * `credentials` for what somebody could guess at.
 */
export type RestLimit = 'read' | 'bulk' | 'write' | 'credentials';

/** A route that will go, announced by `Deprecation` (RFC 9745) and `Sunset` (RFC 8594). */
export interface RestDeprecation {
    /** The day since which nobody should begin to use it, such as `2027-03-01`. */
    readonly since: string;
    /** The day from which it may be gone. */
    readonly sunset?: string;
    /** Where to read what to use instead: an address, or a path of this server. */
    readonly link?: string;
}

/** What a route is, apart from the types of what it takes and answers. */
interface RestRouteDescription {
    readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
    /** Below `/api/v1`, with parameters in braces: `/orders/{code}`. Literal segments win over parameters. */
    readonly path: `/${string}`;
    /** camelCase and the only one of its name: clients that are generated have it as a method. */
    readonly operationId: string;
    readonly summary: string;
    readonly description?: string;
    /** Headings under which the documentation shows it. */
    readonly tags: readonly string[];
    /**
     * Any one of them is enough, as with `@Allow`. `Permission.Public` is for everybody, `Permission.Authenticated` for
     * whoever is signed in. `Permission.Owner` has no meaning here.
     */
    readonly permissions: readonly [Permission, ...Permission[]];
    /**
     * What `ctx.apiType` is for the handler: `shop` where the caller is a shopper, so that plugins that look at it do
     * for the route what they do for the Shop API. It lets nobody in: `permissions` do.
     *
     * @default 'custom', as in any controller of Vendure
     */
    readonly api?: 'shop' | 'admin' | 'custom';
    /** @default 'read' for GET, else 'write' */
    readonly limit?: RestLimit;
    /**
     * Takes `Idempotency-Key`: the first answer is kept for a day and given again, and the handler runs once. It runs
     * in a transaction (see `transaction`) in which the answer is stored, so both are there or neither is. Not for
     * answers with secrets in them, since they are stored as they are, nor for handlers that call the outside.
     *
     * @default false: the header is not looked at
     */
    readonly idempotent?: boolean;
    /**
     * Has the handler run in a database transaction. It is committed for any outcome, problems too, and rolled back
     * when the handler throws.
     *
     * @default what `idempotent` is
     */
    readonly transaction?: boolean;
    /** Largest body in bytes. @default 102400 */
    readonly bodyLimit?: number;
    readonly deprecation?: RestDeprecation;
    /**
     * `Cache-Control` of a successful answer.
     *
     * @default `private, no-cache` for GET: kept, and asked for again with its ETag; `no-store` for anything else
     */
    readonly cacheControl?: string;
}

/** A route with the types of what it takes and answers, as {@link restRoute} wants it. */
export interface RestRouteDefinition<
    R extends RestRequestSchemas,
    A extends RestResponses,
    P extends RestProblems,
> extends RestRouteDescription {
    readonly request?: R;
    readonly responses: A;
    /** By code, in kebab-case. Those of the shell (validation, permissions, limits, size, …) are there anyway. */
    readonly problems?: P;
    /**
     * The present version of what the route changes, without quotes; `undefined` when it does not exist. With it the
     * route demands `If-Match` (428 without) and answers 412 when the caller has another version. Called before the
     * handler and in its transaction, where it may lock what it reads.
     */
    version?(ctx: RequestContext, input: RestInput<R>, injector: Injector): Promise<string | undefined>;
    /**
     * Answers. Identity comes from `ctx` only. Foreseeable failures are problems; what is thrown is a bug, and a 500
     * that tells the caller nothing but the id of the request.
     *
     * @param injector - Gives the services of the application: `injector.get(TokenService)`.
     */
    handle(
        ctx: RequestContext,
        input: RestInput<R>,
        injector: Injector,
    ): RestOutcome<A, P> | Promise<RestOutcome<A, P>>;
}

/** A route as the shell sees it, whatever it takes and answers. */
export interface RestRoute extends RestRouteDescription {
    readonly request: RestRequestSchemas;
    readonly responses: RestResponses;
    readonly problems: RestProblems;
    version?(
        ctx: RequestContext,
        input: Readonly<Record<string, unknown>>,
        injector: Injector,
    ): Promise<string | undefined>;
    handle(
        ctx: RequestContext,
        input: Readonly<Record<string, unknown>>,
        injector: Injector,
    ): RestOutcome | Promise<RestOutcome>;
}

/**
 * Declares a route of `/api/v1`. Routing, validation, permissions, limits and the OpenAPI description all come from
 * this one declaration. Text of the query, the path and headers is turned into the numbers, booleans and lists that
 * their schemas ask for before it is checked: write `z.int().min(1)`, without `coerce`.
 *
 * Give a schema that several routes share a name with `.meta({ id: 'Token' })`: it becomes a component.
 *
 * @example
 * ```ts
 * export const createToken = restRoute({
 *     method: 'POST',
 *     path: '/tokens',
 *     operationId: 'createToken',
 *     summary: 'Sign in',
 *     tags: ['Tokens'],
 *     permissions: [Permission.Public],
 *     limit: 'credentials',
 *     request: { body: z.strictObject({ username: z.string().max(254), password: z.string().max(256) }) },
 *     responses: { 201: { description: 'Signed in.', body: tokenSchema } },
 *     problems: { 'wrong-credentials': { status: 401, title: 'The name or the password is wrong' } },
 *     async handle(ctx, { body }, injector) {
 *         const token = await injector.get(TokenService).issue(ctx, body);
 *         return token ? { status: 201, body: token } : { problem: 'wrong-credentials' };
 *     },
 * });
 * ```
 */
export function restRoute<
    const R extends RestRequestSchemas,
    const A extends RestResponses,
    const P extends RestProblems,
>(definition: RestRouteDefinition<R, A, P>): RestRoute {
    // The shell hands a handler what its own schemas put out, which no type can say of a list of routes.
    return { request: {}, problems: {}, ...definition } as unknown as RestRoute;
}
