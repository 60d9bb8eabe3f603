import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import {
    type ID,
    internal_getRequestContext,
    Logger,
    Permission,
    PERMISSIONS_METADATA_KEY,
    TransactionalConnection,
} from '@vendure/core';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { EfiAuthPermissionUse } from './permission-use.entity';

const EVERY_MS = 60 * 60_000;

/** Open to whoever is signed in, or to everybody: nobody takes these away. */
const NOT_GIVEN = new Set<string>([Permission.Authenticated, Permission.Owner, Permission.Public]);

/** Notes which permissions staff make use of, every hour at most and without being waited for. */
@Injectable()
export class PermissionUseInterceptor implements NestInterceptor {
    private noted = new Set<string>();
    private forgetAt = 0;

    constructor(
        private readonly connection: TransactionalConnection,
        private readonly reflector: Reflector,
    ) {}

    intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
        if (context.getType<string>() === 'graphql') {
            const asked = this.reflector.get<Permission[] | undefined>(
                PERMISSIONS_METADATA_KEY,
                context.getHandler(),
            );
            const { req } = GqlExecutionContext.create(context).getContext<{ req: Request }>();
            const ctx = internal_getRequestContext(req, context);
            if (asked && ctx?.apiType === 'admin' && ctx.activeUserId !== undefined) {
                const used = asked.filter(name => !NOT_GIVEN.has(name) && ctx.userHasPermissions([name]));
                this.note(ctx.activeUserId, used);
            }
        }
        return next.handle();
    }

    private note(userId: ID, permissions: readonly string[]): void {
        const now = new Date();
        if (now.getTime() >= this.forgetAt) {
            this.noted = new Set();
            this.forgetAt = now.getTime() + EVERY_MS;
        }
        const rows = permissions
            .filter(permission => !this.noted.has(`${userId} ${permission}`))
            .map(permission => ({ userId, permission, lastUsedAt: now }));
        if (rows.length === 0) {
            return;
        }
        rows.forEach(({ permission }) => this.noted.add(`${userId} ${permission}`));
        this.connection.rawConnection
            .getRepository(EfiAuthPermissionUse)
            .upsert(rows, ['userId', 'permission'])
            .catch((error: unknown) =>
                Logger.warn(`Could not note the use of permissions: ${String(error)}`, 'AuthRoles'),
            );
    }
}
