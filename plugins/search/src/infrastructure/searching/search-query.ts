import type { SearchInput } from '@vendure/common/lib/generated-types';
import { LogicalOperator } from '@vendure/common/lib/generated-types';
import { type ID, UserInputError } from '@vendure/core';

/** Bounds of a price in minor units, both included. */
export interface PriceBounds {
    readonly min: number;
    readonly max: number;
}

/** Vendure's input with what search plugins add to it. */
export interface ExtendedSearchInput extends SearchInput {
    inStock?: boolean | null;
    priceRange?: PriceBounds | null;
    priceRangeWithTax?: PriceBounds | null;
}

/** An id that nothing has. */
const NOTHING = -1;
const GREATEST_INTEGER = 2_147_483_647;

/** What a search asks for, checked. */
export interface SearchFilters {
    /** Each list: one of these is enough. */
    readonly facetValueGroups: ReadonlyArray<readonly number[]>;
    /** Each list: one of these is enough. */
    readonly collectionGroups: ReadonlyArray<readonly number[]>;
    /** Each list: one of these is enough. */
    readonly slugGroups: ReadonlyArray<readonly string[]>;
    readonly inStock?: boolean;
    readonly price?: PriceBounds;
    readonly priceWithTax?: PriceBounds;
}

/** @throws UserInputError as Vendure's own search does, for a filter that has both `and` and `or`. */
export function readFilters(input: ExtendedSearchInput): SearchFilters {
    const { collectionId, collectionIds, collectionSlug, collectionSlugs } = input;
    return {
        facetValueGroups: [...facetValueFilters(input), ...deprecatedFacetValues(input)],
        collectionGroups: [collectionId ? [collectionId] : [], collectionIds ?? []]
            .map(integers)
            .filter(isFilled),
        slugGroups: [collectionSlug ? [collectionSlug] : [], collectionSlugs ?? []].filter(isFilled),
        inStock: input.inStock ?? undefined,
        price: input.priceRange ?? undefined,
        priceWithTax: input.priceRangeWithTax ?? undefined,
    };
}

function facetValueFilters({ facetValueFilters: filters }: ExtendedSearchInput): number[][] {
    return (filters ?? []).flatMap(({ and, or }) => {
        if (and && or?.length) {
            throw new UserInputError('error.facetfilterinput-invalid-input');
        }
        return [and ? [and] : [], or ?? []].map(integers).filter(isFilled);
    });
}

function deprecatedFacetValues({ facetValueIds, facetValueOperator }: ExtendedSearchInput): number[][] {
    const ids = integers(facetValueIds ?? []);
    return facetValueOperator === LogicalOperator.AND ? ids.map(id => [id]) : [ids].filter(isFilled);
}

function integers(ids: readonly ID[]): number[] {
    return ids
        .map(Number)
        .map(id => (Number.isInteger(id) && Math.abs(id) <= GREATEST_INTEGER ? id : NOTHING));
}

function isFilled(values: readonly unknown[]): boolean {
    return values.length > 0;
}

const DEFAULT_TAKE = 25;

/**
 * The page that is asked for.
 *
 * @throws UserInputError for one that can't be.
 */
export function readPage({ take, skip }: SearchInput, most: number): { take: number; skip: number } {
    if ((take ?? 0) < 0 || (skip ?? 0) < 0) {
        throw new UserInputError('error.list-query-invalid-take-or-skip');
    }
    if ((take ?? 0) > most) {
        throw new UserInputError('error.list-query-limit-exceeded', { limit: most });
    }
    // Also for 0, as in Vendure's own search.
    return { take: take || Math.min(DEFAULT_TAKE, most), skip: skip ?? 0 };
}
