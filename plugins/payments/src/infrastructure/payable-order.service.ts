import { checkoutContracts } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import {
    ActiveOrderService,
    type ID,
    Order,
    OrderService,
    type PaymentMethod,
    PaymentMethodService,
    type RequestContext,
    totalCoveredByPayments,
    TransactionalConnection,
} from '@vendure/core';
import type { PaymentRequest } from '../application/authorise-payment';
import { toShopAmount } from '../domain/money';
import type { PaymentIntent } from '../domain/payment-intent';
import { gatewayPaymentHandler } from './gateway-payment-handler';
import { type PaymentInputMetadata, PaymentRequestFactory } from './payment-request.factory';
import { ShopPrecision } from './shop-precision';

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
        private readonly precision: ShopPrecision,
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

    /**
     * @param intent - Whose money is not held yet.
     * @returns Why its order would not take it, or `undefined` when it would.
     */
    async reasonAgainst(ctx: RequestContext, { orderId, money }: PaymentIntent): Promise<string | undefined> {
        const order = await this.load(ctx, { id: orderId });
        if (!order || !this.isPayable(order)) {
            return `The order is not to be paid, its state is ${order?.state ?? 'unknown'}.`;
        }
        const due = order.totalWithTax - totalCoveredByPayments(order);
        const isSame =
            toShopAmount(money, this.precision.decimals) === due &&
            money.currency === String(order.currencyCode);
        return isSame
            ? checkoutContracts(this.connection.rawConnection).reasonAgainstPayment(ctx, order.id)
            : 'The order changed while it was being paid.';
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

    private load(ctx: RequestContext, { id }: { readonly id: ID }): Promise<Order | null> {
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
