import { auditTrail } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import { type ID, type RequestContext, TransactionalConnection } from '@vendure/core';
import { EfiPricingAudit } from './entities/pricing-audit.entity';

/** What engine and administrators did, in a table that can only be added to. */
@Injectable()
export class Audit {
    constructor(private readonly connection: TransactionalConnection) {}

    /** In the transaction of `ctx`, so that nothing is done without being written down. */
    async record(
        ctx: RequestContext,
        action: string,
        details: Record<string, unknown>,
        channelId: ID = ctx.channelId,
    ): Promise<void> {
        const actor = ctx.session?.user?.identifier ?? 'engine';
        await this.connection.getRepository(ctx, EfiPricingAudit).insert({
            channelId,
            actor,
            action,
            details: details as never,
        });
        await auditTrail(this.connection.rawConnection).record(ctx, {
            action: `pricing.${action}`,
            resource: { type: 'Pricing' },
            detail: { ...details, channelId },
        });
    }
}
