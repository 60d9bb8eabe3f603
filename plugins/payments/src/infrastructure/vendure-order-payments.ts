import { retryTransaction } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import {
    CustomerService,
    EventBus,
    HistoryService,
    isGraphQlErrorResult,
    Logger,
    OrderService,
    Payment,
    Refund,
    type RequestContext,
    TransactionalConnection,
} from '@vendure/core';
import { IntentStore } from '../application/ports/intent-store.port';
import { OrderPayments } from '../application/ports/order-payments.port';
import { balancesOf } from '../domain/balances';
import type { IntentRecord } from '../domain/intent-record';
import { toShopAmount } from '../domain/money';
import type { PaymentIntent } from '../domain/payment-intent';
import { isLeftToItsRequest, isUnclaimedCapture, type PaymentOperation } from '../domain/payment-operation';
import { PaymentReturnedEvent } from './events/payment-events';
import { PAYMENT_RETURNED } from './history-entries';
import { loggerCtx } from './logger-context';
import { isPassingFailure } from './passing-failure';
import { PayableOrderService } from './payable-order.service';
import { PaymentContextService } from './payment-context.service';
import { OrderRefusesPaymentError, recordingIntent, recordingRefund } from './recording-intent';
import { ShopPrecision } from './shop-precision';
import { TRANSACTION_RETRIES } from './transaction-retries';

/** {@link OrderPayments} by Vendure's own services, so that its processes, events and checks all take part. */
@Injectable()
export class VendureOrderPayments extends OrderPayments {
    constructor(
        private readonly store: IntentStore,
        private readonly contexts: PaymentContextService,
        private readonly payableOrders: PayableOrderService,
        private readonly connection: TransactionalConnection,
        private readonly orderService: OrderService,
        private readonly customerService: CustomerService,
        private readonly historyService: HistoryService,
        private readonly eventBus: EventBus,
        private readonly precision: ShopPrecision,
    ) {
        super();
    }

    async reasonAgainst(intent: PaymentIntent): Promise<string | undefined> {
        return this.payableOrders.reasonAgainst(await this.contexts.of(intent), intent);
    }

    async record(intent: PaymentIntent): Promise<string | undefined> {
        const ctx = await this.contexts.of(intent);
        try {
            return await recordingIntent.run({ intentId: intent.id }, () =>
                this.inTransaction(ctx, tx => this.addPayment(tx, intent)),
            );
        } catch (error) {
            if (isPassingFailure(error)) {
                throw error;
            }
            return reasonOf(error, intent);
        }
    }

    async settle({ intent, operations, ledger }: IntentRecord, shopperCtx?: RequestContext): Promise<void> {
        const { paymentId } = intent;
        if (paymentId === undefined) {
            throw new Error(`No order holds the payment of intent ${intent.id}.`);
        }
        const ctx = shopperCtx ?? (await this.contexts.of(intent));
        const captures = operations.filter(isUnclaimedCapture);
        await this.takeNote(ctx, captures, async tx => {
            if (balancesOf(ledger).capturable > 0) {
                // A part was captured; the payment is settled when the rest is.
                await this.claim(tx, captures);
                return;
            }
            const result = await this.orderService.settlePayment(tx, paymentId);
            if (isGraphQlErrorResult(result)) {
                throw new Error(`Order ${intent.orderCode} does not settle its payment: ${result.message}`);
            }
        });
    }

    async letGo(record: IntentRecord): Promise<void> {
        const { intent, ledger } = record;
        const ctx = await this.contexts.of(intent);
        const payment = await this.connection
            .getRepository(ctx, Payment)
            .findOneByOrFail({ id: Number(intent.paymentId) });
        if (payment.state !== 'Authorized') {
            return;
        }
        if (balancesOf(ledger).captured > 0) {
            return this.settle(record);
        }
        const result = await this.inTransaction(ctx, tx => this.orderService.cancelPayment(tx, payment.id));
        if (isGraphQlErrorResult(result)) {
            throw new Error(`Order ${intent.orderCode} does not cancel its payment: ${result.message}`);
        }
    }

    async concludeRefunds({ intent, operations }: IntentRecord): Promise<void> {
        const refunds = operations.filter(({ kind }) => kind === 'refund');
        if (refunds.length === 0 || intent.paymentId === undefined) {
            return;
        }
        const ctx = await this.contexts.of(intent);
        const now = new Date();
        for (const operation of refunds) {
            const isUnclaimed = operation.state === 'succeeded' && !operation.claimedAt;
            if (isUnclaimed && !isLeftToItsRequest(operation, now)) {
                await this.bringIn(ctx, intent, operation);
            }
        }
        // Last, as an administrator's transaction that made one may have been waited for above.
        await this.concludePending(ctx, intent.paymentId, refunds);
    }

    async noteReturn(intent: PaymentIntent, reason: string): Promise<boolean> {
        Logger.warn(`Order ${intent.orderCode} did not take payment ${intent.id}: ${reason}`, loggerCtx);
        try {
            const ctx = await this.contexts.of(intent);
            await this.historyService.createHistoryEntryForOrder({
                ctx,
                orderId: intent.orderId,
                type: PAYMENT_RETURNED,
                data: {
                    intentId: intent.id,
                    amount: toShopAmount(intent.money, this.precision.decimals),
                    currencyCode: intent.money.currency,
                },
            });
            await this.eventBus.publish(new PaymentReturnedEvent(ctx, intent, reason));
            return true;
        } catch (error) {
            Logger.error(`Can't tell of the return of payment ${intent.id} yet: ${String(error)}`, loggerCtx);
            return false;
        }
    }

    private inTransaction<T>(ctx: RequestContext, work: (tx: RequestContext) => Promise<T>): Promise<T> {
        return retryTransaction(() => this.connection.withTransaction(ctx, work), {
            retries: TRANSACTION_RETRIES,
        });
    }

    private async addPayment(ctx: RequestContext, intent: PaymentIntent): Promise<string | undefined> {
        const input = { method: intent.methodCode, metadata: {} };
        const order = await this.orderService.addPaymentToOrder(ctx, intent.orderId, input);
        if (isGraphQlErrorResult(order)) {
            return order.message;
        }
        if (!order.active) {
            await this.customerService.createAddressesForNewCustomer(ctx, order);
        }
        return undefined;
    }

    /** Refunds that an administrator was told of as pending. */
    private async concludePending(
        ctx: RequestContext,
        paymentId: string,
        operations: readonly PaymentOperation[],
    ): Promise<void> {
        const pending = await this.connection
            .getRepository(ctx, Refund)
            .find({ where: { paymentId: Number(paymentId), state: 'Pending' } });
        for (const refund of pending) {
            const operation = operations.find(({ id }) => id === refund.metadata.operationId);
            if (operation?.state === 'succeeded' || operation?.state === 'failed') {
                await this.orderService.transitionRefundToState(
                    ctx,
                    refund.id,
                    operation.state === 'succeeded' ? 'Settled' : 'Failed',
                    operation.providerReference,
                );
            }
        }
    }

    /** A refund that went through, while the request that asked for it did not. */
    private async bringIn(
        ctx: RequestContext,
        intent: PaymentIntent,
        operation: PaymentOperation,
    ): Promise<void> {
        const input = {
            paymentId: intent.paymentId ?? '',
            amount: toShopAmount({ ...intent.money, amount: operation.amount }, this.precision.decimals),
            lines: [],
            shipping: 0,
            adjustment: 0,
            reason: 'Was made at the provider; the request that asked for it had failed.',
        };
        await this.takeNote(ctx, [operation], async tx => {
            const refund = await recordingRefund.run({ operationId: operation.id }, () =>
                this.orderService.refundOrder(tx, input),
            );
            if (isGraphQlErrorResult(refund)) {
                throw new Error(`Order ${intent.orderCode} does not take the refund: ${refund.message}`);
            }
        });
    }

    /**
     * Work that takes note of operations. It fails, too, when another request took note of them since they were read,
     * for which it may have waited; then nothing is left to do.
     */
    private async takeNote(
        ctx: RequestContext,
        operations: readonly PaymentOperation[],
        work: (tx: RequestContext) => Promise<void>,
    ): Promise<void> {
        try {
            await this.inTransaction(ctx, work);
        } catch (error) {
            const now = operations[0] && (await this.store.find(operations[0].intentId));
            const noted = now?.operations.filter(({ claimedAt }) => claimedAt).map(({ id }) => id);
            if (!noted || !operations.every(({ id }) => noted.includes(id))) {
                throw error;
            }
        }
    }

    private async claim(ctx: RequestContext, operations: readonly PaymentOperation[]): Promise<void> {
        for (const operation of operations) {
            await this.store.claimOperation(ctx, operation.id);
        }
    }
}

/** Why an order does not take a payment; what is no reason of ours, but a failure, goes into the log as well. */
export function reasonOf(error: unknown, intent: PaymentIntent): string {
    if (error instanceof OrderRefusesPaymentError) {
        return error.message;
    }
    const message = error instanceof Error ? error.message : String(error);
    Logger.error(
        `Order ${intent.orderCode} failed to take payment ${intent.id}: ${message}`,
        loggerCtx,
        error instanceof Error ? error.stack : undefined,
    );
    return message;
}
