import { Injectable } from '@nestjs/common';
import { TransactionalConnection } from '@vendure/core';
import type { VariantGuards } from '../../domain/guards/guards';
import type { RuleKind } from '../../domain/rules/rule';
import { type CompetitorPrice, isInScope, type VariantFacts } from '../../domain/rules/variant-facts';
import { listPriceOf, priceAt, readOffer, type StoredPrice } from '../../domain/schedule/offer';
import { OFFER } from '../stored-offer';
import type { RunContext } from './run-context';

/** A price as it was read, with all that decides about it. */
export interface PriceToDecide {
    readonly priceId: number;
    readonly stored: StoredPrice;
    readonly facts: VariantFacts;
    readonly guards: VariantGuards;
}

/** What holds for a whole run. */
export interface RunFacts {
    readonly dayStartPrices: ReadonlyMap<number, number>;
    readonly demand: ReadonlyMap<number, { readonly sold: number; readonly expected: number }>;
    readonly componentPrices: Readonly<Record<string, number>>;
    /** The price of highest expected margin, where sales tell. */
    readonly bestPriceOf: (price: PriceToDecide) => number | null;
}

interface Row {
    readonly priceId: number;
    readonly variantId: number;
    readonly productId: number;
    readonly taxCategoryId: number;
    readonly price: number;
    readonly offer: unknown;
    readonly ageDays: number;
    readonly stock: number | null;
    readonly cost: number | null;
    readonly floor: number | null;
    readonly ceiling: number | null;
    readonly manufacturerPrice: number | null;
    readonly isLocked: boolean | null;
    readonly collectionIds: number[] | null;
    readonly facetValueIds: number[] | null;
    readonly competitors: CompetitorPrice[] | null;
}

/** Weeks before the last one, whose mean is what is expected of a week. */
const WEEKS = 8;

/** Reads facts in sets: a page of variants is one query, whatever their number and that of the rules. */
@Injectable()
export class FactsReader {
    constructor(private readonly connection: TransactionalConnection) {}

    async count({ channelId, currencyCode }: RunContext): Promise<number> {
        const [row] = await this.query<{ count: number }>(
            `SELECT count(*)::int AS count FROM product_variant_price p
               JOIN product_variant v ON v.id = p."variantId" AND v."deletedAt" IS NULL
              WHERE p."channelId" = $1 AND p."currencyCode" = $2`,
            [channelId, currencyCode],
        );
        return row?.count ?? 0;
    }

    async ofRun(run: RunContext): Promise<Omit<RunFacts, 'bestPriceOf'>> {
        const has = (kind: RuleKind) => run.rules.some(({ effect }) => effect.kind === kind);
        return {
            dayStartPrices: await this.dayStartPrices(run),
            demand: has('demand') ? await this.demand(run) : new Map(),
            componentPrices: has('bundle') ? await this.componentPrices(run) : {},
        };
    }

    /** Prices after `afterPriceId`, by their ids; or those of some variants. */
    async page(
        run: RunContext,
        ofRun: RunFacts,
        now: Date,
        which:
            | { readonly afterPriceId: number; readonly take: number }
            | { readonly variantIds: readonly number[] },
    ): Promise<PriceToDecide[]> {
        const needs = (...kinds: RuleKind[]) => run.rules.some(({ effect }) => kinds.includes(effect.kind));
        const scoped = (name: 'collectionIds' | 'facetValueIds') =>
            run.rules.some(({ scope }) => (scope[name] ?? []).length > 0);
        const limit = 'take' in which ? `p.id > $3 ORDER BY p.id LIMIT $4` : 'p."variantId" = ANY($3::int[])';
        const rows = await this.query<Row>(
            `WITH page AS MATERIALIZED (
                SELECT p.id AS "priceId", p."variantId", p.price, p.${OFFER} AS offer, v."productId",
                       v."taxCategoryId", extract(epoch FROM now() - v."createdAt") / 86400 AS age
                  FROM product_variant_price p
                  JOIN product_variant v ON v.id = p."variantId" AND v."deletedAt" IS NULL
                 WHERE p."channelId" = $1 AND p."currencyCode" = $2 AND ${limit}
             )
             SELECT page."priceId", page."variantId", page."productId", page."taxCategoryId", page.price, page.offer,
                    floor(page.age)::int AS "ageDays", cost.cost, guard.floor, guard.ceiling,
                    guard."manufacturerPrice", guard."isLocked",
                    ${needs('stock') ? STOCK : 'NULL::int'} AS stock,
                    ${scoped('collectionIds') ? COLLECTIONS : 'NULL::int[]'} AS "collectionIds",
                    ${scoped('facetValueIds') ? FACET_VALUES : 'NULL::int[]'} AS "facetValueIds",
                    ${needs('competitor') ? COMPETITORS : 'NULL::json'} AS competitors
               FROM page
               LEFT JOIN efi_variant_cost cost
                 ON cost."variantId" = page."variantId" AND cost."currencyCode" = $2
               LEFT JOIN efi_pricing_variant_guard guard
                 ON guard."variantId" = page."variantId" AND guard."channelId" = $1 AND guard."currencyCode" = $2
              ORDER BY page."priceId"`,
            'take' in which
                ? [run.channelId, run.currencyCode, which.afterPriceId, which.take]
                : [run.channelId, run.currencyCode, which.variantIds],
        );
        return rows.map(row => toDecide(row, run, ofRun, now));
    }

    /** With what each price that the engine moved today began the day. */
    private async dayStartPrices({ channelId, currencyCode }: RunContext): Promise<Map<number, number>> {
        const rows = await this.query<{ variantId: number; price: number }>(
            `SELECT DISTINCT ON ("variantId") "variantId", "previousPrice" AS price FROM efi_price_decision
              WHERE "channelId" = $1 AND "currencyCode" = $2 AND state IN ('applied', 'rolled-back')
                AND "appliedAt" >= date_trunc('day', now())
              ORDER BY "variantId", id`,
            [channelId, currencyCode],
        );
        return new Map(rows.map(({ variantId, price }) => [variantId, price]));
    }

    /** Units sold in the last seven days, and in a mean week of the eight before. */
    private async demand({ channelId }: RunContext) {
        const rows = await this.query<{ variantId: number; sold: number; expected: number }>(
            `SELECT l."productVariantId" AS "variantId",
                    coalesce(sum(l.quantity) FILTER (WHERE o."orderPlacedAt" >= now() - interval '7 days'), 0)::float
                        AS sold,
                    coalesce(sum(l.quantity) FILTER (WHERE o."orderPlacedAt" < now() - interval '7 days'), 0)::float
                        / ${WEEKS} AS expected
               FROM "order" o
               JOIN order_channels_channel c ON c."orderId" = o.id AND c."channelId" = $1
               JOIN order_line l ON l."orderId" = o.id
              WHERE o."orderPlacedAt" >= now() - interval '${(WEEKS + 1) * 7} days' AND o.state <> 'Cancelled'
              GROUP BY 1`,
            [channelId],
        );
        return new Map(rows.map(({ variantId, sold, expected }) => [variantId, { sold, expected }]));
    }

    private async componentPrices(run: RunContext): Promise<Record<string, number>> {
        const ids = run.rules.flatMap(({ effect }) =>
            effect.kind === 'bundle' ? effect.components.map(({ variantId }) => variantId) : [],
        );
        const rows = await this.query<{ variantId: number; price: number; offer: unknown }>(
            `SELECT "variantId", price, ${OFFER} AS offer FROM product_variant_price
              WHERE "channelId" = $1 AND "currencyCode" = $2 AND "variantId" = ANY($3::int[])`,
            [run.channelId, run.currencyCode, ids],
        );
        return Object.fromEntries(
            rows.map(({ variantId, price, offer }) => [
                variantId,
                listPriceOf({ price, offer: readOffer(offer) }),
            ]),
        );
    }

    private query<Result>(text: string, parameters: unknown[]): Promise<Result[]> {
        return this.connection.rawConnection.query<Result[]>(text, parameters);
    }
}

const STOCK = `(SELECT sum(s."stockOnHand" - s."stockAllocated")::int FROM stock_level s
    WHERE s."productVariantId" = page."variantId")`;

const COLLECTIONS = `(SELECT array_agg(c."collectionId") FROM collection_product_variants_product_variant c
    WHERE c."productVariantId" = page."variantId")`;

const FACET_VALUES = `(SELECT array_agg(f."facetValueId") FROM (
    SELECT "facetValueId" FROM product_variant_facet_values_facet_value
     WHERE "productVariantId" = page."variantId"
     UNION SELECT "facetValueId" FROM product_facet_values_facet_value WHERE "productId" = page."productId") f)`;

const COMPETITORS = `(SELECT json_agg(json_build_object('competitor', c.competitor, 'price', c.price,
        'ageHours', extract(epoch FROM now() - c."observedAt") / 3600) ORDER BY c.competitor)
    FROM efi_competitor_price c
    WHERE c."variantId" = page."variantId" AND c."channelId" = $1 AND c."currencyCode" = $2)`;

function toDecide(row: Row, run: RunContext, ofRun: RunFacts, now: Date): PriceToDecide {
    const stored: StoredPrice = { price: row.price, offer: readOffer(row.offer) };
    const currentPrice = priceAt(stored, now);
    const tax = run.taxOnCost.get(row.taxCategoryId) ?? 0;
    const facts: VariantFacts = {
        variantId: row.variantId,
        productId: row.productId,
        collectionIds: row.collectionIds ?? [],
        facetValueIds: row.facetValueIds ?? [],
        currentPrice,
        listPrice: listPriceOf(stored),
        dayStartPrice: ofRun.dayStartPrices.get(row.variantId) ?? currentPrice,
        cost: row.cost === null ? null : (row.cost * (100 + tax)) / 100,
        stock: row.stock,
        ageDays: row.ageDays,
        demand: ofRun.demand.get(row.variantId) ?? null,
        competitors: row.competitors ?? [],
        componentPrices: {},
        bestPrice: null,
    };
    // Only a set's own trace carries what its parts cost.
    const isSet = run.rules.some(({ effect, scope }) => effect.kind === 'bundle' && isInScope(scope, facts));
    const price: PriceToDecide = {
        priceId: row.priceId,
        stored,
        facts: isSet ? { ...facts, componentPrices: ofRun.componentPrices } : facts,
        guards: {
            floor: row.floor,
            ceiling: row.ceiling,
            manufacturerPrice: row.manufacturerPrice,
            isLocked: row.isLocked === true,
        },
    };
    return { ...price, facts: { ...price.facts, bestPrice: ofRun.bestPriceOf(price) } };
}
