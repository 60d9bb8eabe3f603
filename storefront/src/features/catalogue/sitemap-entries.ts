import 'server-only';
import { graphql } from '@/graphql/graphql';
import { productsPerFile } from '@/lib/found/sitemap-files';
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
    query CollectionSlugs($skip: Int!) {
        collections(options: { take: 100, skip: $skip, sort: { id: ASC } }) {
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

const ProductCountQuery = graphql(`
    query ProductCount {
        products(options: { take: 1 }) {
            totalItems
        }
    }
`);

/** A page of the catalogue with its slug in each language. */
export interface CatalogueEntry {
    readonly path: '/products/' | '/collections/';
    readonly updatedAt: string;
    readonly translations: readonly { readonly languageCode: string; readonly slug: string }[];
}

type Page = { readonly totalItems: number; readonly items: readonly Omit<CatalogueEntry, 'path'>[] };

/** How many products can be looked at in a market. */
export async function countProducts(locale: Locale): Promise<number> {
    return (await queryKeptIn(locale, 'catalogueSlugs', ProductCountQuery, {})).products.totalItems;
}

/** Every collection that can be looked at in a market. */
export async function fetchCollectionEntries(locale: Locale): Promise<CatalogueEntry[]> {
    const items = await fetchItems(
        async skip =>
            (await queryKeptIn(locale, 'catalogueSlugs', CollectionSlugsQuery, { skip })).collections,
        0,
        Infinity,
    );
    return items.map(item => ({ ...item, path: '/collections/' }));
}

/** Those of the products that can be looked at in a market that stand in one sitemap. @param number - Its number, from 1. */
export async function fetchProductEntries(locale: Locale, number: number): Promise<CatalogueEntry[]> {
    const items = await fetchItems(
        async skip => (await queryKeptIn(locale, 'catalogueSlugs', ProductSlugsQuery, { skip })).products,
        (number - 1) * productsPerFile,
        number * productsPerFile,
    );
    return items.map(item => ({ ...item, path: '/products/' }));
}

/** The Shop API gives a hundred at a time. */
async function fetchItems(ask: (skip: number) => Promise<Page>, from: number, to: number) {
    const items: Page['items'][number][] = [];
    for (let skip = from, total = from + 1; skip < Math.min(total, to); skip += 100) {
        const page = await ask(skip);
        total = page.totalItems;
        items.push(...page.items);
    }
    return items;
}
