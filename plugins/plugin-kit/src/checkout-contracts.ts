import type { ID, Order, RequestContext } from '@vendure/core';
import type { DataSource } from 'typeorm';

/**
 * Asked right before a payment provider is. Renews what the order needs to be paid, such as its stock.
 *
 * @returns Why the order can't be paid now, in the shopper's language, or `undefined` when it can.
 */
export type PaymentPrecondition = (ctx: RequestContext, orderId: ID) => Promise<string | undefined>;

/** Whether a payment of the order is under way, so that it has to stay as it is and keep its stock. */
export type PaymentInProgressCheck = (ctx: RequestContext, orderId: ID) => Promise<boolean>;

/**
 * The one stock location from which all goods of an order have to come, such as the shop where they are fetched.
 *
 * @returns `undefined` for an order whose goods may come from any.
 */
export type StockPlace = (ctx: RequestContext, order: Order) => Promise<ID | undefined>;

/** Pieces of a variant at a location. */
export interface HeldStock {
    readonly variantId: ID;
    readonly locationId: ID;
    readonly quantity: number;
}

/** What is held for an order that is being paid: to others it is gone, to the order itself it is there. */
export type StockHolder = (ctx: RequestContext, orderId: ID) => Promise<readonly HeldStock[]>;

/** Why something about an order can't be: an `ErrorResult` of the Shop API. */
export interface CheckoutRefusal {
    readonly __typename: string;
    readonly errorCode: string;
    readonly message: string;
}

/**
 * A part of a checkout in one request, for a plugin that added a field to its input. Runs in the transaction of the
 * whole, after shipping was set and before the order comes to payment.
 *
 * @param input - As the client sent it.
 * @returns Why the order can't be arranged. Then nothing of it is kept.
 */
export type ArrangingStep = (
    ctx: RequestContext,
    orderId: ID,
    input: Readonly<Record<string, unknown>>,
) => Promise<CheckoutRefusal | undefined>;

/**
 * Where plugins that guard orders and plugins that take payments meet, without needing one another: with none
 * registered, every order may be paid and none is in payment, and its goods may come from anywhere.
 */
export class CheckoutContracts {
    private readonly preconditions: PaymentPrecondition[] = [];
    private readonly inProgressChecks: PaymentInProgressCheck[] = [];
    private readonly places: StockPlace[] = [];
    private readonly holders: StockHolder[] = [];
    private readonly arrangingSteps: ArrangingStep[] = [];

    addPaymentPrecondition(precondition: PaymentPrecondition): void {
        this.preconditions.push(precondition);
    }

    addPaymentInProgressCheck(check: PaymentInProgressCheck): void {
        this.inProgressChecks.push(check);
    }

    /** The first reason against paying the order now, or `undefined`. */
    async reasonAgainstPayment(ctx: RequestContext, orderId: ID): Promise<string | undefined> {
        for (const precondition of this.preconditions) {
            const reason = await precondition(ctx, orderId);
            if (reason !== undefined) {
                return reason;
            }
        }
        return undefined;
    }

    async isPaymentInProgress(ctx: RequestContext, orderId: ID): Promise<boolean> {
        for (const check of this.inProgressChecks) {
            if (await check(ctx, orderId)) {
                return true;
            }
        }
        return false;
    }

    addStockPlace(place: StockPlace): void {
        this.places.push(place);
    }

    /** Where all goods of the order have to come from, as the first says who knows a place. */
    async stockPlaceOf(ctx: RequestContext, order: Order): Promise<ID | undefined> {
        for (const placeOf of this.places) {
            const place = await placeOf(ctx, order);
            if (place !== undefined) {
                return place;
            }
        }
        return undefined;
    }

    addStockHolder(holder: StockHolder): void {
        this.holders.push(holder);
    }

    async heldStock(ctx: RequestContext, orderId: ID): Promise<HeldStock[]> {
        return (await Promise.all(this.holders.map(holder => holder(ctx, orderId)))).flat();
    }

    addArrangingStep(step: ArrangingStep): void {
        this.arrangingSteps.push(step);
    }

    /** The first reason against arranging the order as `input` wants it, or `undefined`. */
    async arrange(
        ctx: RequestContext,
        orderId: ID,
        input: Readonly<Record<string, unknown>>,
    ): Promise<CheckoutRefusal | undefined> {
        for (const step of this.arrangingSteps) {
            const refusal = await step(ctx, orderId, input);
            if (refusal !== undefined) {
                return refusal;
            }
        }
        return undefined;
    }
}

const contracts = new WeakMap<DataSource, CheckoutContracts>();

/** The contracts of one running application, told apart by its data source. */
export function checkoutContracts(dataSource: DataSource): CheckoutContracts {
    const existing = contracts.get(dataSource) ?? new CheckoutContracts();
    contracts.set(dataSource, existing);
    return existing;
}
