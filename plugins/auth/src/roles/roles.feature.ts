import { APP_INTERCEPTOR } from '@nestjs/core';
import type { AuthFeature } from '../auth-feature';
import { RoleAuditResolver } from './api/role-audit.resolver';
import { rolesSchema } from './api/schema';
import { MakeRoles } from './infrastructure/make-roles';
import { EfiAuthPermissionUse } from './infrastructure/permission-use.entity';
import { PermissionUseInterceptor } from './infrastructure/permission-use.interceptor';
import { RoleAudit } from './infrastructure/role-audit';

/** Roles out of the box, and a report of what they are used for. */
export const rolesFeature: AuthFeature = {
    entities: [EfiAuthPermissionUse],
    providers: [MakeRoles, RoleAudit, { provide: APP_INTERCEPTOR, useClass: PermissionUseInterceptor }],
    admin: { schema: rolesSchema, resolvers: [RoleAuditResolver] },
};
