import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Order } from '@vendure/core';
import { vatNumberOf } from '../vat-number-field';

/** In both APIs, and for whoever may see the order. */
@Resolver('Order')
export class OrderVatNumberResolver {
    @ResolveField()
    efiVatNumber(@Parent() order: Order): string | null {
        return vatNumberOf(order) ?? null;
    }
}
