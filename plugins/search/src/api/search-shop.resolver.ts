import { Args, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, Permission, RequestContext } from '@vendure/core';
import type { GraphQLResolveInfo } from 'graphql';
import { CatalogueSearch, type SearchAnswer } from '../infrastructure/searching/catalogue-search';
import type { ExtendedSearchInput } from '../infrastructure/searching/search-query';
import { type CollectionResult, CountedEntities, type FacetValueResult } from './counted-entities';

@Resolver('SearchResponse')
export class SearchShopResolver {
    constructor(
        private readonly catalogue: CatalogueSearch,
        private readonly entities: CountedEntities,
    ) {}

    @Query()
    @Allow(Permission.Public)
    search(
        @Ctx() ctx: RequestContext,
        @Args('input') input: ExtendedSearchInput,
        @Info() info: GraphQLResolveInfo,
    ): Promise<SearchAnswer> {
        return this.catalogue.search(ctx, input, true, this.entities.wanted(info));
    }

    @ResolveField()
    efiCorrectedTerm(@Parent() { correctedTerm }: SearchAnswer): string | undefined {
        return correctedTerm;
    }

    @ResolveField()
    async facetValues(
        @Ctx() ctx: RequestContext,
        @Parent() answer: SearchAnswer,
    ): Promise<FacetValueResult[]> {
        const results = await this.entities.facetValues(ctx, answer);
        return results.filter(({ facetValue }) => !facetValue.facet.isPrivate);
    }

    @ResolveField()
    async collections(
        @Ctx() ctx: RequestContext,
        @Parent() answer: SearchAnswer,
    ): Promise<CollectionResult[]> {
        const results = await this.entities.collections(ctx, answer);
        return results.filter(({ collection }) => !collection.isPrivate);
    }
}
