import { Injectable } from '@nestjs/common';
import { TransactionalConnection } from '@vendure/core';
import { estimateElasticities } from '../../domain/elasticity/estimate-elasticities';
import type { SalesHistory } from '../../domain/elasticity/sales-history';
import { clampTo } from '../../domain/guards/clamp';
import { boundsOf } from '../../domain/guards/guards';
import { bestPrice } from '../../domain/simulation/best-price';
import type { PriceToDecide } from './facts-reader';
import type { RunContext } from './run-context';

interface WeekRow {
    readonly variantId: number;
    readonly family: number;
    readonly week: number;
    readonly price: number;
    readonly units: number;
}

/** Weeks of sales that are learned from. */
const WEEKS = 104;

/** Whole weeks; a week's price is what its units cost in the mean, as prices are entered in the channel. */
const SALES = `
    SELECT l."productVariantId" AS "variantId", v."productId" AS family,
           floor(extract(epoch FROM o."orderPlacedAt") / 604800)::int AS week,
           (sum(l."listPrice"::float8 * l.quantity) / sum(l.quantity)) AS price, sum(l.quantity)::int AS units
      FROM "order" o
      JOIN order_channels_channel c ON c."orderId" = o.id AND c."channelId" = $1
      JOIN order_line l ON l."orderId" = o.id AND l.quantity > 0
      JOIN product_variant v ON v.id = l."productVariantId"
     WHERE o."currencyCode" = $2 AND o.state <> 'Cancelled'
       AND o."orderPlacedAt" >= now() - interval '${WEEKS} weeks'
     GROUP BY 1, 2, 3 ORDER BY 1, 3`;

/**
 * The prices of highest expected margin, of variants whose sales tell their elasticity. A family is a product with
 * its variants. Who has no cost, or too few sales, is left out.
 */
@Injectable()
export class BestPrices {
    constructor(private readonly connection: TransactionalConnection) {}

    /** By variant, as far as sales can tell; none when no rule asks for them. */
    private async elasticitiesOf(run: RunContext): Promise<Elasticities> {
        if (!run.rules.some(({ effect }) => effect.kind === 'elasticity')) {
            return new Map();
        }
        const rows = await this.connection.rawConnection.query<WeekRow[]>(SALES, [
            run.channelId,
            run.currencyCode,
        ]);
        const families = grouped(rows, ({ family }) => family);
        return new Map(families.flatMap(family => [...estimateElasticities(historiesOf(family))]));
    }

    /** For a run: asked once for each price. */
    async of(run: RunContext): Promise<(price: PriceToDecide) => number | null> {
        const elasticities = await this.elasticitiesOf(run);
        return price => this.bestFor(price, run, elasticities);
    }

    /** @returns The price, or `null` where it can't be told. */
    private bestFor(
        { facts, guards }: PriceToDecide,
        run: RunContext,
        elasticities: Elasticities,
    ): number | null {
        const elasticity = elasticities.get(String(facts.variantId));
        if (elasticity?.kind !== 'estimated' || facts.cost === null) {
            return null;
        }
        const proposal = bestPrice({
            elasticity,
            unitCost: facts.cost,
            currentPrice: facts.currentPrice,
            // The cost has the tax on it where prices do: the best price is the same, and so are floors.
            taxRate: 0,
            clamp: clampTo(facts.currentPrice, boundsOf(run.guards, guards, facts)),
        });
        return proposal.kind === 'proposed' ? proposal.price : null;
    }
}

type Elasticities = ReturnType<typeof estimateElasticities>;

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
