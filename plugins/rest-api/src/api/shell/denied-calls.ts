import { auditTrail, PerMinute } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import { Logger, type RequestContext, TransactionalConnection } from '@vendure/core';
import type { Request } from 'express';

/** Who is not signed in can be refused as often as a network carries: of those so many a minute are written down. */
const MOST_ANONYMOUS = 500;

const loggerCtx = 'RestApi';

/** Has the audit trail tell of calls that somebody may not make. */
@Injectable()
export class DeniedCalls {
    private readonly anonymous = new PerMinute(MOST_ANONYMOUS, leftOut =>
        Logger.warn(`${leftOut} more refusals of strangers were not written down`, loggerCtx),
    );

    constructor(private readonly connection: TransactionalConnection) {}

    /** The caller is refused, whatever becomes of the entry. */
    async record(ctx: RequestContext, request: Request): Promise<void> {
        if (ctx.activeUserId === undefined && !this.anonymous.take()) {
            return;
        }
        const action = `${request.method} ${request.path}`;
        try {
            await auditTrail(this.connection.rawConnection).recordApart(ctx, {
                ...{ action, class: 'security', status: 'denied' },
            });
        } catch (error) {
            Logger.error(`A denial of ${action} could not be written down: ${String(error)}`, loggerCtx);
        }
    }
}
