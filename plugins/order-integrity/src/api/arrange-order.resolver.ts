import type { CheckoutRefusal } from '@efi/plugin-kit';
import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, type Order, Permission, RequestContext } from '@vendure/core';
import { ArrangeOrder, type ArrangeOrderInput } from '../infrastructure/arranging/arrange-order';

@Resolver()
export class ArrangeOrderResolver {
    constructor(private readonly arrangeOrder: ArrangeOrder) {}

    @Mutation()
    @Allow(Permission.UpdateOrder, Permission.Owner)
    arrangeEfiOrder(
        @Ctx() ctx: RequestContext,
        @Args('input') input: ArrangeOrderInput,
    ): Promise<Order | CheckoutRefusal> {
        return this.arrangeOrder.execute(ctx, input);
    }
}

/** Tells GraphQL which of the union's types it has before it. */
@Resolver('ArrangeEfiOrderResult')
export class ArrangeOrderResultResolver {
    @ResolveField()
    __resolveType(result: Order | CheckoutRefusal): string {
        return 'errorCode' in result ? result.__typename : 'Order';
    }
}
