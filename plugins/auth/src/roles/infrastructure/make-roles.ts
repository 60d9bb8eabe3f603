import { auditTrail } from '@efi/plugin-kit';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import {
    Channel,
    ConfigService,
    Logger,
    Permission,
    ProcessContext,
    RequestContext,
    Role,
    TransactionalConnection,
} from '@vendure/core';
import { AUTH_OPTIONS, type AuthOptions } from '../../auth.options';
import { permissionsFor, standardRoles } from '../domain/standard-roles';

/** Under which the codes of the roles that were made are remembered, so that a role that was deleted stays away. */
const MADE = 'efi.auth.standardRoles';

/**
 * Makes the standard roles when a server first starts, for all channels that there are. What the shop changes in them
 * afterwards is the shop's.
 */
@Injectable()
export class MakeRoles implements OnApplicationBootstrap {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly config: ConfigService,
        private readonly process: ProcessContext,
        @Inject(AUTH_OPTIONS) private readonly options: AuthOptions,
    ) {}

    async onApplicationBootstrap(): Promise<void> {
        if (this.process.isServer) {
            await this.connection.withTransaction(RequestContext.empty(), ctx => this.make(ctx));
        }
    }

    private async make(ctx: RequestContext): Promise<void> {
        const { manager } = this.connection.getRepository(ctx, Role);
        // Of servers that start at once, one makes them and the others find them.
        await manager.query('SELECT pg_advisory_xact_lock(hashtext($1))', [MADE]);
        const [entry] = await manager.query<Array<{ value: string[] }>>(
            'SELECT value FROM settings_store_entry WHERE key = $1 AND scope IS NULL',
            [MADE],
        );
        const earlier = new Set(entry?.value ?? []);
        const missing = standardRoles.filter(({ code }) => !earlier.has(code));
        if (missing.length === 0) {
            return;
        }
        const known = [
            ...Object.values(Permission),
            ...this.config.authOptions.customPermissions.flatMap(definition =>
                definition.getMetadata().map(({ name }) => name),
            ),
        ];
        const channels = await manager.find(Channel);
        const taken = new Set((await manager.find(Role)).map(({ code }) => code));
        for (const role of missing.filter(({ code }) => !taken.has(code))) {
            const additional = this.options.roles?.additional?.[role.code];
            const permissions = permissionsFor(role, known, additional) as Permission[];
            const made = await manager.save(
                new Role({
                    ...{ code: role.code, description: role.description, channels },
                    permissions: [Permission.Authenticated, ...permissions],
                }),
            );
            await auditTrail(this.connection.rawConnection).record(ctx, {
                ...{
                    action: 'make-standard-role',
                    class: 'security',
                    resource: { type: 'Role', id: made.id },
                },
                after: { code: made.code, permissions: made.permissions },
            });
        }
        const value = JSON.stringify(standardRoles.map(({ code }) => code));
        await manager.query(
            entry
                ? 'UPDATE settings_store_entry SET value = $2 WHERE key = $1 AND scope IS NULL'
                : 'INSERT INTO settings_store_entry (key, value) VALUES ($1, $2)',
            [MADE, value],
        );
        Logger.info(`Roles made: ${missing.map(({ code }) => code).join(', ')}`, 'AuthRoles');
    }
}
