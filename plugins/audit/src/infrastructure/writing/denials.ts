import { PerMinute } from '@efi/plugin-kit';
import type { ArgumentsHost } from '@nestjs/common';
import {
    type ErrorHandlerStrategy,
    ForbiddenError,
    type Injector,
    internal_getRequestContext,
    Logger,
} from '@vendure/core';
import type { Request } from 'express';
import type { GraphQLResolveInfo } from 'graphql';
import { loggerCtx } from '../logger-context';
import { SqlAuditTrail } from '../sql-audit-trail';

/** Who is not signed in can be refused as often as a network carries: of those so many a minute are written down. */
const MOST_ANONYMOUS = 500;

/** Writes down what is refused for want of a permission: queries, mutations, fields and routes. */
export class Denials implements ErrorHandlerStrategy {
    private trail: SqlAuditTrail | undefined;
    private readonly anonymous = new PerMinute(MOST_ANONYMOUS, leftOut =>
        Logger.warn(
            `${leftOut} more refusals of callers who are not signed in were not written down`,
            loggerCtx,
        ),
    );

    init(injector: Injector): void {
        this.trail = injector.get(SqlAuditTrail);
    }

    async handleServerError(exception: Error, { host }: { host: ArgumentsHost }): Promise<void> {
        if (!(exception instanceof ForbiddenError) || !this.trail) {
            return;
        }
        const { action, request } = placeOf(host);
        const ctx = internal_getRequestContext(request);
        if (!ctx?.activeUserId && !this.anonymous.take()) {
            return;
        }
        try {
            await this.trail.recordApart(ctx, {
                action,
                class: 'security',
                status: 'denied',
            });
        } catch (error) {
            Logger.error(`A denial of ${action} could not be written down: ${String(error)}`, loggerCtx);
        }
    }

    handleWorkerError(): void {
        // A job asks nobody for permission.
    }
}

function placeOf(host: ArgumentsHost): { action: string; request: Request } {
    if (host.getType<string>() === 'graphql') {
        const [, , { req }, { fieldName }] =
            host.getArgs<[unknown, unknown, { req: Request }, GraphQLResolveInfo]>();
        return { action: fieldName, request: req };
    }
    const request = host.switchToHttp().getRequest<Request>();
    return { action: `${request.method} ${request.path}`, request };
}
