import { Injectable } from '@nestjs/common';
import {
    ActiveOrderService,
    Order,
    OrderService,
    type PaymentMethod,
    PaymentMethodService,
    type RequestContext,
    totalCoveredByPayments,
    TransactionalConnection,
} from '@vendure/core';
import type { PaymentRequest } from '../application/authorise-payment';
import { gatewayPaymentHandler } from './gateway-payment-handler';
import { type PaymentInputMetadata, PaymentRequestFactory } from './payment-request.factory';

/** Arguments of the Shop API's `addPaymentToOrder`. */
export interface AddPaymentArguments {
    readonly input: { readonly method: string; readonly metadata?: PaymentInputMetadata | null };
    readonly activeOrderInput?: Record<string, Record<string, unknown>>;
}

/** Finds out what a shopper wants to pay, and whether Vendure would let them. */
@Injectable()
export class PayableOrderService {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly activeOrders: ActiveOrderService,
        private readonly orderService: OrderService,
        private readonly methods: PaymentMethodService,
        private readonly requests: PaymentRequestFactory,
    ) {}

    /**
     * @returns `undefined` when nothing is to be charged by a gateway: another kind of method, no active order, or one
     * that Vendure itself is about to refuse.
     */
    async find(
        ctx: RequestContext,
        { input, activeOrderInput }: AddPaymentArguments,
    ): Promise<{ readonly order: Order; readonly request: PaymentRequest } | undefined> {
        if (!ctx.authorizedAsOwnerOnly) {
            return undefined;
        }
        const { paymentMethod, handler, checker } = await this.methods.getMethodAndOperations(
            ctx,
            input.method,
        );
        if (handler.code !== gatewayPaymentHandler.code) {
            return undefined;
        }
        const active = await this.activeOrders.getActiveOrder(ctx, activeOrderInput);
        const order = active && (await this.load(ctx, active));
        if (!order || !this.isPayable(order)) {
            return undefined;
        }
        if (paymentMethod.checker && checker) {
            const eligible = await checker.check(ctx, order, paymentMethod.checker.args, paymentMethod);
            if (eligible !== true && eligible !== undefined) {
                return undefined;
            }
        }
        return this.toRequest(ctx, order, paymentMethod, input.metadata ?? {});
    }

    private toRequest(
        ctx: RequestContext,
        order: Order,
        method: PaymentMethod,
        metadata: PaymentInputMetadata,
    ): { readonly order: Order; readonly request: PaymentRequest } | undefined {
        const amount = order.totalWithTax - totalCoveredByPayments(order);
        const settings = gatewayPaymentHandler.settingsOf(method);
        return amount > 0
            ? { order, request: this.requests.create(ctx, order, amount, method, settings, metadata) }
            : undefined;
    }

    private load(ctx: RequestContext, { id }: Order): Promise<Order | null> {
        return this.connection
            .getRepository(ctx, Order)
            .createQueryBuilder('order')
            .leftJoinAndSelect('order.customer', 'customer')
            .leftJoinAndSelect('customer.user', 'user')
            .leftJoinAndSelect('order.payments', 'payment')
            .leftJoinAndSelect('payment.refunds', 'refund')
            .where('order.id = :id', { id })
            .getOne();
    }

    private isPayable(order: Order): boolean {
        const next = this.orderService.getNextOrderStates(order);
        return (
            order.state === 'ArrangingPayment' ||
            (next.includes('PaymentAuthorized') && next.includes('PaymentSettled'))
        );
    }
}
