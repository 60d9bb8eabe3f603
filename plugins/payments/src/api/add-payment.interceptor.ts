import { checkoutContracts, OfMutations, retryTransaction } from '@efi/plugin-kit';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import {
    type ID,
    idsAreEqual,
    internal_getRequestContext,
    isGraphQlErrorResult,
    Logger,
    Order,
    OrderService,
    parseContext,
    type RequestContext,
    TransactionalConnection,
    UserInputError,
} from '@vendure/core';
import {
    OrderStateTransitionError,
    PaymentDeclinedError,
    PaymentFailedError,
} from '@vendure/core/dist/common/error/generated-graphql-shop-errors';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { ORDER_CHANGED, type PaymentRequest } from '../application/authorise-payment';
import { IntentStore } from '../application/ports/intent-store.port';
import { OrderPayments } from '../application/ports/order-payments.port';
import { PayOrder, type PayOutcome, type Recording } from '../application/pay-order';
import type { IntentRecord } from '../domain/intent-record';
import type { PaymentIntent } from '../domain/payment-intent';
import { isUuid } from '../domain/uuid';
import { loggerCtx } from '../infrastructure/logger-context';
import { isPassingFailure } from '../infrastructure/passing-failure';
import { type AddPaymentArguments, PayableOrderService } from '../infrastructure/payable-order.service';
import { recordingIntent } from '../infrastructure/recording-intent';
import { TRANSACTION_RETRIES } from '../infrastructure/transaction-retries';
import { reasonOf } from '../infrastructure/vendure-order-payments';
import { messageOf } from './payment-message';
import { EfiPaymentActionRequiredError, EfiPaymentPendingError } from './payment.errors';

/**
 * Stands before the Shop API's `addPaymentToOrder`, outside its transaction: the provider is called here, and
 * Vendure's own resolver follows only when the money is held.
 */
@Injectable()
@OfMutations()
export class AddPaymentInterceptor implements NestInterceptor {
    constructor(
        private readonly payableOrders: PayableOrderService,
        private readonly payments: PayOrder,
        private readonly store: IntentStore,
        private readonly orderPayments: OrderPayments,
        private readonly orderService: OrderService,
        private readonly connection: TransactionalConnection,
    ) {}

    intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
        const { isGraphQL, info, req } = parseContext(context);
        if (!isGraphQL || info.fieldName !== 'addPaymentToOrder' || info.parentType.name !== 'Mutation') {
            return next.handle();
        }
        const ctx = internal_getRequestContext(req, context);
        return ctx.apiType === 'shop'
            ? from(this.pay(ctx, context.getArgByIndex<AddPaymentArguments>(1), next))
            : next.handle();
    }

    private async pay(ctx: RequestContext, args: AddPaymentArguments, next: CallHandler): Promise<unknown> {
        // Looking for the active order forgets the session's, if that was placed in the meantime.
        const ownOrderId = ctx.session?.activeOrderId;
        const payable = await this.payableOrders.find(ctx, args);
        if (!payable) {
            return (
                (await this.paidBefore(ctx, args.input.metadata?.intentId, ownOrderId)) ??
                lastValueFrom(next.handle())
            );
        }
        const { order, request } = payable;
        await this.checkContinued(request);
        const reason = await checkoutContracts(this.connection.rawConnection).reasonAgainstPayment(
            ctx,
            order.id,
        );
        if (reason !== undefined) {
            return new OrderStateTransitionError({
                transitionError: reason,
                fromState: order.state,
                toState: 'PaymentAuthorized',
            });
        }
        const outcome = await this.payments.run<unknown>(request, {
            reasonAgainst: intent => this.payableOrders.reasonAgainst(ctx, intent),
            record: attempt => this.record(attempt, request, next),
            settle: captured => this.orderPayments.settle(captured, ctx),
        });
        if (outcome.status === 'paid' && outcome.captureError) {
            const message = `Order ${order.code} is paid, its capture follows: ${outcome.captureError.message}`;
            Logger.error(message, loggerCtx);
        }
        return this.toResult(ctx, order, outcome);
    }

    /** The order of a shopper who comes back from the provider after a webhook, or the resolver, has placed it. */
    private async paidBefore(
        ctx: RequestContext,
        intentId: unknown,
        ownOrderId: ID | undefined,
    ): Promise<Order | undefined> {
        const record =
            typeof intentId === 'string' && isUuid(intentId) ? await this.store.find(intentId) : undefined;
        if (record?.intent.state !== 'recorded') {
            return undefined;
        }
        const order = await this.orderService.findOne(ctx, record.intent.orderId);
        const isOwn =
            idsAreEqual(order?.id, ownOrderId) ||
            (ctx.activeUserId !== undefined && idsAreEqual(order?.customer?.user?.id, ctx.activeUserId));
        return isOwn ? order : undefined;
    }

    /** @throws UserInputError when the shopper wants to go on with a payment of something else. */
    private async checkContinued({ continues, orderId }: PaymentRequest): Promise<void> {
        if (continues === undefined) {
            return;
        }
        const record = isUuid(continues) ? await this.store.find(continues) : undefined;
        if (record?.intent.orderId !== orderId) {
            throw new UserInputError('metadata.intentId: the order has no such payment.');
        }
    }

    /** Vendure's own resolver, with its transaction. */
    private async record(
        attempt: IntentRecord,
        request: PaymentRequest,
        next: CallHandler,
    ): Promise<Recording<unknown>> {
        const { intent } = attempt;
        try {
            if (intent.methodCode !== request.methodCode) {
                return await this.recordOther(intent);
            }
            const result: unknown = await recordingIntent.run({ intentId: intent.id, record: attempt }, () =>
                retryTransaction(() => lastValueFrom<unknown>(next.handle()), {
                    retries: TRANSACTION_RETRIES,
                }),
            );
            if (!isErrorResult(result)) {
                return { status: 'recorded', result };
            }
            // Refused, it may be, because the resolver was faster.
            return (await this.isRecorded(intent))
                ? { status: 'recorded', result: undefined }
                : { status: 'refused', reason: result.message, result };
        } catch (error) {
            if (await this.isRecorded(intent)) {
                // It was committed; only the word of it got lost.
                return { status: 'recorded', result: undefined };
            }
            return isPassingFailure(error)
                ? { status: 'unknown' }
                : { status: 'refused', reason: reasonOf(error, intent) };
        }
    }

    private async isRecorded({ id }: PaymentIntent): Promise<boolean> {
        return (await this.store.find(id))?.intent.state === 'recorded';
    }

    /** An attempt by another method, whose outcome was unknown when the shopper chose this one, has succeeded. */
    private async recordOther(intent: PaymentIntent): Promise<Recording<unknown>> {
        const reason = await this.orderPayments.record(intent);
        return reason === undefined
            ? { status: 'recorded', result: undefined }
            : { status: 'refused', reason };
    }

    /** The order as Vendure's resolver returned it, in the state that the capture brought it to. */
    private async refreshed(ctx: RequestContext, order: Order): Promise<Order> {
        const now = await this.connection
            .getRepository(ctx, Order)
            .findOneOrFail({ where: { id: order.id }, select: ['id', 'state', 'updatedAt'] });
        order.state = now.state;
        order.updatedAt = now.updatedAt;
        return order;
    }

    private async toResult(
        ctx: RequestContext,
        order: Order,
        outcome: PayOutcome<unknown>,
    ): Promise<unknown> {
        switch (outcome.status) {
            case 'paid':
                return outcome.result instanceof Order
                    ? this.refreshed(ctx, outcome.result)
                    : this.orderService.findOne(ctx, order.id);
            case 'refused-by-order':
                return (
                    outcome.result ??
                    new PaymentFailedError({
                        paymentErrorMessage: ctx.translate('message.efi-payment-returned'),
                    })
                );
            case 'not-paid':
                return (
                    (outcome.intent.failure?.code === ORDER_CHANGED && (await this.placed(ctx, order))) ||
                    notPaid(ctx, outcome.intent)
                );
        }
    }

    /** The order, if another request placed it meanwhile. */
    private async placed(ctx: RequestContext, { id }: Order): Promise<Order | undefined> {
        const order = await this.orderService.findOne(ctx, id);
        return order?.orderPlacedAt ? order : undefined;
    }
}

function notPaid(ctx: RequestContext, intent: PaymentIntent): unknown {
    const paymentErrorMessage = messageOf(ctx, intent) ?? ctx.translate('message.efi-payment-returned');
    switch (intent.state) {
        case 'action-required':
            return new EfiPaymentActionRequiredError(intent);
        case 'declined':
            return new PaymentDeclinedError({ paymentErrorMessage });
        case 'failed':
        case 'voided':
        case 'returning':
        case 'dismissed':
            return new PaymentFailedError({ paymentErrorMessage });
        case 'processing':
        case 'pending':
        case 'authorised':
        case 'recorded':
        case 'quarantined':
            return new EfiPaymentPendingError(intent.id);
    }
}

function isErrorResult(result: unknown): result is { message: string } {
    return typeof result === 'object' && result !== null && isGraphQlErrorResult(result as never);
}
