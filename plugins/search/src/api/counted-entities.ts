import { Injectable } from '@nestjs/common';
import {
    type Collection,
    CollectionService,
    type FacetValue,
    FacetValueService,
    type RequestContext,
    type Translated,
} from '@vendure/core';
import type { GraphQLResolveInfo } from 'graphql';
import type { SearchAnswer } from '../infrastructure/searching/catalogue-search';
import type { Wanted } from '../infrastructure/searching/search-plan';
import { ShownFacetValues } from './shown-facet-values';
import { wantedParts } from './wanted-parts';

export interface FacetValueResult {
    readonly facetValue: Translated<FacetValue>;
    readonly count: number;
}

export interface CollectionResult {
    readonly collection: Translated<Collection>;
    readonly count: number;
}

/** What stands behind the ids that a search has counted, in the shopper's language. */
@Injectable()
export class CountedEntities {
    constructor(
        private readonly facetValueService: FacetValueService,
        private readonly collectionService: CollectionService,
        private readonly shown: ShownFacetValues,
    ) {}

    /** Which parts of an answer a document asks for. */
    wanted(info: GraphQLResolveInfo): Wanted {
        const wanted = wantedParts(info);
        return wanted.facetValues && this.shown.areGuarded ? { ...wanted, facetValues: 'ids' } : wanted;
    }

    async facetValues(
        ctx: RequestContext,
        { facetValueCounts, facetValueRows }: SearchAnswer,
    ): Promise<FacetValueResult[]> {
        if (facetValueRows) {
            return facetValueRows.map(([count, json]) => ({ count, facetValue: this.shown.read(ctx, json) }));
        }
        const counts = facetValueCounts ?? new Map<string, number>();
        const found = counts.size > 0 ? await this.facetValueService.findByIds(ctx, [...counts.keys()]) : [];
        return found.map(facetValue => ({ facetValue, count: counts.get(String(facetValue.id)) ?? 0 }));
    }

    async collections(ctx: RequestContext, { collectionCounts }: SearchAnswer): Promise<CollectionResult[]> {
        const counts = collectionCounts ?? new Map<string, number>();
        const found = counts.size > 0 ? await this.collectionService.findByIds(ctx, [...counts.keys()]) : [];
        return found.map(collection => ({ collection, count: counts.get(String(collection.id)) ?? 0 }));
    }
}
