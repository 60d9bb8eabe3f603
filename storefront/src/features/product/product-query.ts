import 'server-only';
import { cache } from 'react';
import { graphql, type ResultOf } from '@/graphql/graphql';
import { queryCatalogue } from '@/lib/vendure/client';

const ProductQuery = graphql(`
    query Product($slug: String!) {
        product(slug: $slug) {
            id
            name
            slug
            description
            featuredAsset {
                id
                preview
            }
            assets {
                id
                preview
            }
            optionGroups {
                id
                code
                name
                options {
                    id
                    name
                }
            }
            variants {
                id
                name
                sku
                price
                priceWithTax
                currencyCode
                stockLevel
                taxRateApplied {
                    value
                }
                options {
                    id
                    groupId
                }
                featuredAsset {
                    id
                    preview
                }
            }
            facetValues {
                id
                name
                facet {
                    id
                    name
                }
            }
            collections {
                id
                name
                slug
                breadcrumbs {
                    id
                    name
                    slug
                }
            }
            translations {
                languageCode
                slug
            }
        }
    }
`);

export type Product = NonNullable<ResultOf<typeof ProductQuery>['product']>;
export type Variant = Product['variants'][number];

/** What a browser needs of a product to show its pictures and to choose a variant. */
export interface ShownProduct extends Pick<Product, 'id' | 'name' | 'featuredAsset' | 'assets' | 'variants'> {
    readonly optionGroups: readonly Omit<Product['optionGroups'][number], 'code'>[];
}

/** A product by its slug in any language; asked for once per request. */
export const fetchProduct = cache(
    async (slug: string): Promise<Product | undefined> =>
        (await queryCatalogue(ProductQuery, { slug })).product ?? undefined,
);
