import { Injectable } from '@nestjs/common';
import {
    type CancelPaymentErrorResult,
    type CancelPaymentResult,
    type CreatePaymentErrorResult,
    type CreatePaymentResult,
    type CreateRefundResult,
    type Order,
    type Payment,
    type PaymentMethod,
    type RequestContext,
    type SettlePaymentErrorResult,
    type SettlePaymentResult,
} from '@vendure/core';
import { AuthorisePayment } from '../application/authorise-payment';
import { IntentStore } from '../application/ports/intent-store.port';
import { Screening } from '../application/ports/screening.port';
import { RunOperation } from '../application/run-operation';
import { balancesOf } from '../domain/balances';
import type { IntentRecord } from '../domain/intent-record';
import { fromShopAmount, toShopAmount } from '../domain/money';
import type { PaymentIntent } from '../domain/payment-intent';
import { isUnclaimedCapture, type PaymentOperation } from '../domain/payment-operation';
import type { GatewayMethodSettings } from './gateway-method-settings';
import { type PaymentInputMetadata, PaymentRequestFactory } from './payment-request.factory';
import { OrderRefusesPaymentError, recordingIntent, recordingRefund } from './recording-intent';
import { ShopPrecision } from './shop-precision';

const OUTCOME_UNKNOWN =
    'The provider gave no clear answer. It is asked until it does, and the payment follows by itself.';

/** What Vendure asks of a payment method, in one of its transactions. */
@Injectable()
export class GatewayPayments {
    constructor(
        private readonly store: IntentStore,
        private readonly authorisation: AuthorisePayment,
        private readonly operations: RunOperation,
        private readonly requests: PaymentRequestFactory,
        private readonly precision: ShopPrecision,
        private readonly screening: Screening,
    ) {}

    async create(
        ctx: RequestContext,
        order: Order,
        amount: number,
        with_: { method: PaymentMethod; settings: GatewayMethodSettings; metadata: PaymentInputMetadata },
    ): Promise<CreatePaymentResult | CreatePaymentErrorResult> {
        if (amount === 0) {
            return { amount, state: 'Settled' };
        }
        const recording = recordingIntent.getStore();
        if (recording) {
            const record = recording.record ?? (await this.store.find(recording.intentId));
            return this.taken(order, amount, record);
        }
        return this.authoriseNow(ctx, order, amount, with_);
    }

    async settle(
        ctx: RequestContext,
        payment: Payment,
    ): Promise<SettlePaymentResult | SettlePaymentErrorResult> {
        const before = await this.store.findByPayment(ctx, String(payment.id));
        if (!before) {
            return payment.amount === 0
                ? { success: true }
                : {
                      success: false,
                      state: stateOf(payment),
                      errorMessage: 'No intent belongs to this payment.',
                  };
        }
        const captured = await this.captureRest(ctx, before);
        if (!('record' in captured)) {
            return { success: false, state: stateOf(payment), errorMessage: captured.errorMessage };
        }
        const { intent, operations, ledger } = captured.record;
        for (const operation of operations.filter(isUnclaimedCapture)) {
            await this.store.claimOperation(ctx, operation.id);
        }
        // Less than was held, when a last, partial capture let go of the rest.
        payment.amount = this.toShopAmount(intent, balancesOf(ledger).captured);
        return { success: true };
    }

    async cancel(
        ctx: RequestContext,
        payment: Payment,
    ): Promise<CancelPaymentResult | CancelPaymentErrorResult> {
        const record = await this.store.findByPayment(ctx, String(payment.id));
        if (!record) {
            return { success: true };
        }
        const { captured, capturable } = balancesOf(record.ledger);
        const refused = (errorMessage: string): CancelPaymentErrorResult => ({
            success: false,
            state: payment.state as Exclude<Payment['state'], 'Cancelled'>,
            errorMessage,
        });
        if (captured > 0) {
            return refused('Captured money is given back by a refund.');
        }
        if (capturable === 0) {
            return { success: true };
        }
        const request = { kind: 'void', amount: capturable, final: true } as const;
        const result = await this.operations.run(record.intent.id, request);
        if (result.status !== 'succeeded') {
            return refused(result.status === 'refused' ? result.reason : OUTCOME_UNKNOWN);
        }
        await this.store.claimOperation(ctx, result.operation.id);
        return { success: true };
    }

    async refund(ctx: RequestContext, payment: Payment, amount: number): Promise<CreateRefundResult> {
        const record = await this.store.findByPayment(ctx, String(payment.id));
        const recording = recordingRefund.getStore();
        if (recording) {
            return this.refunded(ctx, record, recording.operationId);
        }
        const money = record && fromShopAmount(amount, record.intent.money.currency, this.precision.decimals);
        if (!record || !money) {
            const errorMessage = record
                ? `${record.intent.money.currency} has no coin for this amount.`
                : 'No intent belongs to this payment.';
            return { state: 'Failed', metadata: { errorMessage } };
        }
        const request = { kind: 'refund', amount: money.amount, final: true } as const;
        const result = await this.operations.run(record.intent.id, request);
        if (result.status === 'refused') {
            return { state: 'Failed', metadata: { errorMessage: result.reason } };
        }
        const { operation } = result;
        await this.store.claimOperation(ctx, operation.id);
        return {
            state: result.status === 'succeeded' ? 'Settled' : 'Pending',
            transactionId: operation.providerReference,
            metadata: {
                operationId: operation.id,
                ...(result.status === 'unknown' ? { errorMessage: OUTCOME_UNKNOWN } : {}),
            },
        };
    }

    /** The amount is not looked at: the shop may have no place for all decimals of what was paid back. */
    private async refunded(
        ctx: RequestContext,
        record: IntentRecord | undefined,
        operationId: string,
    ): Promise<CreateRefundResult> {
        const operation = record?.operations.find(({ id }) => id === operationId);
        if (!operation) {
            throw new Error(`Operation ${operationId} is no refund of this payment.`);
        }
        await this.store.claimOperation(ctx, operationId);
        return { state: 'Settled', transactionId: operation.providerReference, metadata: { operationId } };
    }

    /**
     * A payment that nobody prepared: an administrator, or another plugin, adds one in a transaction of its own. The
     * call to the provider then happens inside it.
     */
    private async authoriseNow(
        ctx: RequestContext,
        order: Order,
        amount: number,
        with_: { method: PaymentMethod; settings: GatewayMethodSettings; metadata: PaymentInputMetadata },
    ): Promise<CreatePaymentResult | CreatePaymentErrorResult> {
        const { method, settings, metadata } = with_;
        const request = this.requests.create(ctx, order, amount, method, settings, metadata);
        const result = await this.authorisation.run(request);
        if (result.status === 'open') {
            return { amount, state: 'Error', errorMessage: 'Another payment of this order is under way.' };
        }
        const { intent } = result.record;
        if (intent.state === 'authorised') {
            return this.taken(order, amount, result.record);
        }
        const errorMessage = intent.failure?.message ?? OUTCOME_UNKNOWN;
        return { amount, state: intent.state === 'declined' ? 'Declined' : 'Error', errorMessage };
    }

    private taken(order: Order, amount: number, record: IntentRecord | undefined): CreatePaymentResult {
        const reason = record
            ? this.reasonAgainst(record.intent, order, amount)
            : 'There is no such payment intent.';
        if (!record || reason !== undefined) {
            throw new OrderRefusesPaymentError(reason);
        }
        const { intent, ledger } = record;
        return {
            amount,
            state: balancesOf(ledger).capturable > 0 ? 'Authorized' : 'Settled',
            transactionId: intent.providerReference,
            metadata: {
                intentId: intent.id,
                gateway: intent.gateway,
                card: intent.card,
                public: { intentId: intent.id, brand: intent.card?.brand, last4: intent.card?.last4 },
            },
        };
    }

    private reasonAgainst(intent: PaymentIntent, order: Order, amount: number): string | undefined {
        if (intent.state !== 'authorised' || intent.orderId !== String(order.id)) {
            return `Intent ${intent.id} is ${intent.state}, and not for this order to take.`;
        }
        const isSame =
            this.toShopAmount(intent, intent.money.amount) === amount &&
            intent.money.currency === String(order.currencyCode);
        return isSame ? undefined : 'The order changed while it was being paid.';
    }

    /** The record once nothing is left to capture. */
    private async captureRest(
        ctx: RequestContext,
        before: IntentRecord,
    ): Promise<{ readonly record: IntentRecord } | { readonly errorMessage: string }> {
        const { capturable, captured } = balancesOf(before.ledger);
        if (capturable === 0) {
            return captured > 0 ? { record: before } : { errorMessage: 'No money is held any more.' };
        }
        const reason = await this.screening.reasonAgainstCapture(ctx, before.intent);
        if (reason !== undefined) {
            return { errorMessage: reason };
        }
        const request = { kind: 'capture', amount: capturable, final: true } as const;
        const result = await this.operations.run(before.intent.id, request);
        if (result.status === 'succeeded') {
            return { record: result.record };
        }
        return { errorMessage: result.status === 'refused' ? result.reason : OUTCOME_UNKNOWN };
    }

    private toShopAmount({ money }: PaymentIntent, amount: PaymentOperation['amount']): number {
        return toShopAmount({ amount, currency: money.currency }, this.precision.decimals);
    }
}

/** A payment that could not be captured stays what it is, and may be captured later. */
function stateOf({ state }: Payment): Exclude<Payment['state'], 'Settled'> {
    return state === 'Settled' ? 'Error' : state;
}
