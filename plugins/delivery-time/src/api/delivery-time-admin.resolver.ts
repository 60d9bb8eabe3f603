import { Args, Mutation, Resolver } from '@nestjs/graphql';
import {
    Allow,
    Ctx,
    type ID,
    Permission,
    RequestContext,
    type ShippingMethod,
    ShippingMethodService,
    Transaction,
    UserInputError,
} from '@vendure/core';
import { DELIVERY_TIME } from '../delivery-time-field';
import { type DeliveryTime, type DeliveryTimeProblem, readDeliveryTime } from '../domain/delivery-time';
import { QuoteDeliveryTimeResolver } from './delivery-time.resolver';

const problems: Readonly<Record<DeliveryTimeProblem, string>> = {
    DAYS: 'error.efi-delivery-time-days',
    ORDER: 'error.efi-delivery-time-order',
    ORDER_BY: 'error.efi-delivery-time-order-by',
};

@Resolver('ShippingMethod')
export class DeliveryTimeAdminResolver extends QuoteDeliveryTimeResolver {
    constructor(private readonly methods: ShippingMethodService) {
        super();
    }

    @Mutation()
    @Transaction()
    @Allow(Permission.UpdateSettings, Permission.UpdateShippingMethod)
    setEfiDeliveryTime(
        @Ctx() ctx: RequestContext,
        @Args() { shippingMethodId: id, time }: { shippingMethodId: ID; time?: DeliveryTime | null },
    ): Promise<ShippingMethod> {
        const reading = time ? readDeliveryTime(time) : undefined;
        if (reading?.ok === false) {
            throw new UserInputError(problems[reading.problem]);
        }
        return this.methods.update(ctx, {
            id,
            translations: [],
            customFields: { [DELIVERY_TIME]: reading?.time ?? null },
        });
    }
}
