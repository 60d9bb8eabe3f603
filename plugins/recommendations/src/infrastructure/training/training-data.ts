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

/**
 * Reads orders for training. Baskets of one person are linked only when that person agreed to personal
 * recommendations, by the kit's consent check; everybody else's stand alone.
 */
@Injectable()
export class TrainingDataReader {
    constructor(private readonly connection: TransactionalConnection) {}

    async read(since: Date, until: Date): Promise<TrainingData> {
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
        return toTrainingData(lines, await this.consenting(lines), until);
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

function toTrainingData(lines: readonly LineRow[], agreed: ReadonlySet<number>, until: Date): TrainingData {
    const [users, people, items, baskets] = [new Dense(), new Dense(), new Dense(), new Dense()];
    const set: TrainingSet = {
        user: new Int32Array(lines.length),
        item: new Int32Array(lines.length),
        basket: new Int32Array(lines.length),
        at: new Float64Array(lines.length),
        weight: new Float32Array(lines.length).fill(1),
        users: 0,
        items: 0,
        until: until.getTime(),
    };
    for (const [index, { orderId, customerId, productId, at }] of lines.entries()) {
        const isLinked = customerId !== null && agreed.has(customerId);
        set.user[index] = users.of(isLinked ? `person ${customerId}` : `order ${orderId}`);
        set.item[index] = items.of(productId);
        set.basket[index] = baskets.of(orderId);
        set.at[index] = at;
        if (isLinked) {
            people.of(customerId);
        }
    }
    return {
        set: { ...set, users: users.size, items: items.size },
        productIds: Int32Array.from(items.keys()),
        orders: baskets.size,
        people: people.size,
    };
}

/** Numbers things from 0, in the order in which they are met. */
class Dense<Key extends string | number = string | number> {
    private readonly indexes = new Map<Key, number>();

    get size(): number {
        return this.indexes.size;
    }

    of(key: Key): number {
        const index = this.indexes.get(key) ?? this.indexes.size;
        this.indexes.set(key, index);
        return index;
    }

    keys(): number[] {
        return [...this.indexes.keys()].map(Number);
    }
}
