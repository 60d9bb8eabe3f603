import 'server-only';
import { graphql, type ResultOf } from '@/graphql/graphql';
import { queryShop } from '@/lib/vendure/client';
import { facetGroups, type FacetCount, type FacetGroup } from './facet-groups';
import { facetValueFilters, pageSize, type ListingState, type Sorting } from './listing-state';

const SearchQuery = graphql(`
    query Search($input: SearchInput!) {
        search(input: $input) {
            totalItems
            items {
                productId
                productName
                slug
                inStock
                currencyCode
                productAsset {
                    preview
                }
                price {
                    ... on PriceRange {
                        min
                        max
                    }
                    ... on SinglePrice {
                        value
                    }
                }
                priceWithTax {
                    ... on PriceRange {
                        min
                        max
                    }
                    ... on SinglePrice {
                        value
                    }
                }
            }
            facetValues {
                count
                facetValue {
                    id
                    name
                    facet {
                        id
                        name
                    }
                }
            }
        }
    }
`);

const FacetCountQuery = graphql(`
    query FacetCounts($input: SearchInput!) {
        search(input: $input) {
            facetValues {
                count
                facetValue {
                    id
                    name
                    facet {
                        id
                        name
                    }
                }
            }
        }
    }
`);

export type ProductSummary = ResultOf<typeof SearchQuery>['search']['items'][number];

export interface Listing {
    readonly products: readonly ProductSummary[];
    readonly totalItems: number;
    readonly facets: readonly FacetGroup[];
}

const sortInput: Record<Sorting, { name?: 'ASC'; price?: 'ASC' | 'DESC' } | undefined> = {
    relevance: undefined,
    'price-asc': { price: 'ASC' },
    'price-desc': { price: 'DESC' },
    name: { name: 'ASC' },
};

/** One page of products with the facets beside them. */
export async function searchProducts(state: ListingState, collectionId?: string): Promise<Listing> {
    const scope = { term: state.term || undefined, collectionId, groupByProduct: true };
    const [{ search }, widened] = await Promise.all([
        queryShop(SearchQuery, {
            input: {
                ...scope,
                facetValueFilters: facetValueFilters(state),
                sort: sortInput[state.sort],
                take: pageSize,
                skip: (state.page - 1) * pageSize,
            },
        }),
        Promise.all(
            [...state.filters.keys()].map(async (facetId): Promise<[string, readonly FacetCount[]]> => {
                const input = { ...scope, facetValueFilters: facetValueFilters(state, facetId), take: 0 };
                return [facetId, (await queryShop(FacetCountQuery, { input })).search.facetValues];
            }),
        ),
    ]);
    return {
        products: search.items,
        totalItems: search.totalItems,
        facets: facetGroups(search.facetValues, search.totalItems, new Map(widened), state.filters),
    };
}
