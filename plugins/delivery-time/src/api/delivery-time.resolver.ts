import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { deliveryTimeOf } from '../delivery-time-field';
import type { DeliveryTime } from '../domain/delivery-time';

/** The Shop API has a type for a way of shipping that is offered for an order, and one for what is offered to anybody. */
@Resolver('ShippingMethodQuote')
export class QuoteDeliveryTimeResolver {
    @ResolveField()
    efiDeliveryTime(@Parent() method: { readonly customFields?: unknown }): DeliveryTime | null {
        return deliveryTimeOf(method) ?? null;
    }
}

@Resolver('PublicShippingMethod')
export class PublicDeliveryTimeResolver extends QuoteDeliveryTimeResolver {}
