import type { ID, RequestContext } from '@vendure/core';
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
 * Where plugins that guard orders and plugins that take payments meet, without needing one another: with none
 * registered, every order may be paid and none is in payment.
 */
export class CheckoutContracts {
    private readonly preconditions: PaymentPrecondition[] = [];
    private readonly inProgressChecks: PaymentInProgressCheck[] = [];

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
}

const contracts = new WeakMap<DataSource, CheckoutContracts>();

/** The contracts of one running application, told apart by its data source. */
export function checkoutContracts(dataSource: DataSource): CheckoutContracts {
    const existing = contracts.get(dataSource) ?? new CheckoutContracts();
    contracts.set(dataSource, existing);
    return existing;
}
