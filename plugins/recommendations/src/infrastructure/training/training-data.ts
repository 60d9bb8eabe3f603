import { Injectable } from '@nestjs/common';
import { consentCheck } from '@efi/plugin-kit';
import { TransactionalConnection } from '@vendure/core';
import type { TrainingSet } from '../../domain/model';

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

const page = `
    WITH placed AS (
        SELECT id, "customerId", "orderPlacedAt" FROM "order"
         WHERE id > $1 AND "orderPlacedAt" > $2 AND state <> 'Cancelled' ORDER BY id LIMIT ${ORDERS_PER_PAGE}
    )
    SELECT DISTINCT o.id AS "orderId", o."customerId", v."productId",
           (extract(epoch FROM o."orderPlacedAt") * 1000)::float8 AS at
      FROM placed o
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

/**
 * Reads orders for training. Baskets of one person are linked only when that person agreed to personal
 * recommendations, by the kit's consent check; everybody else's stand alone.
 */
@Injectable()
export class TrainingDataReader {
    constructor(private readonly connection: TransactionalConnection) {}

    async read(since: Date, until: Date): Promise<TrainingData> {
        const catalogue = await this.connection.rawConnection.query<ProductRow[]>(products);
        const lines: LineRow[] = [];
        for (let last = 0; ;) {
            const rows = await this.connection.rawConnection.query<LineRow[]>(page, [last, since]);
            if (rows.length === 0) {
                break;
            }
            // One by one: a page can be longer than what a call takes as arguments.
            for (const row of rows) {
                lines.push(row);
            }
            last = rows.at(-1)?.orderId ?? last;
        }
        return toTrainingData(catalogue, lines, await this.consenting(lines), until);
    }

    private async consenting(lines: readonly LineRow[]): Promise<ReadonlySet<number>> {
        const check = consentCheck(this.connection.rawConnection);
        const all = [
            ...new Set(lines.flatMap(({ customerId }) => (customerId === null ? [] : [customerId]))),
        ];
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
    agreed: ReadonlySet<number>,
    until: Date,
): TrainingData {
    const [users, people, baskets] = [new Dense<string>(), new Dense<number>(), new Dense<number>()];
    const items = new Map(catalogue.map(({ productId }, index) => [productId, index]));
    const known = lines.filter(({ productId }) => items.has(productId));
    const columns = {
        user: new Int32Array(known.length),
        item: Int32Array.from(known, ({ productId }) => items.get(productId) ?? 0),
        basket: Int32Array.from(known, ({ orderId }) => baskets.of(orderId)),
        at: Float64Array.from(known, ({ at }) => at),
        weight: new Float32Array(known.length).fill(1),
    };
    for (const [index, { orderId, customerId }] of known.entries()) {
        const isLinked = customerId !== null && agreed.has(customerId);
        columns.user[index] = users.of(isLinked ? `person ${customerId}` : `order ${orderId}`);
        if (isLinked) {
            people.of(customerId);
        }
    }
    const set: TrainingSet = {
        ...columns,
        users: users.size,
        items: catalogue.length,
        until: until.getTime(),
        content: catalogue.map(({ text, facets }) => ({ text, facets })),
    };
    return {
        set,
        productIds: Int32Array.from(catalogue, ({ productId }) => productId),
        orders: baskets.size,
        people: people.size,
    };
}

/** Numbers things from 0, in the order in which they are met. */
class Dense<Key> {
    private readonly indexes = new Map<Key, number>();

    get size(): number {
        return this.indexes.size;
    }

    of(key: Key): number {
        const index = this.indexes.get(key) ?? this.indexes.size;
        this.indexes.set(key, index);
        return index;
    }
}
