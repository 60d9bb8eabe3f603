import { Injectable } from '@nestjs/common';
import {
    Administrator,
    type ID,
    Permission,
    type RequestContext,
    TransactionalConnection,
} from '@vendure/core';
import { In, IsNull } from 'typeorm';
import type { AuditedAdministrator } from '../domain/role-audit';
import { EfiAuthPermissionUse } from './permission-use.entity';

/** Who can do what in the channel of the request, and who used it last. */
@Injectable()
export class RoleAudit {
    constructor(private readonly connection: TransactionalConnection) {}

    /** Administrators with a role in the channel, by name. */
    async report(ctx: RequestContext): Promise<AuditedAdministrator[]> {
        const administrators = await this.connection.getRepository(ctx, Administrator).find({
            where: { deletedAt: IsNull(), user: { roles: { channels: { id: ctx.channelId } } } },
            relations: { user: { roles: true } },
            order: { emailAddress: 'ASC' },
        });
        const used = await this.usesOf(
            ctx,
            administrators.map(({ user }) => user.id),
        );
        return administrators.map(({ id, user }) => {
            const names = new Set(user.roles.flatMap(({ permissions }) => permissions));
            return {
                administratorId: id,
                identifier: user.identifier,
                roles: user.roles.map(({ code }) => code).sort(),
                lastLogin: user.lastLogin,
                permissions: [...names]
                    .filter(name => name !== Permission.Authenticated)
                    .sort()
                    .map(name => ({ name, lastUsedAt: used.get(`${user.id} ${name}`) ?? null })),
            };
        });
    }

    private async usesOf(ctx: RequestContext, userIds: ID[]): Promise<Map<string, Date>> {
        const rows = await this.connection
            .getRepository(ctx, EfiAuthPermissionUse)
            .findBy({ userId: In(userIds) });
        return new Map(rows.map(row => [`${row.userId} ${row.permission}`, row.lastUsedAt]));
    }
}
