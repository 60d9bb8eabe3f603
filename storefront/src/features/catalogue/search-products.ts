import 'server-only';
import { currentMarket } from '@/lib/market/current-market';
import { facetGroups, type FacetCount, type FacetGroup } from './facet-groups';
import { facetValueFilters, pageSize, type ListingState, type Sorting } from './listing-state';
import { boundsOf, hasPrice, type PriceBounds } from './price-filter';
import { askForProducts, type ProductSummary } from './search-query';

export type { ProductSummary } from './search-query';

export interface Listing {
    readonly products: readonly ProductSummary[];
    readonly totalItems: number;
    readonly facets: readonly FacetGroup[];
    /** What all of it costs, whatever price was asked for; `undefined` where no price can be asked for. */
    readonly prices: PriceBounds | undefined;
    /** What was searched for in place of a term that is spelt wrong. */
    readonly correctedTerm: string | undefined;
}

const sortInput: Record<Sorting, { name?: 'ASC'; price?: 'ASC' | 'DESC' } | undefined> = {
    relevance: undefined,
    'price-asc': { price: 'ASC' },
    'price-desc': { price: 'DESC' },
    name: { name: 'ASC' },
};

const nothing: Listing = {
    products: [],
    totalItems: 0,
    facets: [],
    prices: undefined,
    correctedTerm: undefined,
};

/** One page of products with the facets beside them. */
export async function searchProducts(state: ListingState, collectionId?: string): Promise<Listing> {
    const { showsTax } = (await currentMarket()).market;
    const scope = { term: state.term || undefined, collectionId, showsTax };
    const filtered = { ...scope, facetValueFilters: facetValueFilters(state), price: boundsOf(state.price) };
    const [found, widened, anyPrice] = await Promise.all([
        askForProducts({
            ...filtered,
            sort: sortInput[state.sort],
            take: pageSize,
            skip: (state.page - 1) * pageSize,
        }),
        Promise.all(
            [...state.filters.keys()].map(async (facetId): Promise<[string, readonly FacetCount[]]> => {
                const filters = facetValueFilters(state, facetId);
                const others = { ...filtered, facetValueFilters: filters, take: 0 };
                return [facetId, (await askForProducts(others)).facetValues];
            }),
        ),
        hasPrice(state.price) ? askForProducts({ ...filtered, price: undefined, take: 0 }) : undefined,
    ]);
    // The server corrects only what leads to nothing.
    if (state.exact && found.correctedTerm !== undefined) {
        return nothing;
    }
    return {
        products: found.items,
        totalItems: found.totalItems,
        facets: facetGroups(found.facetValues, found.totalItems, new Map(widened), state.filters),
        prices: worthAsking((anyPrice ?? found).range, state),
        correctedTerm: found.correctedTerm,
    };
}

/** Where everything costs the same, or nothing was found, no price narrows anything down. */
function worthAsking(range: PriceBounds | undefined, state: ListingState): PriceBounds | undefined {
    return range && (range.min < range.max || hasPrice(state.price)) ? range : undefined;
}
