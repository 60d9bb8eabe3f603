import { auditTrail } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import { TransactionalConnection } from '@vendure/core';
import type { EntityManager } from 'typeorm';
import type { Trace } from '../../domain/rules/decide';
import type { Offer, StoredPrice } from '../../domain/schedule/offer';
import type { DecisionState } from '../entities/price-decision.entity';
import { OFFER } from '../stored-offer';
import type { Decision, DecidedPage } from './decide-page';
import { ruleOf } from './decide-page';
import type { PriceToDecide } from './facts-reader';

/** A price row as it was read, and as it shall be. */
export interface PriceWrite {
    readonly priceId: number;
    readonly before: StoredPrice;
    readonly price: number;
    readonly offer: Offer | null;
}

interface RunOf {
    readonly id: number;
    readonly channelId: number;
    readonly currencyCode: string;
}

const WRITE = `
    WITH input AS (
        SELECT * FROM jsonb_to_recordset($1::jsonb)
            AS r("priceId" int, "wasPrice" int, "wasOffer" jsonb, price int, offer jsonb)
    )
    UPDATE product_variant_price p
       SET price = i.price, ${OFFER} = i.offer, "updatedAt" = now()
      FROM input i
     WHERE p.id = i."priceId" AND p.price = i."wasPrice" AND p.${OFFER} IS NOT DISTINCT FROM i."wasOffer"
 RETURNING p.id`;

/** Prices that one entry of the audit trail tells of: it has room for some. */
const MOST_TOLD = 1000;

/** Together with the rest of a page it is planned each time, for its size changes. */
const RECORD = `
    INSERT INTO efi_price_decision
        ("runId", "channelId", "currencyCode", "variantId", state, "previousPrice", "listPrice", price,
         "validFrom", "validUntil", "isSale", "appliedAt", trace)
    SELECT $2, $3, $4, r."variantId", r.state, r."previousPrice", r."listPrice", r.price, r."validFrom",
           r."validUntil", r."isSale", CASE r.state WHEN 'applied' THEN now() END, r.trace
      FROM jsonb_to_recordset($1::jsonb)
        AS r("variantId" int, state text, "previousPrice" int, "listPrice" int, price int,
             "validFrom" timestamptz, "validUntil" timestamptz, "isSale" boolean, trace jsonb)`;

const RENEW = `
    UPDATE product_variant_price SET ${OFFER} = jsonb_set(${OFFER}, '{until}', to_jsonb($2::bigint))
     WHERE id = ANY($1::int[]) AND (${OFFER}->>'isSale') = 'false'`;

/** Writes prices in sets, each with the decision that made it. A price that somebody changed since stays. */
@Injectable()
export class PriceWriter {
    constructor(private readonly connection: TransactionalConnection) {}

    /** @returns The variants whose prices were written. */
    applyPage(run: RunOf, { decisions, renewed }: DecidedPage, until: Date): Promise<number[]> {
        return this.inTransaction(async manager => {
            const written = await this.write(manager, decisions.map(writeOf));
            await this.record(manager, run, decisions, ({ priceId }) =>
                written.has(priceId) ? 'applied' : 'overtaken',
            );
            await this.renew(manager, renewed, until);
            return decisions
                .filter(({ priceId }) => written.has(priceId))
                .map(({ facts }) => facts.variantId);
        });
    }

    /** Keeps decisions without doing what they say. What waited for approval about the same prices is overtaken. */
    keepPage(run: RunOf, { decisions, renewed }: DecidedPage, state: 'recommended' | 'waiting', until: Date) {
        return this.inTransaction(async manager => {
            await manager.query(
                `UPDATE efi_price_decision SET state = 'overtaken'
                  WHERE "channelId" = $1 AND "currencyCode" = $2 AND state = 'waiting' AND "variantId" = ANY($3::int[])`,
                [run.channelId, run.currencyCode, decisions.map(({ facts }) => facts.variantId)],
            );
            await this.record(manager, run, decisions, () => state);
            await this.renew(manager, renewed, until);
        });
    }

    /** @returns The ids of the price rows that were still as they were read, and are written. */
    async write(manager: EntityManager, writes: readonly PriceWrite[]): Promise<Set<number>> {
        if (writes.length === 0) {
            return new Set();
        }
        const rows = writes.map(({ priceId, before, price, offer }) => ({
            priceId,
            wasPrice: before.price,
            wasOffer: before.offer,
            price,
            offer,
        }));
        const [written] = await manager.query<[{ id: number }[], number]>(WRITE, [JSON.stringify(rows)]);
        const ids = new Set(written.map(({ id }) => id));
        await this.tell(
            manager,
            writes.filter(({ priceId, before, price }) => ids.has(priceId) && before.price !== price),
        );
        return ids;
    }

    /** From what to what, by the numbers of price rows; why is told with the run or the decision. */
    private async tell(manager: EntityManager, writes: readonly PriceWrite[]): Promise<void> {
        const trail = auditTrail(this.connection.rawConnection);
        for (let first = 0; first < writes.length; first += MOST_TOLD) {
            const some = writes.slice(first, first + MOST_TOLD);
            await trail.recordIn(manager, {
                action: 'pricing.prices-written',
                resource: { type: 'ProductVariantPrice' },
                before: Object.fromEntries(some.map(({ priceId, before }) => [priceId, before.price])),
                after: Object.fromEntries(some.map(({ priceId, price }) => [priceId, price])),
            });
        }
    }

    private async record(
        manager: EntityManager,
        run: RunOf,
        decisions: readonly Decision[],
        stateOf: (decision: Decision) => DecisionState,
    ): Promise<void> {
        if (decisions.length === 0) {
            return;
        }
        const rows = decisions.map(decision => ({
            variantId: decision.facts.variantId,
            state: stateOf(decision),
            previousPrice: decision.facts.currentPrice,
            listPrice: decision.facts.listPrice,
            price: decision.trace.price,
            validFrom: decision.window.from,
            validUntil: decision.window.until,
            isSale: decision.isSale,
            trace: decision.trace satisfies Trace,
        }));
        await manager.query(RECORD, [JSON.stringify(rows), run.id, run.channelId, run.currencyCode]);
    }

    private async renew(
        manager: EntityManager,
        renewed: readonly PriceToDecide[],
        until: Date,
    ): Promise<void> {
        if (renewed.length > 0) {
            await manager.query(RENEW, [renewed.map(({ priceId }) => priceId), until.getTime()]);
        }
    }

    private inTransaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
        return this.connection.rawConnection.transaction(work);
    }
}

function writeOf({ priceId, stored, facts, trace, window, isSale }: Decision): PriceWrite {
    const { listPrice: list } = facts;
    const { price } = trace;
    const before = stored;
    if (price === list && !isSale) {
        return { priceId, before, price, offer: null };
    }
    const from = window.from.getTime();
    const until = window.until.getTime();
    const offer = { list, price, from, until, isSale, ruleId: isSale ? ruleOf(trace) : null };
    // The price of a sale that is to come is written when its time has; who reads the row goes by the clock anyway.
    const isOn = from <= Date.parse(trace.at);
    return { priceId, before, price: isOn ? price : list, offer };
}
