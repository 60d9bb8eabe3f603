import { CatalogueNotice } from '@/components/ui/catalogue-notice';
import { ProductCard } from './product-card';
import { fetchReductions } from '@/lib/price/reduction';
import { cheapest } from '@/lib/price/announced';
import type { ProductSummary } from './search-products';

export async function ProductGrid({
    products,
    wide,
    first,
}: {
    products: readonly ProductSummary[];
    wide?: boolean;
    /** Whether it is what one sees first of the page. */
    first?: boolean;
}) {
    const { items } = await fetchReductions({ productIds: products.map(({ productId }) => productId) });
    return (
        <>
            <CatalogueNotice />
            <ul
                className={`grid grid-cols-2 gap-x-4 gap-y-9 md:grid-cols-3 md:gap-x-6 md:gap-y-12 ${wide ? 'lg:grid-cols-4' : ''}`}
            >
                {products.map((product, index) => (
                    <li key={product.productId}>
                        <ProductCard
                            product={product}
                            reduction={cheapest(items, product.productId)}
                            comes={first && index < 4 ? (index < 2 ? 'first' : 'early') : undefined}
                        />
                    </li>
                ))}
            </ul>
        </>
    );
}
