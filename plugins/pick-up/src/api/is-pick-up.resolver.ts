import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PICK_UP_OPTIONS, type ResolvedPickUpOptions } from '../pick-up.options';

/** The Shop API has three types for a way of shipping: offered for an order, chosen for one, and offered to anybody. */
@Resolver('ShippingMethodQuote')
export class IsPickUpQuoteResolver {
    constructor(@Inject(PICK_UP_OPTIONS) private readonly options: ResolvedPickUpOptions) {}

    @ResolveField()
    efiIsPickUp(@Parent() { code }: { code: string }): boolean {
        return this.options.isPickUp(code);
    }
}

@Resolver('ShippingMethod')
export class IsPickUpMethodResolver extends IsPickUpQuoteResolver {}

@Resolver('PublicShippingMethod')
export class IsPickUpPublicResolver extends IsPickUpQuoteResolver {}
