import type { AuditAct } from '@efi/plugin-kit';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
    EventBus,
    LoginEvent,
    PaymentStateTransitionEvent,
    RefundStateTransitionEvent,
    type RequestContext,
    StockMovementEvent,
    type Type,
    type VendureEvent,
} from '@vendure/core';
import { SqlAuditTrail } from '../sql-audit-trail';

/** Writes down what Vendure tells by events, whoever caused it: in the transaction that it happens in. */
@Injectable()
export class TellingEvents implements OnModuleInit {
    constructor(
        private readonly events: EventBus,
        private readonly trail: SqlAuditTrail,
    ) {}

    onModuleInit(): void {
        this.on(LoginEvent, ({ ctx, user }) => ({
            action: 'sign-in',
            class: 'authentication',
            userId: user.id,
            resource: { type: 'User', id: user.id },
            detail: { api: ctx.apiType },
        }));
        this.on(PaymentStateTransitionEvent, ({ fromState, toState, payment, order }) => ({
            action: 'transition-payment',
            resource: { type: 'Payment', id: payment.id },
            before: { state: fromState },
            after: { state: toState },
            detail: {
                order: order.code,
                method: payment.method,
                amount: payment.amount,
                currency: order.currencyCode,
                transactionId: payment.transactionId,
            },
        }));
        this.on(RefundStateTransitionEvent, ({ fromState, toState, refund, order }) => ({
            action: 'transition-refund',
            resource: { type: 'Refund', id: refund.id },
            before: { state: fromState },
            after: { state: toState },
            detail: {
                order: order.code,
                total: refund.total,
                currency: order.currencyCode,
                reason: refund.reason,
            },
        }));
        this.on(StockMovementEvent, ({ type, stockMovements }) => ({
            action: 'move-stock',
            resource: {
                type: 'ProductVariant',
                id: [...new Set(stockMovements.map(movement => movement.productVariant.id))].join(','),
            },
            detail: {
                type,
                movements: stockMovements.map(({ id, quantity, productVariant, stockLocationId }) => ({
                    ...{ id, quantity, stockLocationId },
                    productVariantId: productVariant.id,
                })),
            },
        }));
    }

    private on<Event extends VendureEvent & { ctx: RequestContext }>(
        event: Type<Event>,
        tell: (event: Event) => AuditAct,
    ): void {
        this.events.registerBlockingEventHandler({
            id: `efi-audit-${event.name}`,
            event,
            handler: async happened => this.trail.record(happened.ctx, tell(happened)),
        });
    }
}
