import { Injectable } from '@nestjs/common';
import {
    EventBus,
    type ID,
    ProductVariant,
    type RequestContext,
    StockAdjustment,
    StockLevel,
    StockLocation,
    StockLocationService,
    StockMovementEvent,
    TransactionalConnection,
} from '@vendure/core';
import { SqlStockBook } from './sql-stock-book';

/** What was counted at a location, in pieces. */
interface CountedStock {
    readonly stockLocationId: ID;
    readonly stockOnHand: number;
}

/**
 * Sets what is on hand to what was counted. The level is locked before it is read, so the difference that is written
 * down is the true one, whoever sells at the same moment.
 */
const COUNT = `
    WITH before AS (
        SELECT id, "stockOnHand" FROM stock_level
         WHERE "productVariantId" = $1 AND "stockLocationId" = $2 FOR NO KEY UPDATE
    ), counted AS (
        UPDATE stock_level l SET "stockOnHand" = $3, "updatedAt" = CURRENT_TIMESTAMP
          FROM before WHERE l.id = before.id AND before."stockOnHand" <> $3
    )
    SELECT $3 - "stockOnHand" AS difference FROM before`;

const MAKE_LEVEL = `
    INSERT INTO stock_level ("productVariantId", "stockLocationId", "stockOnHand", "stockAllocated")
    VALUES ($1, $2, 0, 0) ON CONFLICT ("productVariantId", "stockLocationId") DO NOTHING`;

const LOCK_LOCATIONS = `
    SELECT FROM stock_level WHERE "stockLocationId" = ANY($1::int[]) ORDER BY id FOR NO KEY UPDATE`;

/** Changes of stock that no order causes. */
@Injectable()
export class Stocktake {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly eventBus: EventBus,
        private readonly locations: StockLocationService,
        private readonly book: SqlStockBook,
    ) {}

    /**
     * Takes over what was counted of a variant, with an adjustment for each location where it differs. It may be
     * less than was sold: what is there is there.
     *
     * @param counted - By location; a number alone is for the channel's default location.
     */
    async count(
        ctx: RequestContext,
        variantId: ID,
        counted: number | readonly CountedStock[],
    ): Promise<StockAdjustment[]> {
        const adjustments: StockAdjustment[] = [];
        for (const { stockLocationId, stockOnHand } of await this.byLocation(ctx, counted)) {
            const difference = await this.countLevel(ctx, variantId, stockLocationId, stockOnHand);
            if (difference !== 0) {
                const adjustment = await this.connection.getRepository(ctx, StockAdjustment).save(
                    new StockAdjustment({
                        quantity: difference,
                        stockLocation: new StockLocation({ id: stockLocationId }),
                        productVariant: new ProductVariant({ id: variantId }),
                    }),
                );
                await this.eventBus.publish(new StockMovementEvent(ctx, [adjustment]));
                adjustments.push(adjustment);
            }
        }
        return adjustments;
    }

    /** Adds to a level, and makes it when goods come to a place where there were none. */
    async add(
        ctx: RequestContext,
        variantId: ID,
        stockLocationId: ID,
        change: { readonly onHand: number; readonly allocated: number },
    ): Promise<void> {
        if (change.onHand !== 0) {
            await this.makeLevel(ctx, variantId, stockLocationId);
        }
        await this.book.change(ctx, [
            { variantId: Number(variantId), locationId: Number(stockLocationId), ...change },
        ]);
    }

    /**
     * Locks all that lies at some locations, in a transaction: Vendure moves the stock of a location that is deleted
     * by reading levels and writing sums. Nothing is allocated by that, even where more is sold than there is.
     */
    async lockLocations(
        ctx: RequestContext,
        locationIds: ReadonlyArray<ID | undefined | null>,
    ): Promise<void> {
        await this.query(ctx, LOCK_LOCATIONS, [locationIds.filter(id => id != null)]);
        await this.book.allowOverAllocation(ctx, true);
    }

    private async byLocation(
        ctx: RequestContext,
        counted: number | readonly CountedStock[],
    ): Promise<readonly CountedStock[]> {
        if (typeof counted !== 'number') {
            // In the order in which everybody locks levels that do not exist yet: that of their making.
            return counted.toSorted((a, b) => Number(a.stockLocationId) - Number(b.stockLocationId));
        }
        const { id } = await this.locations.defaultStockLocation(ctx);
        return [{ stockLocationId: id, stockOnHand: counted }];
    }

    private async countLevel(
        ctx: RequestContext,
        variantId: ID,
        stockLocationId: ID,
        stockOnHand: number,
    ): Promise<number> {
        const counted = await this.query<{ difference: number }>(ctx, COUNT, [
            variantId,
            stockLocationId,
            stockOnHand,
        ]);
        if (counted[0]) {
            return counted[0].difference;
        }
        await this.makeLevel(ctx, variantId, stockLocationId);
        return this.countLevel(ctx, variantId, stockLocationId, stockOnHand);
    }

    private makeLevel(ctx: RequestContext, variantId: ID, stockLocationId: ID): Promise<unknown> {
        return this.query(ctx, MAKE_LEVEL, [variantId, stockLocationId]);
    }

    private query<Row>(ctx: RequestContext, sql: string, parameters: unknown[]): Promise<Row[]> {
        return this.connection.getRepository(ctx, StockLevel).query<Row[]>(sql, parameters);
    }
}
