import { Injectable } from '@nestjs/common';
import {
    isGraphQlErrorResult,
    Order,
    OrderService,
    type Payment,
    type RequestContext,
    TransactionalConnection,
} from '@vendure/core';

/** Takes or gives back the money of an order, by Vendure's own services. */
@Injectable()
export class OrderSettlement {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly orders: OrderService,
    ) {}

    /** @returns Why the money could not be taken, if it could not. */
    async capture(ctx: RequestContext, orderId: number): Promise<string | undefined> {
        const held = (await this.paymentsOf(ctx, orderId)).filter(({ state }) => state === 'Authorized');
        for (const { id } of held) {
            const result = await this.inTransaction(ctx, tx => this.orders.settlePayment(tx, id));
            if (isGraphQlErrorResult(result)) {
                return result.message;
            }
        }
        return undefined;
    }

    /** Lets go of held money, pays taken money back, and cancels the order. @returns What could not be done, if anything. */
    async giveBack(ctx: RequestContext, orderId: number, reason: string): Promise<string | undefined> {
        for (const payment of await this.paymentsOf(ctx, orderId)) {
            const problem = await this.giveBackOne(ctx, payment, reason);
            if (problem !== undefined) {
                return problem;
            }
        }
        const cancelled = await this.inTransaction(ctx, tx =>
            this.orders.cancelOrder(tx, { orderId, reason, cancelShipping: true }),
        );
        return isGraphQlErrorResult(cancelled) ? cancelled.message : undefined;
    }

    find(ctx: RequestContext, orderId: number): Promise<Order | null> {
        return this.connection
            .getRepository(ctx, Order)
            .findOne({ where: { id: orderId }, relations: { customer: { user: true } } });
    }

    private async giveBackOne(
        ctx: RequestContext,
        payment: Payment,
        reason: string,
    ): Promise<string | undefined> {
        if (payment.state === 'Authorized') {
            const result = await this.inTransaction(ctx, tx => this.orders.cancelPayment(tx, payment.id));
            return isGraphQlErrorResult(result) ? result.message : undefined;
        }
        const refunded = payment.refunds
            .filter(({ state }) => state !== 'Failed')
            .reduce((sum, { total }) => sum + total, 0);
        const amount = payment.amount - refunded;
        if (payment.state !== 'Settled' || amount <= 0) {
            return undefined;
        }
        const result = await this.inTransaction(ctx, tx =>
            this.orders.refundOrder(tx, {
                paymentId: payment.id,
                amount,
                reason,
                lines: [],
                shipping: 0,
                adjustment: 0,
            }),
        );
        return isGraphQlErrorResult(result) ? result.message : undefined;
    }

    private async paymentsOf(ctx: RequestContext, orderId: number): Promise<Payment[]> {
        const order = await this.connection
            .getRepository(ctx, Order)
            .findOneOrFail({ where: { id: orderId }, relations: { payments: { refunds: true } } });
        return order.payments;
    }

    private inTransaction<T>(ctx: RequestContext, work: (tx: RequestContext) => Promise<T>): Promise<T> {
        return this.connection.withTransaction(ctx, work);
    }
}
