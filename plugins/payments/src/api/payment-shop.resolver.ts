import { showsRightTo } from '@efi/plugin-kit';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, OrderService, Permission, type RequestContext } from '@vendure/core';
import { IntentStore } from '../application/ports/intent-store.port';
import { isUuid } from '../domain/uuid';
import { type GraphqlAction, toGraphqlAction } from './graphql-action';
import { messageOf } from './payment-message';
import { type PaymentProgress, toProgress } from './payment-status';

interface PaymentStatus {
    readonly intentId: string;
    readonly state: PaymentProgress;
    readonly orderCode: string;
    readonly orderState: string;
    readonly action: GraphqlAction | undefined;
    readonly message: string | undefined;
}

@Resolver()
export class PaymentShopResolver {
    constructor(
        private readonly store: IntentStore,
        private readonly orderService: OrderService,
    ) {}

    @Query()
    @Allow(Permission.Public)
    async efiPayment(
        @Ctx() ctx: RequestContext,
        @Args('intentId') intentId: string,
    ): Promise<PaymentStatus | undefined> {
        const record = isUuid(intentId) ? await this.store.find(intentId) : undefined;
        if (!record) {
            return undefined;
        }
        // Who knows the payment's number has it from us, and needs no session to see how it stands.
        showsRightTo(record.intent.orderId);
        const order = await this.orderService.findOne(ctx, record.intent.orderId, []);
        if (!order) {
            return undefined;
        }
        const { intent } = record;
        return {
            intentId: intent.id,
            state: toProgress(intent.state),
            orderCode: intent.orderCode,
            orderState: order.state,
            action: toGraphqlAction(intent.action),
            message: messageOf(ctx, intent),
        };
    }
}
