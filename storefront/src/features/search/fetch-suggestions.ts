import 'server-only';
import { graphql } from '@/graphql/graphql';
import type { Locale } from '@/lib/market/locale';
import type { Suggestions } from '@/lib/search/suggestions';
import { queryShopIn } from '@/lib/vendure/client';
import { askSearchEngine } from '@/lib/vendure/search-engine';

const SuggestionsQuery = graphql(`
    query SearchSuggestions($term: String!, $take: Int!) {
        efiSearchSuggestions(term: $term, take: $take) {
            products {
                productName
                slug
                productAsset {
                    preview
                }
            }
            collections {
                name
                slug
            }
            correctedTerm
        }
    }
`);

/** What every search engine of Vendure's can tell. */
const PlainSuggestionsQuery = graphql(`
    query PlainSearchSuggestions($term: String!, $take: Int!) {
        search(input: { term: $term, groupByProduct: true, take: $take }) {
            items {
                productName
                slug
                productAsset {
                    preview
                }
            }
        }
        collections(options: { filter: { name: { contains: $term } }, take: $take }) {
            items {
                name
                slug
            }
        }
    }
`);

/** Of each kind. */
const MOST = 5;

/** Later than this, in milliseconds, nobody waits for them any longer. */
const PATIENCE = 2_000;

/** What a shopper may mean by a term. Shows no price and no stock, so that it may be kept for a moment. */
export async function fetchSuggestions(locale: Locale, term: string): Promise<Suggestions> {
    const variables = { term, take: MOST };
    return askSearchEngine<Suggestions>([
        {
            needs: 'efiSearchSuggestions',
            ask: async () => {
                const { efiSearchSuggestions: found } = await queryShopIn(
                    locale,
                    SuggestionsQuery,
                    variables,
                    PATIENCE,
                );
                return suggestions(found.products, found.collections, found.correctedTerm);
            },
        },
        {
            needs: 'search',
            ask: async () => {
                const { search, collections } = await queryShopIn(
                    locale,
                    PlainSuggestionsQuery,
                    variables,
                    PATIENCE,
                );
                return suggestions(search.items, collections.items, null);
            },
        },
    ]);
}

interface FoundProduct {
    readonly productName: string;
    readonly slug: string;
    readonly productAsset: { readonly preview: string } | null;
}

function suggestions(
    products: readonly FoundProduct[],
    collections: Suggestions['collections'],
    correctedTerm: string | null,
): Suggestions {
    return {
        products: products.map(({ productName, slug, productAsset }) => ({
            name: productName,
            slug,
            image: productAsset?.preview,
        })),
        collections: collections.map(({ name, slug }) => ({ name, slug })),
        correctedTerm: correctedTerm ?? undefined,
    };
}
