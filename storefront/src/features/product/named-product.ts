import 'server-only';
import { graphql } from '@/graphql/graphql';
import type { Locale } from '@/lib/market/locale';
import { queryShopIn } from '@/lib/vendure/client';

const NamedProductQuery = graphql(`
    query NamedProduct($slug: String!) {
        product(slug: $slug) {
            name
            featuredAsset {
                preview
            }
        }
    }
`);

/** What a picture of a product needs to know. */
export async function productNamed(locale: Locale, slug: string) {
    const { product } = await queryShopIn(locale, NamedProductQuery, { slug });
    return product && { name: product.name, preview: product.featuredAsset?.preview };
}
