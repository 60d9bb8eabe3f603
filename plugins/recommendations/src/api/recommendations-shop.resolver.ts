import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
    Allow,
    Ctx,
    ForbiddenError,
    type ID,
    Permission,
    type RequestContext,
    UserInputError,
} from '@vendure/core';
import { ShopperChoicesStore } from '../application/ports/shopper-choices.port';
import { ProductCards } from '../infrastructure/product-cards';
import { type RecommendationList, RecommendationService } from '../infrastructure/recommendation.service';
import { type ListInput, toListRequest } from './list-request';

interface Preferences {
    readonly personal: boolean;
    readonly hidden: ReadonlyArray<{ productId: ID; productName: string }>;
}

@Resolver()
export class RecommendationsShopResolver {
    constructor(
        private readonly recommendations: RecommendationService,
        private readonly choices: ShopperChoicesStore,
        private readonly cards: ProductCards,
    ) {}

    @Query()
    @Allow(Permission.Public)
    efiRecommendations(
        @Ctx() ctx: RequestContext,
        @Args() { input }: { input: ListInput },
    ): Promise<RecommendationList> {
        if (input.placement === 'EMAIL') {
            throw new UserInputError('The placement EMAIL is for mails.');
        }
        return this.recommendations.forShopper(ctx, toListRequest(input));
    }

    @Query()
    @Allow(Permission.Authenticated)
    async efiRecommendationPreferences(@Ctx() ctx: RequestContext): Promise<Preferences> {
        return this.preferences(ctx, await this.customerOf(ctx));
    }

    @Mutation()
    @Allow(Permission.Authenticated)
    async hideEfiRecommendation(
        @Ctx() ctx: RequestContext,
        @Args() { productId }: { productId: ID },
    ): Promise<Preferences> {
        const customerId = await this.customerOf(ctx);
        await this.choices.hide(customerId, Number(productId));
        return this.preferences(ctx, customerId);
    }

    @Mutation()
    @Allow(Permission.Authenticated)
    async showEfiRecommendation(
        @Ctx() ctx: RequestContext,
        @Args() { productId }: { productId: ID },
    ): Promise<Preferences> {
        const customerId = await this.customerOf(ctx);
        await this.choices.show(customerId, Number(productId));
        return this.preferences(ctx, customerId);
    }

    @Mutation()
    @Allow(Permission.Authenticated)
    async setEfiPersonalRecommendations(
        @Ctx() ctx: RequestContext,
        @Args() { enabled }: { enabled: boolean },
    ): Promise<Preferences> {
        const customerId = await this.customerOf(ctx);
        await this.choices.setPersonal(customerId, enabled);
        return this.preferences(ctx, customerId);
    }

    private async preferences(ctx: RequestContext, customerId: number): Promise<Preferences> {
        const { personal, hidden } = await this.choices.of(customerId);
        const names = await this.cards.names(ctx, hidden);
        return {
            personal,
            hidden: hidden.flatMap(productId => {
                const productName = names.get(productId);
                return productName === undefined ? [] : [{ productId, productName }];
            }),
        };
    }

    private async customerOf(ctx: RequestContext): Promise<number> {
        const customerId = await this.recommendations.customerOf(ctx);
        if (customerId === undefined) {
            throw new ForbiddenError();
        }
        return customerId;
    }
}
