import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import {
    type BehaviourAct,
    behaviourEvents,
    ConsentChangedEvent,
    ConsentDeclaredEvent,
} from '@efi/plugin-kit';
import {
    CustomerEvent,
    EventBus,
    LoginEvent,
    type OrderLine,
    OrderLineEvent,
    OrderPlacedEvent,
    TransactionalConnection,
} from '@vendure/core';
import { CustomerBehaviour } from '../customer-behaviour';
import { BehaviourEventRow } from '../entities/behaviour-event.entity';

const cartActs = { created: 'added-to-cart', deleted: 'removed-from-cart' } as const;

/** What the server itself sees shoppers do, once it is committed. */
@Injectable()
export class ShopEventsSubscriber implements OnApplicationBootstrap {
    constructor(
        private readonly eventBus: EventBus,
        private readonly connection: TransactionalConnection,
        private readonly customers: CustomerBehaviour,
    ) {}

    onApplicationBootstrap(): void {
        this.followConsent();
        const events = behaviourEvents(this.connection.rawConnection);
        this.eventBus.ofType(OrderLineEvent).subscribe(({ ctx, order, orderLine, type }) => {
            if (ctx.apiType === 'shop' && (type === 'created' || type === 'deleted')) {
                const act: BehaviourAct = { type: cartActs[type], orderId: order.id, ...wanted(orderLine) };
                events.record(ctx, [act]);
            }
        });
        this.eventBus.ofType(OrderPlacedEvent).subscribe(({ ctx, order }) => {
            events.record(ctx, [{ type: 'order-placed', orderId: order.id, lines: order.lines.map(wanted) }]);
        });
        this.eventBus.ofType(LoginEvent).subscribe(({ ctx, user }) => {
            if (ctx.apiType === 'shop') {
                this.customers.joinVisitInBackground(ctx, user.id);
            }
        });
        this.eventBus.ofType(CustomerEvent).subscribe(({ entity, type }) => {
            if (type === 'deleted') {
                this.customers.eraseInBackground(entity.id);
            }
        });
    }

    private followConsent(): void {
        this.eventBus.registerBlockingEventHandler({
            id: 'efi-behaviour-consent-declared',
            event: ConsentDeclaredEvent,
            handler: ({ ctx, purposes }) => this.customers.declared(ctx, purposes),
        });
        this.eventBus.registerBlockingEventHandler({
            id: 'efi-behaviour-consent-changed',
            event: ConsentChangedEvent,
            handler: ({ ctx, customerId, decision }) =>
                this.customers.changed(
                    this.connection.getRepository(ctx, BehaviourEventRow).manager,
                    customerId,
                    decision.purposes,
                ),
        });
    }
}

function wanted({ productVariant, quantity }: OrderLine) {
    return { productId: productVariant.productId, productVariantId: productVariant.id, quantity };
}
