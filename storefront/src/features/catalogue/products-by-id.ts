import 'server-only';
import { graphql, type ResultOf } from '@/graphql/graphql';
import { queryCatalogue } from '@/lib/vendure/client';
import type { ProductSummary } from './search-query';

const ProductsByIdQuery = graphql(`
    query ProductsById($ids: [String!]!) {
        products(options: { filter: { id: { in: $ids } }, take: 12 }) {
            items {
                id
                name
                slug
                featuredAsset {
                    preview
                }
                variants {
                    price
                    priceWithTax
                    currencyCode
                    stockLevel
                }
            }
        }
    }
`);

type Found = ResultOf<typeof ProductsByIdQuery>['products']['items'][number];

/** Products as a list shows them, in the order of their ids. What is no longer sold is left out. */
export async function fetchProductsById(ids: readonly string[]): Promise<readonly ProductSummary[]> {
    if (ids.length === 0) {
        return [];
    }
    const { products } = await queryCatalogue(ProductsByIdQuery, { ids: [...ids] });
    const byId = new Map(products.items.map(product => [product.id, product]));
    return ids.flatMap(id => {
        const found = byId.get(id);
        return found && found.variants.length > 0 ? [summaryOf(found)] : [];
    });
}

function summaryOf({ id, name, slug, featuredAsset, variants }: Found): ProductSummary {
    const rangeOf = (amounts: readonly number[]) => ({
        min: Math.min(...amounts),
        max: Math.max(...amounts),
    });
    return {
        productId: id,
        productName: name,
        slug,
        inStock: variants.some(variant => variant.stockLevel !== 'OUT_OF_STOCK'),
        currencyCode: variants[0]?.currencyCode ?? 'USD',
        productAsset: featuredAsset,
        price: rangeOf(variants.map(variant => variant.price)),
        priceWithTax: rangeOf(variants.map(variant => variant.priceWithTax)),
    };
}
