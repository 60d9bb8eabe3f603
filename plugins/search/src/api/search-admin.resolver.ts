import { Args, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, type Job, Permission, RequestContext } from '@vendure/core';
import type { GraphQLResolveInfo } from 'graphql';
import { IndexQueue } from '../infrastructure/indexing/index-queue';
import { CatalogueSearch, type SearchAnswer } from '../infrastructure/searching/catalogue-search';
import type { ExtendedSearchInput } from '../infrastructure/searching/search-query';
import { type CollectionResult, CountedEntities, type FacetValueResult } from './counted-entities';

@Resolver('SearchResponse')
export class SearchAdminResolver {
    constructor(
        private readonly catalogue: CatalogueSearch,
        private readonly entities: CountedEntities,
        private readonly index: IndexQueue,
    ) {}

    @Query()
    @Allow(Permission.ReadCatalog, Permission.ReadProduct)
    search(
        @Ctx() ctx: RequestContext,
        @Args('input') input: ExtendedSearchInput,
        @Info() info: GraphQLResolveInfo,
    ): Promise<SearchAnswer> {
        return this.catalogue.search(ctx, input, false, this.entities.wanted(info));
    }

    @ResolveField()
    efiCorrectedTerm(@Parent() { correctedTerm }: SearchAnswer): string | undefined {
        return correctedTerm;
    }

    @ResolveField()
    facetValues(@Ctx() ctx: RequestContext, @Parent() answer: SearchAnswer): Promise<FacetValueResult[]> {
        return this.entities.facetValues(ctx, answer);
    }

    @ResolveField()
    collections(@Ctx() ctx: RequestContext, @Parent() answer: SearchAnswer): Promise<CollectionResult[]> {
        return this.entities.collections(ctx, answer);
    }

    @Mutation()
    @Allow(Permission.UpdateCatalog, Permission.UpdateProduct)
    reindex(@Ctx() ctx: RequestContext): Promise<Job> {
        return this.index.reindex(ctx);
    }

    @Query()
    @Allow(Permission.ReadCatalog, Permission.ReadProduct)
    pendingSearchIndexUpdates(): Promise<number> {
        return this.index.pending();
    }

    @Mutation()
    @Allow(Permission.UpdateCatalog, Permission.UpdateProduct)
    async runPendingSearchIndexUpdates(@Ctx() ctx: RequestContext): Promise<{ success: boolean }> {
        await this.index.runPending(ctx);
        return { success: true };
    }
}
