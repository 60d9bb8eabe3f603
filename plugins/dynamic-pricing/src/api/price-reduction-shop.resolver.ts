import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
    Allow,
    Ctx,
    type ID,
    type Order,
    Permission,
    type ProductVariant,
    RequestContext,
    UserInputError,
} from '@vendure/core';
import { type PriceReduction, PriceReductions } from '../infrastructure/price-reductions';

const MOST = 100;

@Resolver()
export class PriceReductionShopResolver {
    constructor(private readonly reductions: PriceReductions) {}

    @Query()
    @Allow(Permission.Public)
    async efiPriceReductions(
        @Ctx() ctx: RequestContext,
        @Args() { productVariantIds, productIds }: { productVariantIds: ID[]; productIds: ID[] },
    ): Promise<PriceReduction[]> {
        if (productVariantIds.length > MOST || productIds.length > MOST) {
            throw new UserInputError(`At most ${MOST} variants and products can be asked for at once.`);
        }
        const ofProducts = productIds.length > 0 ? await this.reductions.candidates(ctx, productIds) : [];
        return this.reductions.ofVariants(ctx, [...new Set([...productVariantIds, ...ofProducts])]);
    }

    @Query()
    @Allow(Permission.Public)
    efiServerTime(): Date {
        return new Date();
    }
}

@Resolver('ProductVariant')
export class VariantReductionShopResolver {
    constructor(private readonly reductions: PriceReductions) {}

    @ResolveField()
    efiPriceReduction(
        @Ctx() ctx: RequestContext,
        @Parent() variant: ProductVariant,
    ): Promise<PriceReduction | null> {
        return this.reductions.of(ctx, variant.id);
    }
}

/** For whoever may see the order. */
@Resolver('Order')
export class OrderReductionShopResolver {
    constructor(private readonly reductions: PriceReductions) {}

    @ResolveField()
    efiPriceReductions(@Ctx() ctx: RequestContext, @Parent() order: Order): Promise<PriceReduction[]> {
        return this.reductions.ofOrder(ctx, order);
    }
}
