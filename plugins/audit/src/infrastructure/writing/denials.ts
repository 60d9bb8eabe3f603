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

/** Writes down what is refused for want of a permission: queries, mutations, fields and routes. */
export class Denials implements ErrorHandlerStrategy {
    private trail: SqlAuditTrail | undefined;

    init(injector: Injector): void {
        this.trail = injector.get(SqlAuditTrail);
    }

    async handleServerError(exception: Error, { host }: { host: ArgumentsHost }): Promise<void> {
        if (!(exception instanceof ForbiddenError) || !this.trail) {
            return;
        }
        const { action, request } = placeOf(host);
        try {
            await this.trail.recordApart(internal_getRequestContext(request), {
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
