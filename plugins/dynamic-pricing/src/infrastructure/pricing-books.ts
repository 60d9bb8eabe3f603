import { Injectable } from '@nestjs/common';
import { type ID, type RequestContext, TransactionalConnection } from '@vendure/core';
import { EfiPriceDecision } from './entities/price-decision.entity';
import { EfiPricingAudit } from './entities/pricing-audit.entity';
import { EfiPricingRun } from './entities/pricing-run.entity';

interface Page {
    readonly skip: number;
    readonly take: number;
}

export interface DecisionFilter {
    readonly runId?: ID | null;
    readonly productVariantId?: ID | null;
    readonly state?: string | null;
}

export interface Alert {
    readonly kind: string;
    readonly subject: string;
    readonly at: Date;
    readonly count: number;
}

const ALERTS = `
    SELECT 'feed-refused' AS kind, name || ': ' || "lastProblem" AS subject, "lastTriedAt" AS at, 1 AS count
      FROM efi_competitor_feed WHERE "channelId" = $1 AND enabled AND "lastProblem" IS NOT NULL
    UNION ALL
    SELECT 'feed-stale', name, coalesce("lastGoodAt", "createdAt"), 1 FROM efi_competitor_feed
     WHERE "channelId" = $1 AND enabled AND coalesce("lastGoodAt", "createdAt") < now() - interval '24 hours'
    UNION ALL
    SELECT 'run-failed', coalesce(error, ''), "endedAt", 1 FROM efi_pricing_run
     WHERE "channelId" = $1 AND state = 'failed' AND "createdAt" > now() - interval '24 hours'
    UNION ALL
    SELECT 'stopped', "currencyCode", "updatedAt", 1 FROM efi_pricing_settings WHERE "channelId" = $1 AND "isStopped"
    UNION ALL
    SELECT * FROM (
        SELECT 'floor-over-guard', 'run ' || "runId", max("createdAt") AS at, count(*)::int AS count
          FROM efi_price_decision
         WHERE "channelId" = $1 AND "runId" = (SELECT max(id) FROM efi_pricing_run WHERE "channelId" = $1)
           AND trace @? '$.cuts[*] ? (@.guard == "floor" && exists(@.over))'
         GROUP BY "runId") conflicts
     ORDER BY at DESC`;

/** What there is to read about runs, decisions and who did what, in the active channel. */
@Injectable()
export class PricingBooks {
    constructor(private readonly connection: TransactionalConnection) {}

    async runs(ctx: RequestContext, page: Page) {
        const [items, totalItems] = await this.connection.getRepository(ctx, EfiPricingRun).findAndCount({
            where: { channelId: ctx.channelId },
            order: { id: 'DESC' },
            ...page,
        });
        return { items, totalItems };
    }

    run(ctx: RequestContext, id: ID): Promise<EfiPricingRun | null> {
        return this.connection
            .getRepository(ctx, EfiPricingRun)
            .findOneBy({ id: Number(id), channelId: ctx.channelId });
    }

    async decisions(ctx: RequestContext, { runId, productVariantId, state }: DecisionFilter, page: Page) {
        const [items, totalItems] = await this.connection.getRepository(ctx, EfiPriceDecision).findAndCount({
            where: {
                channelId: ctx.channelId,
                ...(runId ? { runId: Number(runId) } : {}),
                ...(productVariantId ? { variantId: productVariantId } : {}),
                ...(state ? { state: state as EfiPriceDecision['state'] } : {}),
            },
            order: { id: 'DESC' },
            ...page,
        });
        return { items, totalItems };
    }

    async audit(ctx: RequestContext, page: Page) {
        const [items, totalItems] = await this.connection.getRepository(ctx, EfiPricingAudit).findAndCount({
            where: { channelId: ctx.channelId },
            order: { id: 'DESC' },
            ...page,
        });
        return { items, totalItems };
    }

    alerts(ctx: RequestContext): Promise<Alert[]> {
        return this.connection.rawConnection.query<Alert[]>(ALERTS, [ctx.channelId]);
    }
}
