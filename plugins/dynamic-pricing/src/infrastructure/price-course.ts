import { PriceHistoryEntry } from '@efi/price-history-plugin';
import { Injectable } from '@nestjs/common';
import { type CurrencyCode, type ID, type RequestContext, TransactionalConnection } from '@vendure/core';
import { MoreThan } from 'typeorm';
import { EfiPriceDecision } from './entities/price-decision.entity';

export interface PriceStep {
    readonly at: Date;
    readonly price: number;
    readonly decision: EfiPriceDecision | null;
}

/** A price is written this long after it was decided, at most: the history has the moment of the commit. */
const COMMITTED_WITHIN_MS = 60_000;

/** More steps than a chart can show. */
const MOST = 1_000;

/** How a variant's price went, with the engine's reasons. */
@Injectable()
export class PriceCourse {
    constructor(private readonly connection: TransactionalConnection) {}

    async of(
        ctx: RequestContext,
        variantId: ID,
        currencyCode: CurrencyCode,
        since: Date,
    ): Promise<PriceStep[]> {
        const ofPrice = { variantId, channelId: ctx.channelId, currencyCode };
        const decisions = await this.connection.getRepository(ctx, EfiPriceDecision).find({
            where: [
                { ...ofPrice, state: 'applied', validUntil: MoreThan(since) },
                { ...ofPrice, state: 'rolled-back', validUntil: MoreThan(since) },
            ],
            order: { id: 'DESC' },
            take: MOST,
        });
        if (!this.hasHistory()) {
            return decisions.reverse().map(decision => ({ ...momentOf(decision), decision }));
        }
        const entries = await this.connection
            .getRepository(ctx, PriceHistoryEntry)
            .createQueryBuilder('entry')
            .where(ofPrice)
            .andWhere('(entry."validTo" IS NULL OR entry."validTo" > :since)', { since })
            .orderBy('entry."validFrom"', 'DESC')
            .take(MOST)
            .getMany();
        return entries.reverse().map(({ validFrom, price }) => ({
            at: validFrom,
            price,
            decision: decisions.find(decision => isOf(decision, validFrom, price)) ?? null,
        }));
    }

    /** A shop without the price history plugin sees the engine's own steps only. */
    private hasHistory(): boolean {
        return this.connection.rawConnection.hasMetadata(PriceHistoryEntry);
    }
}

function momentOf({ validFrom, appliedAt, price }: EfiPriceDecision): { at: Date; price: number } {
    return { at: appliedAt && appliedAt > validFrom ? appliedAt : validFrom, price };
}

/** Whether a price of the history began by a decision. A sale begins when it was announced, or a little later. */
function isOf(decision: EfiPriceDecision, from: Date, price: number): boolean {
    const late = from.getTime() - momentOf(decision).at.getTime();
    return decision.price === price && late > -COMMITTED_WITHIN_MS && late < COMMITTED_WITHIN_MS;
}
