import { hasPrice, parsePriceFilter, writeAmount, type PriceFilter } from './price-filter';

/** Orders of a listing, as they stand in the URL. */
export const sortings = ['relevance', 'price-asc', 'price-desc', 'name'] as const;
export type Sorting = (typeof sortings)[number];

export const pageSize = 24;

/** No list is longer, and the Shop API can't count further than to 2³¹. */
const lastPage = 1_000_000;

/** What a listing shows: all of it is in the URL, so that a page can be reloaded, shared and gone back to. */
export interface ListingState {
    readonly term: string;
    /** Whether the term is meant as it is, however it is spelt. */
    readonly exact: boolean;
    /** The chosen values of each facet, by ids. */
    readonly filters: ReadonlyMap<string, readonly string[]>;
    readonly price: PriceFilter;
    readonly sort: Sorting;
    /** From 1. */
    readonly page: number;
}

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** Reads the URL. What makes no sense is left out rather than refused: an old link should still show products. */
export function parseListingState(params: SearchParams): ListingState {
    const sort = sortings.find(candidate => candidate === first(params['sort'])) ?? 'relevance';
    const page = Number(first(params['page']));
    return {
        term: first(params['q']).trim().slice(0, 200),
        exact: first(params['exact']) === '1',
        filters: parseFilters(first(params['filter'])),
        price: parsePriceFilter(first(params['min']), first(params['max'])),
        sort,
        page: Number.isSafeInteger(page) && page > 1 && page <= lastPage ? page : 1,
    };
}

/** Writes the URL's query, without what is the default; `''` when nothing is left. */
export function listingQuery(state: ListingState): string {
    const params = new URLSearchParams();
    if (state.term) {
        params.set('q', state.term);
    }
    if (state.exact) {
        params.set('exact', '1');
    }
    if (state.filters.size > 0) {
        params.set(
            'filter',
            [...state.filters]
                .flatMap(([facet, values]) => values.map(value => `${facet}.${value}`))
                .join('~'),
        );
    }
    const { min, max } = state.price;
    if (min !== undefined) {
        params.set('min', writeAmount(min));
    }
    if (max !== undefined) {
        params.set('max', writeAmount(max));
    }
    if (state.sort !== 'relevance') {
        params.set('sort', state.sort);
    }
    if (state.page > 1) {
        params.set('page', String(state.page));
    }
    return params.size > 0 ? `?${params.toString()}` : '';
}

/** The listing after a click on a facet value. It begins at the first page again. */
export function toggleFilter(state: ListingState, facetId: string, valueId: string): ListingState {
    const chosen = state.filters.get(facetId) ?? [];
    const next = chosen.includes(valueId) ? chosen.filter(id => id !== valueId) : [...chosen, valueId];
    const filters = new Map(state.filters);
    if (next.length > 0) {
        filters.set(facetId, next);
    } else {
        filters.delete(facetId);
    }
    return { ...state, filters, page: 1 };
}

export function withoutFilters(state: ListingState): ListingState {
    return { ...state, filters: new Map(), price: {}, page: 1 };
}

export function isFiltered({ filters, price }: ListingState): boolean {
    return filters.size > 0 || hasPrice(price);
}

/** Why a listing shows no products. */
export type Emptiness = 'beyondLastPage' | 'nothingMatches' | 'nothingThere';

/** @param totalItems - How many products there are on all pages. */
export function emptiness(state: ListingState, totalItems: number): Emptiness {
    if (totalItems > 0) {
        return 'beyondLastPage';
    }
    return isFiltered(state) ? 'nothingMatches' : 'nothingThere';
}

/**
 * The filters as the search takes them: any value of one facet, but something of every facet.
 *
 * @param except - A facet to leave out, to count what its other values would bring.
 */
export function facetValueFilters(state: ListingState, except?: string): { or: string[] }[] {
    return [...state.filters]
        .filter(([facet]) => facet !== except)
        .map(([, values]) => ({ or: [...values] }));
}

function parseFilters(value: string): ReadonlyMap<string, readonly string[]> {
    const filters = new Map<string, string[]>();
    for (const pair of value.split('~').slice(0, 50)) {
        const match = /^([\w-]+)\.([\w-]+)$/.exec(pair);
        const [, facet, id] = match ?? [];
        if (facet && id && !filters.get(facet)?.includes(id)) {
            filters.set(facet, [...(filters.get(facet) ?? []), id]);
        }
    }
    return filters;
}

function first(value: string | string[] | undefined): string {
    return (Array.isArray(value) ? value[0] : value) ?? '';
}
