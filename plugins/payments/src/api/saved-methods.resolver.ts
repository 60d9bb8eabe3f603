import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, Permission, type RequestContext } from '@vendure/core';
import type { SavedMethod } from '../application/ports/payment-gateway.port';
import { CustomerMethodsService } from '../infrastructure/customer-methods.service';

/** The Shop API for means of payment that customers keep. */
@Resolver()
export class SavedMethodsResolver {
    constructor(private readonly methods: CustomerMethodsService) {}

    @Query()
    @Allow(Permission.Authenticated)
    efiSavedPaymentMethods(
        @Ctx() ctx: RequestContext,
        @Args() { method }: { method: string },
    ): Promise<readonly SavedMethod[]> {
        return this.methods.list(ctx, method);
    }

    @Mutation()
    @Allow(Permission.Authenticated)
    forgetEfiSavedPaymentMethod(
        @Ctx() ctx: RequestContext,
        @Args() { method, reference }: { method: string; reference: string },
    ): Promise<readonly SavedMethod[]> {
        return this.methods.forget(ctx, method, reference);
    }
}
