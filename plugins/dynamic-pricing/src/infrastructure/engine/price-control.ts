import { Injectable } from '@nestjs/common';
import { type ID, type RequestContext, TransactionalConnection } from '@vendure/core';
import { In } from 'typeorm';
import { type Offer, priceAt, readOffer, type StoredPrice, validOffer } from '../../domain/schedule/offer';
import { Audit } from '../audit';
import { EfiPriceDecision } from '../entities/price-decision.entity';
import { EfiPricingRun } from '../entities/pricing-run.entity';
import { OFFER } from '../stored-offer';
import { PriceEvents } from './price-events';
import { type PriceWrite, PriceWriter } from './price-writer';

interface PriceRow {
    readonly priceId: number;
    readonly variantId: number;
    readonly stored: StoredPrice;
}

/** What became of prices that somebody wanted changed. */
export interface Outcome {
    readonly changed: number;
    /** Left as they are, since somebody or something changed them since. */
    readonly overtaken: number;
    /** Of those that were left. */
    readonly overtakenVariantIds: readonly number[];
    readonly changedVariantIds: readonly number[];
}

/** What people do with the engine's prices: approve, reject, take a run back, put list prices back. */
@Injectable()
export class PriceControl {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly writer: PriceWriter,
        private readonly events: PriceEvents,
        private readonly audit: Audit,
    ) {}

    /**
     * Applies what waits for approval.
     *
     * @param ids - All that waits, when left out.
     */
    async approve(ctx: RequestContext, ids: readonly ID[] | undefined): Promise<Outcome> {
        const now = new Date();
        return this.settle(ctx, ids, 'decision.approved', async decisions => {
            const prices = await this.lockPrices(ctx, decisions);
            const writes = decisions.flatMap(decision => {
                const row = prices.get(Number(decision.variantId));
                const isAsThen =
                    row && priceAt(row.stored, now) === decision.previousPrice && decision.validUntil > now;
                return isAsThen ? [{ decision, write: applied(row, decision, now) }] : [];
            });
            const written = await this.writer.write(
                this.manager(ctx),
                writes.map(({ write }) => write),
            );
            return new Set(
                writes.filter(({ write }) => written.has(write.priceId)).map(({ decision }) => decision.id),
            );
        });
    }

    async reject(
        ctx: RequestContext,
        ids: readonly ID[] | undefined,
        reason: string | null,
    ): Promise<number> {
        const decisions = await this.waiting(ctx, ids);
        await this.mark(ctx, decisions, 'rejected');
        const decisionIds = decisions.map(({ id }) => id);
        await this.audit.record(ctx, 'decision.rejected', { decisionIds, reason });
        return decisions.length;
    }

    /** Puts the prices back that a run changed, but for those that somebody changed since. */
    async rollBack(ctx: RequestContext, run: EfiPricingRun, reason: string | null): Promise<Outcome> {
        const repository = this.connection.getRepository(ctx, EfiPriceDecision);
        const decisions = await repository.findBy({ runId: run.id, state: 'applied' });
        const prices = await this.lockPrices(ctx, decisions);
        const writes = decisions.flatMap(decision => {
            const row = prices.get(Number(decision.variantId));
            return row && isStillOf(decision, row.stored) ? [{ decision, write: undone(row, decision) }] : [];
        });
        const written = await this.writer.write(
            this.manager(ctx),
            writes.map(({ write }) => write),
        );
        const undoneIds = new Set(
            writes.filter(({ write }) => written.has(write.priceId)).map(({ decision }) => decision.id),
        );
        await this.mark(
            ctx,
            decisions.filter(({ id }) => undoneIds.has(id)),
            'rolled-back',
        );
        await this.connection.getRepository(ctx, EfiPricingRun).update(run.id, { state: 'rolled-back' });
        const outcome = outcomeOf(decisions, undoneIds);
        await this.audit.record(ctx, 'run.rolled-back', { runId: run.id, reason, ...outcome });
        return outcome;
    }

    /**
     * Takes the engine's offers off prices, so that list prices hold.
     *
     * @param ruleId - Of a sale; all offers of the channel and currency when left out.
     */
    async restoreListPrices(ctx: RequestContext, which: { currencyCode: string } | { ruleId: number }) {
        const isOfRule = 'ruleId' in which;
        const [rows] = await this.manager(ctx).query<[{ variantId: number }[], number]>(
            `UPDATE product_variant_price
                SET price = CASE WHEN price = (${OFFER}->>'price')::int THEN (${OFFER}->>'list')::int ELSE price END,
                    ${OFFER} = NULL, "updatedAt" = now()
              WHERE ${OFFER} IS NOT NULL AND "channelId" = $1
                AND ${isOfRule ? `(${OFFER}->>'ruleId')::int = $2` : '"currencyCode" = $2'}
          RETURNING "variantId"`,
            [ctx.channelId, isOfRule ? which.ruleId : which.currencyCode],
        );
        const variantIds = rows.map(({ variantId }) => variantId);
        await this.audit.record(ctx, 'list-prices.restored', { ...which, variantIds });
        return variantIds;
    }

    /** After the transaction has committed: what is told is read by others. */
    published(ctx: RequestContext, variantIds: readonly number[]): Promise<void> {
        return this.events.published(ctx, variantIds);
    }

    private async settle(
        ctx: RequestContext,
        ids: readonly ID[] | undefined,
        action: string,
        apply: (decisions: readonly EfiPriceDecision[]) => Promise<ReadonlySet<string>>,
    ): Promise<Outcome> {
        const decisions = await this.waiting(ctx, ids);
        const done = await apply(decisions);
        await this.mark(
            ctx,
            decisions.filter(({ id }) => done.has(id)),
            'applied',
        );
        await this.mark(
            ctx,
            decisions.filter(({ id }) => !done.has(id)),
            'overtaken',
        );
        const outcome = outcomeOf(decisions, done);
        await this.audit.record(ctx, action, { decisionIds: [...done], ...outcome });
        return outcome;
    }

    private waiting(ctx: RequestContext, ids: readonly ID[] | undefined): Promise<EfiPriceDecision[]> {
        return this.connection.getRepository(ctx, EfiPriceDecision).find({
            where: {
                channelId: ctx.channelId,
                state: 'waiting',
                ...(ids ? { id: In(ids.map(String)) } : {}),
            },
            order: { id: 'ASC' },
            lock: { mode: 'pessimistic_write' },
        });
    }

    private async mark(
        ctx: RequestContext,
        decisions: readonly EfiPriceDecision[],
        state: 'applied' | 'rejected' | 'overtaken' | 'rolled-back',
    ): Promise<void> {
        await this.manager(ctx).query(
            `UPDATE efi_price_decision
                SET state = $2, "decidedBy" = $3, "appliedAt" = CASE $2 WHEN 'applied' THEN now() ELSE "appliedAt" END
              WHERE id = ANY($1::bigint[])`,
            [decisions.map(({ id }) => id), state, ctx.session?.user?.identifier ?? 'engine'],
        );
    }

    private async lockPrices(
        ctx: RequestContext,
        decisions: readonly EfiPriceDecision[],
    ): Promise<ReadonlyMap<number, PriceRow>> {
        const [first] = decisions;
        if (!first) {
            return new Map();
        }
        const rows = await this.manager(ctx).query<
            { priceId: number; variantId: number; price: number; offer: unknown; currencyCode: string }[]
        >(
            `SELECT id AS "priceId", "variantId", price, ${OFFER} AS offer, "currencyCode" FROM product_variant_price
              WHERE "channelId" = $1 AND "variantId" = ANY($2::int[]) AND "currencyCode" = ANY($3::text[])
              ORDER BY id FOR UPDATE`,
            [
                ctx.channelId,
                decisions.map(({ variantId }) => variantId),
                [...new Set(decisions.map(({ currencyCode }) => currencyCode))],
            ],
        );
        const currencyOf = new Map(
            decisions.map(({ variantId, currencyCode }) => [Number(variantId), currencyCode]),
        );
        return new Map(
            rows
                .filter(({ variantId, currencyCode }) => currencyOf.get(variantId) === currencyCode)
                .map(({ priceId, variantId, price, offer }) => [
                    variantId,
                    { priceId, variantId, stored: { price, offer: readOffer(offer) } },
                ]),
        );
    }

    private manager(ctx: RequestContext) {
        return this.connection.getRepository(ctx, EfiPriceDecision).manager;
    }
}

function applied(row: PriceRow, decision: EfiPriceDecision, now: Date): PriceWrite {
    const { priceId, stored: before } = row;
    const { price, listPrice: list, validFrom, validUntil, isSale, trace } = decision;
    if (price === list && !isSale) {
        return { priceId, before, price, offer: null };
    }
    const offer: Offer = {
        list,
        price,
        from: validFrom.getTime(),
        until: validUntil.getTime(),
        isSale,
        ruleId: isSale ? (trace.fired[0]?.ruleId ?? null) : null,
    };
    return { priceId, before, price: validFrom <= now ? price : list, offer };
}

/** Whether the price is as the decision left it, whether its time has come or not. */
function isStillOf(decision: EfiPriceDecision, stored: StoredPrice): boolean {
    const offer = validOffer(stored);
    return offer
        ? offer.price === decision.price && offer.list === decision.listPrice
        : stored.offer === null && stored.price === decision.price;
}

function undone({ priceId, stored: before }: PriceRow, decision: EfiPriceDecision): PriceWrite {
    const { previousPrice: price, listPrice: list, validUntil } = decision;
    const isList = price === list;
    const offer: Offer = {
        list,
        price,
        from: decision.createdAt.getTime(),
        until: validUntil.getTime(),
        isSale: false,
        ruleId: null,
    };
    return { priceId, before, price, offer: isList ? null : offer };
}

function outcomeOf(decisions: readonly EfiPriceDecision[], done: ReadonlySet<string>): Outcome {
    const ids = (isDone: boolean) =>
        decisions.filter(({ id }) => done.has(id) === isDone).map(({ variantId }) => Number(variantId));
    const changedVariantIds = ids(true);
    const overtakenVariantIds = ids(false);
    return {
        changed: changedVariantIds.length,
        overtaken: overtakenVariantIds.length,
        changedVariantIds,
        overtakenVariantIds,
    };
}
