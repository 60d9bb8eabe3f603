import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, type ID, type RequestContext, UserInputError } from '@vendure/core';
import { type EntryFilter, ReadTrail } from '../infrastructure/read-trail';
import { SqlAuditTrail } from '../infrastructure/sql-audit-trail';
import { readAudit } from './permissions';

interface EntriesArgs {
    readonly filter?: EntryFilter | null;
    readonly before?: ID | null;
    readonly take?: number | null;
    readonly isExport?: boolean | null;
}

const MOST = 500;

/** The trail for who may read it. */
@Resolver()
export class AuditAdminResolver {
    constructor(
        private readonly reader: ReadTrail,
        private readonly trail: SqlAuditTrail,
    ) {}

    @Query()
    @Allow(readAudit.Permission)
    async efiAuditEntries(@Ctx() ctx: RequestContext, @Args() args: EntriesArgs) {
        const take = args.take ?? 50;
        const before = args.before == null ? undefined : String(args.before);
        if (take < 1 || take > MOST || (before !== undefined && !/^\d{1,18}$/.test(before))) {
            throw new UserInputError(`take must be 1 to ${MOST}, and before the id of an entry`);
        }
        // First, so that nobody reads what they were not seen to read.
        await this.trail.recordApart(ctx, {
            action: args.isExport ? 'export-audit-trail' : 'read-audit-trail',
            class: 'security',
            resource: { type: 'AuditTrail' },
            detail: { filter: args.filter ?? {}, before, take },
        });
        const items = await this.reader.entries(ctx, args.filter ?? {}, before, take + 1);
        return { items: items.slice(0, take), hasMore: items.length > take };
    }

    @Query()
    @Allow(readAudit.Permission)
    async efiAuditState() {
        const { verified, anchor, waiting, waitingSince } = await this.reader.state();
        return {
            verifiedAt: verified?.at,
            isWhole: verified?.ok,
            fault: verified?.report.first?.message,
            anchorNumber: anchor && Number(anchor.number),
            anchorAt: anchor?.at,
            waiting,
            waitingSince,
        };
    }
}
