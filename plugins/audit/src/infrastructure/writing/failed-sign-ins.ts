import { Injectable } from '@nestjs/common';
import { AuthService, I18nError, isGraphQlErrorResult, Logger, type RequestContext } from '@vendure/core';
import { loggerCtx } from '../logger-context';
import { SqlAuditTrail } from '../sql-audit-trail';
import { Accounts } from './accounts';

/** Writes down the sign-ins that fail elsewhere than in a mutation, such as at the token route of REST. */
@Injectable()
export class FailedSignIns {
    constructor(
        private readonly auth: AuthService,
        private readonly trail: SqlAuditTrail,
        private readonly accounts: Accounts,
    ) {}

    /**
     * Vendure tells by an event that somebody tries, and not that it failed, so its service is reached for.
     *
     * @param isTold - Whether somebody else tells of the sign-in that goes on now.
     */
    watch(isTold: () => boolean): void {
        const { auth } = this;
        const authenticate = auth.authenticate.bind(auth);
        auth.authenticate = async (ctx, api, strategy, data: unknown) => {
            const tell = (reason: string) => this.tell(ctx, strategy, data, reason);
            try {
                const session = await authenticate(ctx, api, strategy, data);
                if (isGraphQlErrorResult(session) && !isTold()) {
                    await tell(String(session.errorCode));
                }
                return session;
            } catch (error) {
                if (!isTold()) {
                    await tell(codeOf(error));
                }
                throw error;
            }
        };
    }

    /** Whoever was refused is told so, whatever becomes of the entry. */
    private async tell(ctx: RequestContext, strategy: string, data: unknown, reason: string): Promise<void> {
        try {
            const account = await this.accounts.tried(ctx, data);
            await this.trail.recordApart(ctx, {
                ...{ action: 'authenticate', class: 'authentication', status: 'refused' },
                ...(account ? { resource: account } : {}),
                detail: { strategy, reason, path: ctx.req?.path },
            });
        } catch (error) {
            Logger.error(`A failed sign-in could not be written down: ${String(error)}`, loggerCtx);
        }
    }
}

/** What may be told of an error: its code or name. */
export function codeOf(error: unknown): string {
    if (error instanceof I18nError) {
        return error.code ?? error.message;
    }
    return error instanceof Error ? error.name : 'unknown';
}
