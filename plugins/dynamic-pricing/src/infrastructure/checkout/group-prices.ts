import { Injectable } from '@nestjs/common';
import {
    type ID,
    type RequestContext,
    RequestContextCacheService,
    TransactionalConnection,
} from '@vendure/core';
import DataLoader from 'dataloader';
import { pricingMoment } from './pricing-moment';

/** What a shopper pays as a member of a group, and what the shop says about why. */
export interface GroupPrice {
    readonly price: number;
    readonly declaration: string;
}

/** How long a process believes what it knew about whether there are group prices at all. */
const SEEN_FOR = 10_000;

const QUERY = `
    SELECT DISTINCT ON (g."variantId") g."variantId", g.price, g.declaration
      FROM efi_group_price g
      JOIN customer_groups_customer_group m ON m."customerGroupId" = g."customerGroupId"
      JOIN customer c ON c.id = m."customerId" AND c."deletedAt" IS NULL
     WHERE c."userId" = $1 AND g."channelId" = $2 AND g."currencyCode" = $3 AND g."variantId" = ANY($4::int[])
       AND (g."startsAt" IS NULL OR g."startsAt" <= $5) AND (g."endsAt" IS NULL OR g."endsAt" > $5)
     ORDER BY g."variantId", g.price`;

/**
 * Prices of groups. Guests are never looked up; of a customer who is signed in, all variants of a request that ask in
 * the same breath are one query, in shops that have group prices.
 */
@Injectable()
export class GroupPrices {
    private isAny: Promise<boolean> = Promise.resolve(false);
    private seenAt = -Infinity;

    constructor(
        private readonly connection: TransactionalConnection,
        private readonly requestCache: RequestContextCacheService,
    ) {}

    async of(ctx: RequestContext, variantId: ID): Promise<GroupPrice | undefined> {
        if (!ctx.activeUserId || !(await this.hasAny())) {
            return undefined;
        }
        const loader = this.requestCache.get(
            ctx,
            `efi-group-prices-${ctx.currencyCode}`,
            () => new DataLoader((ids: readonly string[]) => this.load(ctx, ids)),
        );
        return loader.load(String(variantId));
    }

    private async load(ctx: RequestContext, ids: readonly string[]): Promise<(GroupPrice | undefined)[]> {
        const rows = await this.connection.rawConnection.query<(GroupPrice & { variantId: number })[]>(
            QUERY,
            [ctx.activeUserId, ctx.channelId, ctx.currencyCode, ids, pricingMoment()],
        );
        const byVariant = new Map(rows.map(row => [String(row.variantId), row]));
        return ids.map(id => byVariant.get(id));
    }

    /** What is known for a while; a question that failed is asked again. */
    private hasAny(): Promise<boolean> {
        if (performance.now() - this.seenAt > SEEN_FOR) {
            this.seenAt = performance.now();
            this.isAny = this.askForAny().catch((error: unknown) => {
                this.seenAt = -Infinity;
                throw error;
            });
        }
        return this.isAny;
    }

    private async askForAny(): Promise<boolean> {
        const [row] = await this.connection.rawConnection.query<{ any: boolean }[]>(
            'SELECT EXISTS (SELECT FROM efi_group_price) AS any',
        );
        return row?.any === true;
    }
}
