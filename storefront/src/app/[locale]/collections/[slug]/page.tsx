import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageTitle } from '@/components/ui/page-title';
import { fetchCollection, type Collection } from '@/features/catalogue/collections';
import { parseListingState, type SearchParams } from '@/features/catalogue/listing-state';
import { ProductListing } from '@/features/catalogue/product-listing';
import { RecentlyViewed } from '@/features/catalogue/recently-viewed';
import { searchProducts } from '@/features/catalogue/search-products';
import { Link, permanentRedirect } from '@/i18n/navigation';
import { alternates } from '@/lib/alternates';
import { currentMarket } from '@/lib/market/current-market';
import { plainText } from '@/lib/plain-text';
import { openGraph } from '@/lib/sharing/open-graph';
import { fetchCurrentSlug } from '@/lib/vendure/current-slug';
import { wholeQuery } from '@/lib/whole-query';

interface Props {
    readonly params: Promise<{ slug: string }>;
    readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
    const [t, { slug }, query, { locale }] = await Promise.all([
        getTranslations('listing'),
        params,
        searchParams,
        currentMarket(),
    ]);
    const collection = await fetchCollection(slug);
    if (!collection) {
        return {};
    }
    const { page } = parseListingState(query);
    return {
        // A further page is announced by its title.
        title: page > 1 ? t('titleOfPage', { title: collection.name, page }) : collection.name,
        description: plainText(collection.description).slice(0, 160) || undefined,
        alternates: await alternates('/collections/', collection.translations),
        ...openGraph(locale, `/collections/${collection.slug}`, collection.name),
    };
}

export default async function CollectionPage({ params, searchParams }: Props) {
    const [{ slug }, query, { locale }] = await Promise.all([params, searchParams, currentMarket()]);
    const state = parseListingState(query);
    const collection = await fetchCollection(slug);
    const current = collection ? collection.slug : await fetchCurrentSlug('COLLECTION', slug);
    const path = `/collections/${encodeURIComponent(current ?? slug)}`;
    if (current !== undefined && current !== slug) {
        permanentRedirect({ href: path + wholeQuery(query), locale });
    }
    if (!collection) {
        notFound();
    }
    const listing = await searchProducts(state, collection.id);
    const above = placesAbove(collection);
    return (
        <div className="page pt-8 md:pt-12">
            <Breadcrumbs steps={[...above, { name: collection.name }]} />
            <PageTitle lead={plainText(collection.description) || undefined}>{collection.name}</PageTitle>
            <Children collections={collection.children ?? []} />
            {/* Not streamed: what comes late stays hidden from a browser without scripts. */}
            <ProductListing path={path} state={state} listing={listing} above={above} />
            <RecentlyViewed />
        </div>
    );
}

/** Vendure's breadcrumbs begin at its invisible root and end at the collection. */
function placesAbove(collection: Collection) {
    return collection.breadcrumbs
        .slice(1, -1)
        .map(step => ({ name: step.name, href: `/collections/${step.slug}` }));
}

function Children({ collections }: { collections: NonNullable<Collection['children']> }) {
    if (collections.length === 0) {
        return null;
    }
    return (
        <ul className="mb-10 flex flex-wrap gap-2.5">
            {collections.map(child => (
                <li key={child.id}>
                    <Link
                        href={`/collections/${child.slug}`}
                        className="inline-flex min-h-11 items-center rounded-full bg-surface px-5 text-[0.95rem] hover:bg-line"
                    >
                        {child.name}
                    </Link>
                </li>
            ))}
        </ul>
    );
}
