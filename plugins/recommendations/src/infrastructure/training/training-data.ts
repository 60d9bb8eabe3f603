import { Injectable } from '@nestjs/common';
import { behaviourHistory, consentCheck, type PastAct } from '@efi/plugin-kit';
import { TransactionalConnection } from '@vendure/core';
import type { TrainingSet } from '../../domain/model';
import { PURCHASE } from '../../domain/purchases';
import { Columns } from './columns';

/** What a model learns from, without anybody's id: people and baskets are numbers of this run. */
export interface TrainingData {
    readonly set: TrainingSet;
    /** By dense index. */
    readonly productIds: Int32Array;
    readonly orders: number;
    readonly people: number;
}

interface LineRow {
    readonly orderId: number;
    readonly customerId: number | null;
    readonly productId: number;
    /** Milliseconds since the epoch. */
    readonly at: number;
}

const ORDERS_PER_PAGE = 20_000;
const CUSTOMERS_PER_QUESTION = 10_000;
const DAY = 86_400_000;
/** How strongly an act speaks for a product, where a purchase is 1. */
const eventWeights: Readonly<Record<PastAct['type'], number>> = {
    'product-viewed': 0.1,
    'added-to-cart': 0.3,
};

/** Of who was deleted only the baskets are left. */
const page = `
    WITH placed AS (
        SELECT id, "customerId", "orderPlacedAt" FROM "order"
         WHERE id > $1 AND "orderPlacedAt" > $2 AND state <> 'Cancelled' ORDER BY id LIMIT ${ORDERS_PER_PAGE}
    )
    SELECT DISTINCT o.id AS "orderId", c.id AS "customerId", v."productId",
           (extract(epoch FROM o."orderPlacedAt") * 1000)::float8 AS at
      FROM placed o
      LEFT JOIN customer c ON c.id = o."customerId" AND c."deletedAt" IS NULL
      JOIN order_line l ON l."orderId" = o.id AND l.quantity > 0
      JOIN product_variant v ON v.id = l."productVariantId"
      JOIN product p ON p.id = v."productId" AND p."deletedAt" IS NULL
     ORDER BY o.id, v."productId"`;

interface ProductRow {
    readonly productId: number;
    readonly text: string;
    readonly facets: string[];
}

/** In the language in which most is written: words of two languages have nothing in common. */
const products = `
    SELECT p.id AS "productId",
           coalesce((SELECT t.name || ' ' || regexp_replace(t.description, '<[^>]*>', ' ', 'g')
                       FROM product_translation t WHERE t."baseId" = p.id
                      ORDER BY t."languageCode" = (
                          SELECT "languageCode" FROM product_translation GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1
                      ) DESC, t.id LIMIT 1), '') AS text,
           ARRAY(SELECT 'facet ' || f."facetValueId" FROM product_facet_values_facet_value f
                  WHERE f."productId" = p.id) AS facets
      FROM product p
     WHERE p."deletedAt" IS NULL
     ORDER BY p.id`;

/** More say no more, and would have to be held in memory: the latest are kept. */
const MOST_EVENTS = 3_000_000;

/**
 * Reads orders, and views and carts with consent, for training. What one person did is linked only when that person
 * agreed to personal recommendations, by the kit's consent check; everybody else's baskets, and anonymous sessions,
 * stand alone.
 */
@Injectable()
export class TrainingDataReader {
    constructor(private readonly connection: TransactionalConnection) {}

    async read(since: Date, until: Date): Promise<TrainingData> {
        const catalogue = await this.connection.rawConnection.query<ProductRow[]>(products);
        const lines = await this.lines(since);
        const events = await this.events(since);
        const people = [...lines, ...events].flatMap(({ customerId }) =>
            customerId === null ? [] : [Number(customerId)],
        );
        return toTrainingData(catalogue, lines, events, await this.consenting(new Set(people)), until);
    }

    private async lines(since: Date): Promise<LineRow[]> {
        const lines: LineRow[] = [];
        for (let last = 0; ;) {
            const rows = await this.connection.rawConnection.query<LineRow[]>(page, [last, since]);
            if (rows.length === 0) {
                return lines;
            }
            // One by one: a page can be longer than what a call takes as arguments.
            for (const row of rows) {
                lines.push(row);
            }
            last = rows.at(-1)?.orderId ?? last;
        }
    }

    private async events(since: Date): Promise<PastAct[]> {
        const events: PastAct[] = [];
        for await (const acts of behaviourHistory(this.connection.rawConnection).acts(since)) {
            for (const act of acts) {
                events.push(act);
            }
            if (events.length > 2 * MOST_EVENTS) {
                events.splice(0, events.length - MOST_EVENTS);
            }
        }
        return events.slice(-MOST_EVENTS);
    }

    private async consenting(people: ReadonlySet<number>): Promise<ReadonlySet<number>> {
        const check = consentCheck(this.connection.rawConnection);
        const all = [...people];
        const agreed = new Set<number>();
        for (let start = 0; start < all.length; start += CUSTOMERS_PER_QUESTION) {
            const asked = all.slice(start, start + CUSTOMERS_PER_QUESTION);
            for (const id of await check.consenting(asked, 'personalisation')) {
                agreed.add(Number(id));
            }
        }
        return agreed;
    }
}

function toTrainingData(
    catalogue: readonly ProductRow[],
    lines: readonly LineRow[],
    events: readonly PastAct[],
    agreed: ReadonlySet<number>,
    until: Date,
): TrainingData {
    const columns = new Columns(catalogue.map(({ productId }) => productId));
    for (const { orderId, customerId, productId, at } of lines) {
        const isLinked = customerId !== null && agreed.has(customerId);
        const who = isLinked ? `person ${customerId}` : `order ${orderId}`;
        columns.add({ who, basket: `order ${orderId}`, productId, at, weight: PURCHASE });
    }
    const bought = columns.counts();
    for (const { type, at, productId, session, customerId } of events) {
        const isLinked = customerId !== null && agreed.has(Number(customerId));
        const who = isLinked ? `person ${customerId}` : session === null ? undefined : `session ${session}`;
        if (who !== undefined) {
            const [moment, weight] = [at.getTime(), eventWeights[type]];
            const basket = `${who} on ${Math.floor(moment / DAY)}`;
            columns.add({ who, basket, productId: Number(productId), at: moment, weight });
        }
    }
    return {
        set: {
            ...columns.toSet(),
            until: until.getTime(),
            content: catalogue.map(({ text, facets }) => ({ text, facets })),
        },
        productIds: Int32Array.from(catalogue, ({ productId }) => productId),
        orders: bought.baskets,
        people: bought.people,
    };
}
