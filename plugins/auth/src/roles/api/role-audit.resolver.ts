import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, Permission, RequestContext, UserInputError } from '@vendure/core';
import { auditCsv, type AuditedAdministrator, unusedSince } from '../domain/role-audit';
import { RoleAudit } from '../infrastructure/role-audit';

interface AuditArgs {
    readonly unusedForDays: number;
}

@Resolver()
export class RoleAuditResolver {
    constructor(private readonly audit: RoleAudit) {}

    @Query()
    @Allow(Permission.ReadAdministrator)
    async efiRoleAudit(
        @Ctx() ctx: RequestContext,
        @Args() args: AuditArgs,
    ): Promise<Array<AuditedAdministrator & { unused: string[] }>> {
        const since = daysAgo(args);
        const report = await this.audit.report(ctx);
        return report.map(administrator => ({
            ...administrator,
            unused: unusedSince(administrator, since),
        }));
    }

    @Query()
    @Allow(Permission.ReadAdministrator)
    async efiRoleAuditCsv(@Ctx() ctx: RequestContext, @Args() args: AuditArgs): Promise<string> {
        const since = daysAgo(args);
        return auditCsv(await this.audit.report(ctx), since);
    }
}

/** @throws UserInputError for a number of days that is out of range. */
function daysAgo({ unusedForDays }: AuditArgs): Date {
    if (unusedForDays < 1 || unusedForDays > 3650) {
        throw new UserInputError('unusedForDays is 1 to 3650.');
    }
    return new Date(Date.now() - unusedForDays * 24 * 60 * 60_000);
}
