import type { RequestContext } from '@vendure/core';
import type { ReservedStock } from '../../domain/plan-reservation';
import type { LevelState } from '../../domain/stock-plan';

/** How the levels of a variant at a location change, in pieces. */
export interface LevelChange {
    readonly variantId: number;
    readonly locationId: number;
    readonly onHand: number;
    readonly allocated: number;
}

/** The stock of some variants, as one order sees it. */
export interface StockView {
    /** At all locations. `reserved` leaves out what is held for the order itself. */
    readonly levels: readonly LevelState[];
    /** What is held for the order, of any variant. */
    readonly own: readonly ReservedStock[];
}

/** Stock levels and what is held for orders that are being paid. Every method works in the transaction of `ctx`. */
export interface StockBook {
    /** As it is right now; it can be gone the next moment. */
    view(ctx: RequestContext, orderId: number, variantIds: readonly number[]): Promise<StockView>;
    /**
     * Locks the variants' levels at all locations until the transaction ends, so that what is decided on the view
     * stays true. What is held for other orders past its time is let go.
     */
    lock(ctx: RequestContext, orderId: number, variantIds: readonly number[]): Promise<StockView>;
    /** Holds stock for an order that has none of these variants held yet. */
    hold(
        ctx: RequestContext,
        orderId: number,
        stock: readonly ReservedStock[],
        minutes: number,
    ): Promise<void>;
    /** Holds the order's stock for `minutes` from now. @returns Whether any is still held. */
    renew(ctx: RequestContext, orderId: number, minutes: number): Promise<boolean>;
    /** Lets go of all that is held for the order. */
    release(ctx: RequestContext, orderId: number): Promise<void>;
    /**
     * Adds to the levels, in one statement that overwrites nobody's change. Levels that do not exist stay away.
     *
     * @param spentBy - An order whose held goods these are: nothing is held for it afterwards.
     */
    change(ctx: RequestContext, changes: readonly LevelChange[], spentBy?: number): Promise<void>;
    /**
     * Whether the transaction may allocate more than there is, from now on: for goods of a cancelled fulfilment, which
     * belong to their order even if a stocktake found others missing.
     */
    allowOverAllocation(ctx: RequestContext, allowed: boolean): Promise<void>;
}
