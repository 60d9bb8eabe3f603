import 'server-only';
import { graphql } from '@/graphql/graphql';
import type { Locale } from '@/lib/market/locale';
import { queryKeptIn } from '@/lib/vendure/client';

const ProductSlugsQuery = graphql(`
    query ProductSlugs($skip: Int!) {
        products(options: { take: 100, skip: $skip, sort: { id: ASC } }) {
            totalItems
            items {
                updatedAt
                translations {
                    languageCode
                    slug
                }
            }
        }
    }
`);

const CollectionSlugsQuery = graphql(`
    query CollectionSlugs {
        collections(options: { take: 100 }) {
            items {
                updatedAt
                translations {
                    languageCode
                    slug
                }
            }
        }
    }
`);

/** A page of the catalogue with its slug in each language. */
export interface CatalogueEntry {
    readonly path: '/products/' | '/collections/';
    readonly updatedAt: string;
    readonly translations: readonly { readonly languageCode: string; readonly slug: string }[];
}

/** Every product and collection that can be looked at in a market. The Shop API gives a hundred at a time. */
export async function fetchCatalogueEntries(locale: Locale): Promise<CatalogueEntry[]> {
    const { collections } = await queryKeptIn(locale, 'catalogueSlugs', CollectionSlugsQuery, {});
    const entries: CatalogueEntry[] = collections.items.map(item => ({ ...item, path: '/collections/' }));
    for (let skip = 0, total = 1; skip < total; skip += 100) {
        const { products } = await queryKeptIn(locale, 'catalogueSlugs', ProductSlugsQuery, { skip });
        total = products.totalItems;
        entries.push(...products.items.map(item => ({ ...item, path: '/products/' as const })));
    }
    return entries;
}
