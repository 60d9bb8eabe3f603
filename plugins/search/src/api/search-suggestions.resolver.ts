import { Args, Info, Query, Resolver } from '@nestjs/graphql';
import {
    Allow,
    type Collection,
    CollectionService,
    Ctx,
    Permission,
    RequestContext,
    type Translated,
    UserInputError,
} from '@vendure/core';
import type { GraphQLResolveInfo } from 'graphql';
import { readTerm, type TermQuery } from '../domain/search-term';
import { CatalogueSearch } from '../infrastructure/searching/catalogue-search';
import { CollectionNames } from '../infrastructure/searching/collection-names';
import type { FoundItem } from '../infrastructure/searching/found-item';
import { asksFor, listedParts } from './wanted-parts';

/** `EfiSearchSuggestions` of the Shop API. */
interface Suggestions {
    readonly products: readonly FoundItem[];
    readonly collections: ReadonlyArray<Translated<Collection>>;
    readonly correctedTerm?: string;
}

const MOST = 20;

@Resolver()
export class SearchSuggestionsResolver {
    constructor(
        private readonly catalogue: CatalogueSearch,
        private readonly names: CollectionNames,
        private readonly collectionService: CollectionService,
    ) {}

    @Query()
    @Allow(Permission.Public)
    async efiSearchSuggestions(
        @Ctx() ctx: RequestContext,
        @Args('term') text: string,
        @Args('take') take: number,
        @Info() info: GraphQLResolveInfo,
    ): Promise<Suggestions> {
        if (take < 1 || take > MOST) {
            throw new UserInputError(`take must be from 1 to ${MOST}, not ${take}.`);
        }
        const term = readTerm(text);
        if (!term || term.words.length === 0) {
            return { products: [], collections: [] };
        }
        const { items, correctedTerm } = await this.catalogue.find(
            ctx,
            { term: text, groupByProduct: true, take },
            true,
            {
                total: false,
                items: listedParts(info, 'products'),
                facetValues: false,
                collections: false,
                priceRanges: false,
                priceBuckets: false,
            },
        );
        const said = (correctedTerm && readTerm(correctedTerm)) || term;
        const collections = asksFor(info, 'collections') ? await this.collections(ctx, said, take) : [];
        return { products: items, collections, correctedTerm };
    }

    private async collections(
        ctx: RequestContext,
        term: TermQuery,
        take: number,
    ): Promise<Array<Translated<Collection>>> {
        const ids = await this.names.find(ctx, term, take);
        const found = ids.length > 0 ? await this.collectionService.findByIds(ctx, ids) : [];
        return ids.flatMap(id => found.filter(collection => Number(collection.id) === id));
    }
}
