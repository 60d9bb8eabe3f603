import { MACHINE_KEY_STRATEGY } from '@efi/auth-plugin';
import { queryPrepared } from '@efi/plugin-kit';
import { Permission } from '@vendure/common/lib/generated-types';
import {
    DefaultEntityAccessControlStrategy,
    type Injector,
    type RequestContext,
    TransactionalConnection,
} from '@vendure/core';
import { wasReadAsAdministrators } from '../speed/short-sessions.plugin';

/** Asked where a session's reading did not say it. By TypeORM it was a tenth of what the server did for a short one. */
const IS_ADMINISTRATOR = 'SELECT id FROM administrator WHERE "userId" = $1 AND "deletedAt" IS NULL';

/**
 * Takes a shopper's session at the Admin API for no session at all. Vendure's sessions say whose they are and not
 * at which API they began, so that one of the Shop API would pass for any signed-in caller at the other. A machine key
 * is no administrator, and is let in by its scopes; the Shop API takes none.
 */
export class AdministratorsOnly extends DefaultEntityAccessControlStrategy {
    private connection!: TransactionalConnection;

    init(injector: Injector): void {
        this.connection = injector.get(TransactionalConnection);
    }

    override async canAccess(ctx: RequestContext, permissions: Permission[]): Promise<boolean> {
        const isOpen =
            permissions.includes(Permission.Public) ||
            ctx.session?.authenticationStrategy === MACHINE_KEY_STRATEGY;
        const isKnown = wasReadAsAdministrators(ctx.session);
        if (ctx.apiType === 'admin' && ctx.activeUserId !== undefined && !isOpen && !isKnown) {
            const { manager } = this.connection.rawConnection;
            if ((await queryPrepared(manager, IS_ADMINISTRATOR, [ctx.activeUserId])).length === 0) {
                return false;
            }
        }
        return super.canAccess(ctx, permissions);
    }
}
