import { getTranslations } from 'next-intl/server';
import { viewedProducts } from '@/lib/viewed/viewed';
import { ProductGrid } from './product-grid';
import { fetchProductsById } from './products-by-id';

const MOST = 4;

/**
 * What the shopper looked at before, where they agreed to have it kept. A page does without it too.
 *
 * @param except - Product that the page is about.
 */
export async function RecentlyViewed({ except }: { except?: string }) {
    const [t, viewed] = await Promise.all([getTranslations('listing'), viewedProducts()]);
    const products = await found(viewed.filter(id => id !== except).slice(0, MOST));
    if (products.length === 0) {
        return null;
    }
    return (
        <section aria-labelledby="recently-viewed" className="mt-20">
            <h2 id="recently-viewed" className="display mb-8 text-2xl md:text-3xl">
                {t('recentlyViewed')}
            </h2>
            <ProductGrid products={products} wide />
        </section>
    );
}

async function found(ids: readonly string[]) {
    try {
        return await fetchProductsById(ids);
    } catch (error) {
        console.warn('What was viewed could not be read:', error);
        return [];
    }
}
