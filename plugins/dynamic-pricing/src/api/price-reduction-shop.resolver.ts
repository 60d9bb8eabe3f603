import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
    Allow,
    Ctx,
    type ID,
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
    efiPriceReductions(
        @Ctx() ctx: RequestContext,
        @Args() { productVariantIds }: { productVariantIds: ID[] },
    ): Promise<PriceReduction[]> {
        if (productVariantIds.length > MOST) {
            throw new UserInputError(`At most ${MOST} variants can be asked for at once.`);
        }
        return this.reductions.ofVariants(ctx, productVariantIds);
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
