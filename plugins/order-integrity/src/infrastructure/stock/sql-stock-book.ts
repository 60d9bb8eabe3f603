import { queryPrepared } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import { type RequestContext, TransactionalConnection } from '@vendure/core';
import type { LevelChange, StockBook, StockView } from '../../application/ports/stock-book.port';
import type { ReservedStock } from '../../domain/plan-reservation';
import type { LevelState } from '../../domain/stock-plan';
import { StockReservation } from './stock-reservation.entity';

type LevelRow = Omit<LevelState, 'reserved'>;

interface ReservationRow extends ReservedStock {
    readonly orderId: number;
    readonly expired: boolean;
}

const LEVELS = `
    SELECT l.id AS "levelId", l."productVariantId" AS "variantId", l."stockLocationId" AS "locationId",
           l."stockOnHand" AS "onHand", l."stockAllocated" AS allocated,
           EXISTS (SELECT FROM stock_location_channels_channel c
                    WHERE c."stockLocationId" = l."stockLocationId" AND c."channelId" = $2) AS "inChannel"
      FROM stock_level l
     WHERE l."productVariantId" = ANY($1::int[])
     ORDER BY l.id`;

const RESERVATIONS = `
    SELECT "orderId", "variantId", "stockLocationId" AS "locationId", quantity,
           "expiresAt" <= clock_timestamp() AS expired
      FROM efi_stock_reservation
     WHERE "variantId" = ANY($1::int[]) OR "orderId" = $2`;

const RESERVED = `
    SELECT "variantId", "stockLocationId" AS "locationId", sum(quantity)::int AS quantity
      FROM efi_stock_reservation
     WHERE "variantId" = ANY($1::int[]) AND "expiresAt" > clock_timestamp()
     GROUP BY "variantId", "stockLocationId"`;

const HELD_FOR = `
    SELECT "variantId", "stockLocationId" AS "locationId", quantity
      FROM efi_stock_reservation WHERE "orderId" = $1 AND "expiresAt" > clock_timestamp()`;

/**
 * Stock is held by this part longer than its order may stand in payment, so that the worker can renew what a payment
 * under way still needs before anybody else may have it.
 */
export const STOCK_GRACE = 0.1;

/**
 * All that is held for an order goes at once. Deleting waits for a transaction that is renewing, and then looks again:
 * so a reservation is either renewed or let go, never both.
 */
const LET_GO_OF_EXPIRED = `
    DELETE FROM efi_stock_reservation
     WHERE "expiresAt" <= clock_timestamp() AND "orderId" <> $2
       AND "orderId" IN (SELECT "orderId" FROM efi_stock_reservation WHERE "variantId" = ANY($1::int[]))`;

const HOLD = `
    INSERT INTO efi_stock_reservation ("orderId", "variantId", "stockLocationId", quantity, "expiresAt")
    SELECT $1, held.*, clock_timestamp() + make_interval(secs => $5)
      FROM unnest($2::int[], $3::int[], $4::int[]) AS held`;

/** Locks in the order of the ids, as everybody does, so that two who change several levels do not wait in a circle. */
const CHANGE = `
    WITH spent AS (
        DELETE FROM efi_stock_reservation WHERE "orderId" = $5
    ), change AS (
        SELECT "variantId", "locationId", sum("onHand") AS "onHand", sum(allocated) AS allocated
          FROM unnest($1::int[], $2::int[], $3::int[], $4::int[])
               AS given("variantId", "locationId", "onHand", allocated)
         GROUP BY "variantId", "locationId"
    ), locked AS (
        SELECT l.id, change."onHand", change.allocated
          FROM stock_level l
          JOIN change ON l."productVariantId" = change."variantId" AND l."stockLocationId" = change."locationId"
         ORDER BY l.id FOR NO KEY UPDATE OF l
    )
    UPDATE stock_level l
       SET "stockOnHand" = l."stockOnHand" + locked."onHand",
           "stockAllocated" = l."stockAllocated" + locked.allocated,
           "updatedAt" = CURRENT_TIMESTAMP
      FROM locked WHERE l.id = locked.id`;

@Injectable()
export class SqlStockBook implements StockBook {
    constructor(private readonly connection: TransactionalConnection) {}

    async view(ctx: RequestContext, orderId: number, variantIds: readonly number[]): Promise<StockView> {
        const levels = await this.query<LevelRow>(ctx, LEVELS, [variantIds, ctx.channelId]);
        const reservations = await this.query<ReservationRow>(ctx, RESERVATIONS, [variantIds, orderId]);
        return toView(orderId, levels, reservations);
    }

    /** What is held for any order and not past its time, by variant and location. */
    reserved(ctx: RequestContext, variantIds: readonly number[]): Promise<ReservedStock[]> {
        return this.query(ctx, RESERVED, [variantIds]);
    }

    /** What is held for one order and not past its time. */
    heldFor(ctx: RequestContext, orderId: number): Promise<ReservedStock[]> {
        return this.query(ctx, HELD_FOR, [orderId]);
    }

    async lock(ctx: RequestContext, orderId: number, variantIds: readonly number[]): Promise<StockView> {
        const levels = await this.query<LevelRow>(ctx, `${LEVELS} FOR NO KEY UPDATE OF l`, [
            variantIds,
            ctx.channelId,
        ]);
        // A statement of its own: the one above may have waited, and sees other tables as they were before.
        const reservations = await this.query<ReservationRow>(ctx, RESERVATIONS, [variantIds, orderId]);
        if (!reservations.some(row => row.expired && row.orderId !== orderId)) {
            return toView(orderId, levels, reservations);
        }
        await this.query(ctx, LET_GO_OF_EXPIRED, [variantIds, orderId]);
        return toView(
            orderId,
            levels,
            await this.query<ReservationRow>(ctx, RESERVATIONS, [variantIds, orderId]),
        );
    }

    async hold(
        ctx: RequestContext,
        orderId: number,
        stock: readonly ReservedStock[],
        minutes: number,
    ): Promise<void> {
        await this.query(ctx, HOLD, [
            orderId,
            stock.map(held => held.variantId),
            stock.map(held => held.locationId),
            stock.map(held => held.quantity),
            minutes * 60 * (1 + STOCK_GRACE),
        ]);
    }

    async renew(ctx: RequestContext, orderId: number, minutes: number): Promise<boolean> {
        const held = await this.query(
            ctx,
            `WITH renewed AS (
                UPDATE efi_stock_reservation SET "expiresAt" = clock_timestamp() + make_interval(secs => $2)
                 WHERE "orderId" = $1 RETURNING 1
             ) SELECT FROM renewed`,
            [orderId, minutes * 60 * (1 + STOCK_GRACE)],
        );
        return held.length > 0;
    }

    async release(ctx: RequestContext, orderId: number): Promise<void> {
        await this.query(ctx, 'DELETE FROM efi_stock_reservation WHERE "orderId" = $1', [orderId]);
    }

    async change(ctx: RequestContext, changes: readonly LevelChange[], spentBy?: number): Promise<void> {
        if (changes.length === 0 && spentBy === undefined) {
            return;
        }
        await this.query(ctx, CHANGE, [
            changes.map(change => change.variantId),
            changes.map(change => change.locationId),
            changes.map(change => change.onHand),
            changes.map(change => change.allocated),
            spentBy ?? null,
        ]);
    }

    async allowOverAllocation(ctx: RequestContext, allowed: boolean): Promise<void> {
        await this.query(ctx, `SELECT set_config('efi.allow_over_allocation', $1, true)`, [
            allowed ? 'on' : 'off',
        ]);
    }

    private query<Row>(ctx: RequestContext, sql: string, parameters: readonly unknown[]): Promise<Row[]> {
        return queryPrepared(this.connection.getRepository(ctx, StockReservation).manager, sql, parameters);
    }
}

function toView(
    orderId: number,
    levels: readonly LevelRow[],
    reservations: readonly ReservationRow[],
): StockView {
    const live = reservations.filter(row => row.orderId !== orderId && !row.expired);
    return {
        levels: levels.map(level => ({
            ...level,
            reserved: live
                .filter(row => row.variantId === level.variantId && row.locationId === level.locationId)
                .reduce((total, row) => total + row.quantity, 0),
        })),
        own: reservations.filter(row => row.orderId === orderId),
    };
}
