import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { RestOutcome, RestRoute } from '@efi/plugin-kit';
import { Injector, type RequestContext, TransactionalConnection } from '@vendure/core';
import { createHash } from 'node:crypto';
import { entityTag, isInMatch } from '../../domain/entity-tag';
import { IdempotentAnswers } from '../../infrastructure/idempotency/idempotent-answers';
import { lowerCaseNames, type PlainAnswer, problemAnswer, shellProblem } from './plain-answer';

/** A checked request on its way to its handler. */
export interface RouteCall {
    readonly route: RestRoute;
    readonly input: Readonly<Record<string, unknown>>;
    readonly requestId: string;
    readonly ifMatch?: string;
    /** With what it is to be bound to. */
    readonly idempotency?: { readonly key: string; readonly caller: string; readonly request: string };
}

/** Runs a route's handler: in its transaction, once for an idempotency key, on the version that the caller read. */
@Injectable()
export class RouteRunner {
    private readonly injector: Injector;

    constructor(
        moduleRef: ModuleRef,
        private readonly connection: TransactionalConnection,
        private readonly answers: IdempotentAnswers,
    ) {
        this.injector = new Injector(moduleRef);
    }

    /** @throws what the handler throws. */
    async run(ctx: RequestContext, call: RouteCall): Promise<PlainAnswer> {
        const { route, idempotency } = call;
        if (route.idempotent && idempotency) {
            return this.runOnce(ctx, call, idempotency);
        }
        return (route.transaction ?? route.idempotent)
            ? this.connection.withTransaction(ctx, inner => this.handle(inner, call))
            : this.handle(ctx, call);
    }

    private async runOnce(
        ctx: RequestContext,
        call: RouteCall,
        { key, caller, request }: NonNullable<RouteCall['idempotency']>,
    ): Promise<PlainAnswer> {
        const { method, path } = call.route;
        const outcome = await this.answers.answer(
            ctx,
            { scope: hash([caller, method, path, key]), requestHash: hash([request]) },
            inner => this.handle(inner, call),
        );
        switch (outcome.kind) {
            case 'answered':
                return outcome.answer;
            case 'repeated':
                return {
                    ...outcome.answer,
                    headers: { ...outcome.answer.headers, 'idempotency-replayed': 'true' },
                };
            case 'running':
                return shellProblem('request-running', call.requestId, { headers: { 'retry-after': '1' } });
            case 'reused':
                return shellProblem('idempotency-key-reused', call.requestId);
        }
    }

    private async handle(ctx: RequestContext, call: RouteCall): Promise<PlainAnswer> {
        const { route, input, requestId, ifMatch } = call;
        if (route.version) {
            if (ifMatch === undefined) {
                return shellProblem('version-missing', requestId);
            }
            const version = await route.version(ctx, input, this.injector);
            // What does not exist is the handler's to say.
            if (version !== undefined && !isInMatch(ifMatch, entityTag(version))) {
                return shellProblem('version-changed', requestId, { headers: { etag: entityTag(version) } });
            }
        }
        return toAnswer(route, await route.handle(ctx, input, this.injector), requestId);
    }
}

/** Puts an outcome through what the route declares: what is not in it does not leave. */
function toAnswer(route: RestRoute, outcome: RestOutcome, requestId: string): PlainAnswer {
    if ('problem' in outcome) {
        const declared = route.problems[outcome.problem];
        if (!declared) {
            throw new Error(`${route.operationId} answered the problem "${outcome.problem}", undeclared`);
        }
        return problemAnswer(outcome.problem, declared, requestId, outcome);
    }
    const { status, headers = {}, etag } = outcome;
    const declared = route.responses[status];
    if (!declared) {
        throw new Error(`${route.operationId} answered with status ${status}, undeclared`);
    }
    const isRead = route.method === 'GET';
    return {
        status,
        headers: {
            'cache-control': route.cacheControl ?? (isRead ? 'private, no-cache' : 'no-store'),
            ...(declared.body ? { 'content-type': 'application/json' } : {}),
            ...(etag === undefined ? {} : { etag: entityTag(etag) }),
            ...lowerCaseNames(headers),
        },
        ...(declared.body ? { body: JSON.stringify(declared.body.parse(outcome.body)) } : {}),
    };
}

/** Of parts that can't run into each other. */
function hash(parts: readonly string[]): string {
    return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
