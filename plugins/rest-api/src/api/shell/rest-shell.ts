import { Injectable } from '@nestjs/common';
import { restRoutesOf } from '@efi/plugin-kit';
import { ConfigService, Permission, type RequestContext } from '@vendure/core';
import type { Request } from 'express';
import { type Caller, callerName } from '../../domain/caller';
import { RouteTable } from '../../domain/route-table';
import { RequestLimits } from '../../infrastructure/limits/request-limits';
import { withEntityTag } from './conditional';
import { deprecationHeaders } from './announce-deprecation';
import { DeniedCalls } from './denied-calls';
import { handlerContext } from './handler-context';
import { limitHeaders } from './limit-headers';
import { type PlainAnswer, shellProblem } from './plain-answer';
import { readRequest } from './read-request';
import { requestIdOf } from './request-id';
import { REST_PATH } from './rest-path';
import { RouteRunner } from './route-runner';
import { type ServedRoute, serveRoute } from './served-route';

/** From a request to its answer: which route, how often, who may, what is asked, and only then the handler. */
@Injectable()
export class RestShell {
    readonly routes: readonly ServedRoute[];
    private readonly table: RouteTable<ServedRoute>;

    constructor(
        private readonly config: ConfigService,
        private readonly limits: RequestLimits,
        private readonly runner: RouteRunner,
        private readonly denied: DeniedCalls,
    ) {
        const { channelTokenKey } = config.apiOptions;
        this.routes = restRoutesOf(config.plugins).map(route => serveRoute(route, channelTokenKey));
        this.table = new RouteTable(this.routes);
    }

    /** @throws what a handler throws: a bug. */
    async answer(ctx: RequestContext, request: Request): Promise<PlainAnswer> {
        const url = new URL(request.originalUrl, 'http://server');
        const match = this.table.find(request.method, url.pathname.slice(REST_PATH.length + 1));
        const served = match.kind === 'found' ? match.route : undefined;
        const limit = served?.route.limit ?? (request.method === 'GET' ? 'read' : 'write');
        const state = await this.limits.count(limit, callerOf(ctx, request));
        const answer = await this.answerWithin(ctx, request, match, url.searchParams, state.isExceeded);
        return {
            ...answer,
            headers: {
                ...answer.headers,
                ...limitHeaders(state),
                ...deprecationHeaders(served?.route.deprecation),
            },
        };
    }

    private async answerWithin(
        ctx: RequestContext,
        request: Request,
        match: ReturnType<RouteTable<ServedRoute>['find']>,
        query: URLSearchParams,
        isExceeded: boolean,
    ): Promise<PlainAnswer> {
        const requestId = requestIdOf(request);
        if (isExceeded) {
            return shellProblem('too-many-requests', requestId);
        }
        if (match.kind === 'nothing-here') {
            return shellProblem('not-found', requestId);
        }
        if (match.kind === 'wrong-method') {
            return request.method === 'OPTIONS'
                ? { status: 204, headers: { allow: match.allowed.join(', ') } }
                : shellProblem('wrong-method', requestId, { headers: { allow: match.allowed.join(', ') } });
        }
        const { route } = match.route;
        const inner = handlerContext(ctx, request, route);
        if (!(await this.mayCall(inner, route.permissions))) {
            await this.denied.record(inner, request);
            return inner.activeUserId === undefined
                ? shellProblem('not-signed-in', requestId, { headers: { 'www-authenticate': 'Bearer' } })
                : shellProblem('not-allowed', requestId);
        }
        if (!request.accepts(['application/json', 'application/problem+json'])) {
            return shellProblem('not-acceptable', requestId);
        }
        return this.call(inner, request, { served: match.route, params: match.params, query });
    }

    private async call(
        ctx: RequestContext,
        request: Request,
        {
            served,
            params,
            query,
        }: { served: ServedRoute; params: Readonly<Record<string, string>>; query: URLSearchParams },
    ): Promise<PlainAnswer> {
        const requestId = requestIdOf(request);
        const { headers } = request;
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const read = readRequest(served, { params, query, headers, body });
        if (!read.ok) {
            return shellProblem(read.problem, requestId, { errors: read.errors });
        }
        const key = headers['idempotency-key'];
        if (served.route.idempotent && key !== undefined && !isKey(key)) {
            return shellProblem('invalid-request', requestId, { errors: [KEY_FAULT] });
        }
        const answer = await this.runner.run(ctx, {
            route: served.route,
            input: read.input,
            requestId,
            ...(headers['if-match'] === undefined ? {} : { ifMatch: headers['if-match'] }),
            ...(typeof key === 'string'
                ? {
                      idempotency: {
                          key,
                          caller: ownerOf(ctx, request),
                          request: `${request.originalUrl}\n${body.toString('base64')}`,
                      },
                  }
                : {}),
        });
        const described = {
            ...answer,
            headers: { ...answer.headers, 'content-language': ctx.languageCode.replace('_', '-') },
        };
        return served.route.method === 'GET' ? withEntityTag(described, headers) : described;
    }

    /** As Vendure's guard decides it, which has only seen that the controller is open to all. */
    private async mayCall(ctx: RequestContext, permissions: readonly Permission[]): Promise<boolean> {
        const { disableAuth, entityAccessControlStrategy: strategy } = this.config.authOptions;
        if (disableAuth) {
            return true;
        }
        const isAllowed = await strategy.canAccess(ctx, [...permissions]);
        if (isAllowed) {
            await strategy.prepareAccessControl?.(ctx);
        }
        return isAllowed;
    }
}

const KEY_FAULT = {
    detail: 'Has to be 1 to 255 printable ASCII characters.',
    parameter: 'Idempotency-Key',
    in: 'header',
} as const;

function isKey(key: string | readonly string[]): boolean {
    return typeof key === 'string' && /^[\x20-\x7e]{1,255}$/.test(key);
}

function callerOf(ctx: RequestContext, request: Request): Caller {
    const address = request.ip ?? '';
    return ctx.activeUserId === undefined ? { address } : { userId: String(ctx.activeUserId), address };
}

/** Whose keys they are. Visitors without an account are kept apart by their session where they have one. */
function ownerOf(ctx: RequestContext, request: Request): string {
    return ctx.session && ctx.activeUserId === undefined
        ? `session:${ctx.session.token}`
        : callerName(callerOf(ctx, request));
}
