import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PICK_UP_OPTIONS, type ResolvedPickUpOptions } from '../pick-up.options';

@Resolver('ShippingMethodQuote')
export class IsPickUpShopResolver {
    constructor(@Inject(PICK_UP_OPTIONS) private readonly options: ResolvedPickUpOptions) {}

    @ResolveField()
    efiIsPickUp(@Parent() { code }: { code: string }): boolean {
        return this.options.isPickUp(code);
    }
}
