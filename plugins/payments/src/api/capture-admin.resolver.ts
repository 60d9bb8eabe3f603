import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import {
    Allow,
    Ctx,
    type ID,
    Logger,
    OrderService,
    Payment,
    Permission,
    type RequestContext,
    TransactionalConnection,
    UserInputError,
} from '@vendure/core';
import { CapturePart } from '../application/capture-part';
import { IntentStore } from '../application/ports/intent-store.port';
import { fromShopAmount } from '../domain/money';
import { loggerCtx } from '../infrastructure/logger-context';
import { ShopPrecision } from '../infrastructure/shop-precision';

/** See the schema. Not one of Vendure's ErrorResult classes, whose messages are keys of translations. */
export class EfiCaptureError {
    readonly __typename = 'EfiCaptureError';
    readonly errorCode = 'EFI_CAPTURE_ERROR';

    constructor(readonly message: string) {}
}

/** Tells the members of the union apart. */
@Resolver('CaptureEfiPaymentResult')
export class CaptureResultResolver {
    @ResolveField()
    __resolveType(value: object): string {
        return value instanceof EfiCaptureError ? value.__typename : 'Payment';
    }
}

const OUTCOME_UNKNOWN =
    'The provider gave no clear answer. It is asked until it does, and captures if it has not. Do not capture again.';

@Resolver()
export class CaptureAdminResolver {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly store: IntentStore,
        private readonly orderService: OrderService,
        private readonly capturePart: CapturePart,
        private readonly precision: ShopPrecision,
    ) {}

    /** No transaction around it: it would hold the order's lock while the provider is asked. */
    @Mutation()
    @Allow(Permission.UpdateOrder)
    async captureEfiPayment(
        @Ctx() ctx: RequestContext,
        @Args() { paymentId, amount, final }: { paymentId: ID; amount: number; final: boolean },
    ): Promise<Payment | EfiCaptureError> {
        const record = await this.store.findByPayment(ctx, String(paymentId));
        const order = record && (await this.orderService.findOne(ctx, record.intent.orderId, []));
        if (!order) {
            throw new UserInputError('error.entity-with-id-not-found', {
                entityName: 'Payment',
                id: paymentId,
            });
        }
        const money = fromShopAmount(amount, record.intent.money.currency, this.precision.decimals);
        if (!money) {
            return new EfiCaptureError(`${record.intent.money.currency} has no coin for this amount.`);
        }
        const result = await this.capturePart.run(ctx, record, money.amount, final);
        switch (result.status) {
            case 'captured':
                if (result.orderError) {
                    const message = `Money of order ${order.code} was captured, the order follows: ${result.orderError.message}`;
                    Logger.error(message, loggerCtx);
                }
                return this.connection.getEntityOrThrow(ctx, Payment, paymentId);
            case 'refused':
                return new EfiCaptureError(result.reason);
            case 'unknown':
                return new EfiCaptureError(OUTCOME_UNKNOWN);
        }
    }
}
