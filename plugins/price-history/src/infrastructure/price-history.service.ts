import { Inject, Injectable } from '@nestjs/common';
import { type ID, type RequestContext, TransactionalConnection } from '@vendure/core';
import { PRICE_HISTORY_OPTIONS, type ResolvedPriceHistoryOptions } from '../price-history.options';
import { PriceHistoryEntry } from './price-history-entry.entity';

/** The lowest price that applied to a variant, in minor units, as the channel's prices are entered. */
export interface LowestPrice {
    readonly variantId: ID;
    readonly taxCategoryId: ID;
    readonly price: number;
    /** Whether the price in force is lower than the one before it. */
    readonly isReduction: boolean;
    /** Where the period ends: when the reduction began, or now. */
    readonly until: Date;
}

export interface PriceHistoryList {
    readonly items: PriceHistoryEntry[];
    readonly totalItems: number;
}

/**
 * Directive 98/6/EC, article 6a: whoever announces a reduction names the prior price, which is the lowest one that
 * applied in the 30 days before the reduction. So the period ends where the price in force began, when that is
 * lower than the price before it; and now, when it is not, which then includes the price in force.
 *
 * Where a reduction grows step by step, each step counts as a reduction of its own. Article 6a (5) lets countries
 * allow the price before the first step, which is higher; what is shown here is lawful in all of them.
 *
 * A price that comes back after a pause of more than the period has no prior price, and counts as no reduction.
 */
const lowestPriceQuery = `
    SELECT c."variantId", v."taxCategoryId", c."isReduction", c.until,
           coalesce((
               SELECT min(p.price) FROM efi_price_history p
                WHERE p."variantId" = c."variantId" AND p."channelId" = c."channelId"
                  AND p."currencyCode" = c."currencyCode" AND p."validFrom" < c.until
                  AND (p."validTo" IS NULL OR p."validTo" > c.until - make_interval(days => $5))
           ), c.price) AS price
      FROM (
        SELECT h.*, coalesce(before.price > h.price, false) AS "isReduction",
               CASE WHEN before.price > h.price THEN h."validFrom" ELSE $4::timestamptz END AS until
          FROM efi_price_history h
          LEFT JOIN LATERAL (
            SELECT p.price, p."validTo" FROM efi_price_history p
             WHERE p."variantId" = h."variantId" AND p."channelId" = h."channelId"
               AND p."currencyCode" = h."currencyCode" AND p."validFrom" < h."validFrom"
             ORDER BY p."validFrom" DESC LIMIT 1
          ) before ON before."validTo" > h."validFrom" - make_interval(days => $5)
         WHERE h."variantId" = ANY($1::int[]) AND h."channelId" = $2 AND h."currencyCode" = $3
           AND h."validTo" IS NULL
      ) c
      JOIN product_variant v ON v.id = c."variantId"`;

@Injectable()
export class PriceHistoryService {
    constructor(
        private readonly connection: TransactionalConnection,
        @Inject(PRICE_HISTORY_OPTIONS) private readonly options: ResolvedPriceHistoryOptions,
    ) {}

    /**
     * The lowest prices of many variants in the channel and currency of `ctx`, in one query. A variant without a
     * price there is left out.
     */
    async lowestPrices(
        ctx: RequestContext,
        variantIds: readonly ID[],
        now = new Date(),
    ): Promise<LowestPrice[]> {
        return this.connection.rawConnection.query<LowestPrice[]>(lowestPriceQuery, [
            variantIds,
            ctx.channelId,
            ctx.currencyCode,
            now,
            this.options.periodDays,
        ]);
    }

    /** All prices that a variant had in the active channel, the newest first. */
    async history(ctx: RequestContext, variantId: ID, skip: number, take: number): Promise<PriceHistoryList> {
        const [items, totalItems] = await this.connection.getRepository(ctx, PriceHistoryEntry).findAndCount({
            where: { variantId, channelId: ctx.channelId },
            order: { validFrom: 'DESC', id: 'DESC' },
            skip,
            take,
        });
        return { items, totalItems };
    }
}
