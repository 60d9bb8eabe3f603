import { getTranslations } from 'next-intl/server';
import { PageTitle } from '@/components/ui/page-title';
import { parseListingState } from '@/features/catalogue/listing-state';
import { ProductGrid } from '@/features/catalogue/product-grid';
import { fetchProductsById } from '@/features/catalogue/products-by-id';
import { searchProducts } from '@/features/catalogue/search-products';
import { Banner, CollectionTiles, Hero, RichText } from '@/features/content/blocks';
import type { WrittenBlock, WrittenPage as Page } from '@/features/content/content-queries';
import { Link } from '@/i18n/navigation';

/** So many of a collection stand on a page. */
const MOST = 8;

/** What merchandisers wrote. Its title is the first heading, unless the page opens with one of its own. */
export function WrittenPage({ page: { title, blocks } }: { page: Pick<Page, 'title' | 'blocks'> }) {
    const opensWithTitle = blocks[0]?.__typename === 'EfiContentHero';
    return (
        <>
            {!opensWithTitle && title && (
                <div className="page pt-8 md:pt-12">
                    <PageTitle>{title}</PageTitle>
                </div>
            )}
            {blocks.map((block, index) => (
                <Block key={block.id} block={block} isTitle={opensWithTitle && index === 0} />
            ))}
        </>
    );
}

function Block({ block, isTitle }: { block: WrittenBlock; isTitle: boolean }) {
    switch (block.__typename) {
        case 'EfiContentHero':
            return <Hero block={block} isTitle={isTitle} />;
        case 'EfiContentRichText':
            return <RichText block={block} />;
        case 'EfiContentBanner':
            return <Banner block={block} />;
        case 'EfiContentProductRail':
            return <ProductRail block={block} />;
        case 'EfiContentCollectionTiles':
            return <CollectionTiles block={block} />;
    }
}

/** Its products are asked for with each page, since nobody keeps a price or a stock. */
async function ProductRail({
    block,
}: {
    block: Extract<WrittenBlock, { __typename: 'EfiContentProductRail' }>;
}) {
    const { id, heading, collection, products } = block;
    const [t, found] = await Promise.all([
        getTranslations('home'),
        collection
            ? searchProducts(parseListingState({}), collection.id).then(listing =>
                  listing.products.slice(0, MOST),
              )
            : fetchProductsById(products.map(product => product.id)),
    ]);
    if (found.length === 0) {
        return null;
    }
    return (
        <section aria-labelledby={`block-${id}`} className="page mt-20 md:mt-28">
            <div className="mb-8 flex flex-wrap items-end justify-between gap-4 md:mb-10">
                <h2 id={`block-${id}`} className="display text-3xl md:text-4xl">
                    {heading}
                </h2>
                {collection && (
                    <Link
                        href={`/collections/${collection.slug}`}
                        className="py-2 underline underline-offset-4"
                    >
                        {t('seeAll')}
                    </Link>
                )}
            </div>
            <ProductGrid products={found} wide />
        </section>
    );
}
