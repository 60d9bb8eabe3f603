import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import {
    EventBus,
    OrderPlacedEvent,
    OrderStateTransitionEvent,
    type Order,
    type RequestContext,
    TransactionalConnection,
} from '@vendure/core';
import { OrderLocale } from './order-locale.entity';

/**
 * Keeps the language and market of each order, in the transaction that moves the order on. The shopper's last word
 * is the step to payment; the order itself may be placed by a payment provider's webhook, in no language at all.
 */
@Injectable()
export class OrderLocaleRecorder implements OnApplicationBootstrap {
    constructor(
        private readonly eventBus: EventBus,
        private readonly connection: TransactionalConnection,
    ) {}

    onApplicationBootstrap(): void {
        this.eventBus.registerBlockingEventHandler({
            event: OrderStateTransitionEvent,
            id: 'efi-order-locale-arranging-payment',
            handler: async ({ ctx, order, toState }) => {
                if (toState === 'ArrangingPayment') {
                    await this.record(ctx, order, true);
                }
            },
        });
        this.eventBus.registerBlockingEventHandler({
            event: OrderPlacedEvent,
            id: 'efi-order-locale-placed',
            handler: ({ ctx, order }) => this.record(ctx, order, false),
        });
    }

    private async record(ctx: RequestContext, order: Order, overwrite: boolean): Promise<void> {
        const insert = this.connection
            .getRepository(ctx, OrderLocale)
            .createQueryBuilder()
            .insert()
            .values({ orderId: order.id, channelId: ctx.channelId, languageCode: ctx.languageCode });
        await (
            overwrite ? insert.orUpdate(['channelId', 'languageCode'], ['orderId']) : insert.orIgnore()
        ).execute();
    }
}
