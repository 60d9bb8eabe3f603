import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { type ID, internal_getRequestContext, Logger, TransactionalConnection } from '@vendure/core';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { EfiAuthSessionDetail } from './session-detail.entity';

const EVERY_MS = 5 * 60_000;

/** Notes that a session is in use, every five minutes at most and without being waited for. */
@Injectable()
export class LastUseInterceptor implements NestInterceptor {
    private noted = new Set<ID>();
    private forgetAt = 0;

    constructor(private readonly connection: TransactionalConnection) {}

    intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
        if (context.getType<string>() === 'graphql') {
            const { req } = GqlExecutionContext.create(context).getContext<{ req: Request }>();
            const session = internal_getRequestContext(req, context)?.session;
            if (session?.user) {
                this.note(session.id);
            }
        }
        return next.handle();
    }

    private note(sessionId: ID): void {
        const now = new Date();
        if (now.getTime() >= this.forgetAt) {
            this.noted = new Set();
            this.forgetAt = now.getTime() + EVERY_MS;
        }
        if (this.noted.has(sessionId)) {
            return;
        }
        this.noted.add(sessionId);
        this.connection.rawConnection
            .getRepository(EfiAuthSessionDetail)
            .update({ sessionId }, { lastUsedAt: now })
            .catch((error: unknown) =>
                Logger.warn(`Could not note the use of a session: ${String(error)}`, 'AuthPlugin'),
            );
    }
}
