import 'server-only';
import { graphql, type ResultOf } from '@/graphql/graphql';
import { queryCatalogue } from '@/lib/vendure/client';
import { askSearchEngine } from '@/lib/vendure/search-engine';
import type { FacetCount } from './facet-groups';
import type { PriceBounds } from './price-filter';

const FoundFragment = graphql(`
    fragment Found on SearchResponse @_unmask {
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
`);

const PricesFragment = graphql(`
    fragment FoundPrices on SearchResponse @_unmask {
        prices {
            range {
                min
                max
            }
            rangeWithTax {
                min
                max
            }
        }
    }
`);

const CorrectedSearchQuery = graphql(
    `
        query CorrectedSearch($input: SearchInput!) {
            search(input: $input) {
                ...Found
                ...FoundPrices
                efiCorrectedTerm
            }
        }
    `,
    [FoundFragment, PricesFragment],
);

const PricedSearchQuery = graphql(
    `
        query PricedSearch($input: SearchInput!) {
            search(input: $input) {
                ...Found
                ...FoundPrices
            }
        }
    `,
    [FoundFragment, PricesFragment],
);

const SearchQuery = graphql(
    `
        query Search($input: SearchInput!) {
            search(input: $input) {
                ...Found
            }
        }
    `,
    [FoundFragment],
);

type Items = ResultOf<typeof FoundFragment>['items'];

export type ProductSummary = Items[number];

/** What to look for, in the words of the Shop API. */
export interface SearchRequest {
    readonly term: string | undefined;
    readonly collectionId: string | undefined;
    readonly facetValueFilters: { or: string[] }[];
    /** In minor units, as the market shows prices. */
    readonly price: PriceBounds | undefined;
    readonly showsTax: boolean;
    readonly sort?: { name?: 'ASC'; price?: 'ASC' | 'DESC' };
    readonly take: number;
    readonly skip?: number;
}

/** What a search found, as far as the server's search engine can tell. */
export interface Found {
    readonly items: readonly ProductSummary[];
    readonly totalItems: number;
    readonly facetValues: readonly FacetCount[];
    /** From the cheapest to the dearest, in minor units as the market shows prices. Without it no price can be asked for. */
    readonly range: PriceBounds | undefined;
    /** What was searched for in place of a term that is spelt wrong. */
    readonly correctedTerm: string | undefined;
}

/** Asks the search engine, for products rather than variants. An engine that knows no prices leaves them out. */
export async function askForProducts(request: SearchRequest): Promise<Found> {
    const { price, showsTax, ...rest } = request;
    const input = { ...rest, groupByProduct: true };
    const priced = { ...input, [showsTax ? 'priceRangeWithTax' : 'priceRange']: price };
    const rangeOf = ({ prices }: ResultOf<typeof PricesFragment>) =>
        showsTax ? prices.rangeWithTax : prices.range;
    return askSearchEngine<Found>([
        {
            needs: 'efiCorrectedTerm',
            ask: async () => {
                const { search } = await queryCatalogue(CorrectedSearchQuery, { input: priced });
                return {
                    ...search,
                    range: rangeOf(search),
                    correctedTerm: search.efiCorrectedTerm ?? undefined,
                };
            },
        },
        {
            needs: 'prices',
            ask: async () => {
                const { search } = await queryCatalogue(PricedSearchQuery, { input: priced });
                return { ...search, range: rangeOf(search), correctedTerm: undefined };
            },
        },
        {
            needs: 'search',
            ask: async () => {
                const { search } = await queryCatalogue(SearchQuery, { input });
                return { ...search, range: undefined, correctedTerm: undefined };
            },
        },
    ]);
}
