import { Injectable } from '@nestjs/common';
import { TransactionalConnection } from '@vendure/core';
import { estimateElasticities } from '../../domain/elasticity/estimate-elasticities';
import type { SalesHistory } from '../../domain/elasticity/sales-history';

/** What a variant sold in a week. Its price is what a unit cost in the mean, as prices are entered in the channel. */
export interface WeekRow {
    readonly variantId: number;
    /** A product with its variants. */
    readonly family: number;
    /** Whole weeks since 1970. */
    readonly week: number;
    readonly price: number;
    readonly units: number;
}

/** Weeks of sales that are learned from. */
const WEEKS = 104;

const OF_CHANNEL = `
      FROM "order" o
      JOIN order_channels_channel c ON c."orderId" = o.id AND c."channelId" = $1
      JOIN order_line l ON l."orderId" = o.id AND l.quantity > 0
      JOIN product_variant v ON v.id = l."productVariantId"
     WHERE o."currencyCode" = $2 AND o.state <> 'Cancelled'
       AND o."orderPlacedAt" >= now() - interval '${WEEKS} weeks'`;

const SALES = `
    SELECT l."productVariantId" AS "variantId", v."productId" AS family,
           floor(extract(epoch FROM o."orderPlacedAt") / 604800)::int AS week,
           (sum(l."listPrice"::float8 * l.quantity) / sum(l.quantity)) AS price, sum(l.quantity)::int AS units
    ${OF_CHANNEL} AND ($3::int[] IS NULL OR v."productId" = ANY($3::int[]))
     GROUP BY 1, 2, 3 ORDER BY 1, 3`;

const BEST_SELLING = `
    SELECT l."productVariantId" AS "variantId" ${OF_CHANNEL} AND v."deletedAt" IS NULL
     GROUP BY 1 ORDER BY sum(l.quantity) DESC, 1 LIMIT $3`;

interface Place {
    readonly channelId: number;
    readonly currencyCode: string;
}

/** The shop's own sales by week, of two years. */
@Injectable()
export class SalesWeeks {
    constructor(private readonly connection: TransactionalConnection) {}

    /** @param families - All, when left out. */
    of({ channelId, currencyCode }: Place, families?: readonly number[]): Promise<WeekRow[]> {
        return this.connection.rawConnection.query<WeekRow[]>(SALES, [
            channelId,
            currencyCode,
            families ?? null,
        ]);
    }

    async bestSelling({ channelId, currencyCode }: Place, take: number): Promise<number[]> {
        const rows = await this.connection.rawConnection.query<{ variantId: number }[]>(BEST_SELLING, [
            channelId,
            currencyCode,
            take,
        ]);
        return rows.map(({ variantId }) => variantId);
    }
}

/** By variant's id. */
export function elasticitiesOf(rows: readonly WeekRow[]): ReturnType<typeof estimateElasticities> {
    const families = grouped(rows, ({ family }) => family);
    return new Map(families.flatMap(family => [...estimateElasticities(historiesOf(family))]));
}

function historiesOf(rows: readonly WeekRow[]): SalesHistory[] {
    return grouped(rows, ({ variantId }) => variantId).map(weeks => ({
        id: String(weeks[0]?.variantId),
        weeks: weeks.map(({ week, price, units }) => ({ week, price, units, controls: [] })),
    }));
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => number): Row[][] {
    const groups = new Map<number, Row[]>();
    for (const row of rows) {
        const group = groups.get(keyOf(row)) ?? [];
        groups.set(keyOf(row), group);
        group.push(row);
    }
    return [...groups.values()];
}
