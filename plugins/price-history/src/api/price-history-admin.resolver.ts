import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, type ID, Permission, RequestContext, UserInputError } from '@vendure/core';
import { type PriceHistoryList, PriceHistoryService } from '../infrastructure/price-history.service';

const MAX_TAKE = 100;

@Resolver()
export class PriceHistoryAdminResolver {
    constructor(private readonly priceHistory: PriceHistoryService) {}

    @Query()
    @Allow(Permission.ReadCatalog, Permission.ReadProduct)
    efiPriceHistory(
        @Ctx() ctx: RequestContext,
        @Args() args: { productVariantId: ID; skip: number; take: number },
    ): Promise<PriceHistoryList> {
        const { productVariantId, skip, take } = args;
        if (skip < 0 || take < 1 || take > MAX_TAKE) {
            throw new UserInputError(`skip starts at 0, and take goes from 1 to ${MAX_TAKE}.`);
        }
        return this.priceHistory.history(ctx, productVariantId, skip, take);
    }
}
