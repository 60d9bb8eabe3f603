import 'server-only';
import { graphql, type ResultOf } from '@/graphql/graphql';
import { queryCatalogue } from '@/lib/vendure/client';

const ComparedQuery = graphql(`
    query Compared($ids: [String!]!) {
        products(options: { filter: { id: { in: $ids } }, take: 4 }) {
            items {
                id
                name
                slug
                featuredAsset {
                    preview
                }
                optionGroups {
                    id
                    name
                    options {
                        id
                        name
                    }
                }
                facetValues {
                    name
                    facet {
                        id
                        name
                    }
                }
                variants {
                    id
                    options {
                        id
                    }
                    price
                    priceWithTax
                    currencyCode
                    stockLevel
                }
            }
        }
    }
`);

export type Compared = ResultOf<typeof ComparedQuery>['products']['items'][number];

/** In the order in which they were put side by side. What is no longer sold is left out. */
export async function fetchCompared(ids: readonly string[]): Promise<readonly Compared[]> {
    if (ids.length === 0) {
        return [];
    }
    const { products } = await queryCatalogue(ComparedQuery, { ids: [...ids] });
    return ids.flatMap(id => products.items.find(product => product.id === id) ?? []);
}
