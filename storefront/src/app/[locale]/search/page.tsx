import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { ReportAct } from '@/components/behaviour/report-act';
import { buttonStyle } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageTitle } from '@/components/ui/page-title';
import { SearchForm } from '@/components/layout/search-form';
import { fetchDepartments } from '@/features/catalogue/collections';
import { ListingSkeleton } from '@/features/catalogue/listing-skeleton';
import { parseListingState, type ListingState, type SearchParams } from '@/features/catalogue/listing-state';
import { ProductListing } from '@/features/catalogue/product-listing';
import { searchProducts } from '@/features/catalogue/search-products';
import { Link } from '@/i18n/navigation';
import { limits } from '@/lib/behaviour/act';
import { currentConsent } from '@/lib/consent/current-consent';

interface Props {
    readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
    const t = await getTranslations('search');
    // Every search is a page of its own; search engines should not walk through them all.
    return { title: t('title'), robots: { index: false, follow: true } };
}

export default async function SearchPage({ searchParams }: Props) {
    const [t, params] = await Promise.all([getTranslations('search'), searchParams]);
    const state = parseListingState(params);
    return (
        <div className="page pt-8 md:pt-12">
            <PageTitle>{state.term ? t('resultsFor', { term: state.term }) : t('prompt')}</PageTitle>
            <div className="mb-10 max-w-lg md:hidden">
                <SearchForm id="page-search" />
            </div>
            <Suspense fallback={<ListingSkeleton />}>
                <Results state={state} />
            </Suspense>
        </div>
    );
}

async function Results({ state }: { state: ListingState }) {
    const [listing, consent] = await Promise.all([searchProducts(state), currentConsent()]);
    // Filters and further pages are the same search still.
    const isNewSearch = state.term !== '' && state.filters.size === 0 && state.page === 1;
    return (
        <>
            {isNewSearch && consent.purposes.length > 0 && (
                <ReportAct
                    key={state.term}
                    act={{
                        searched: {
                            term: state.term.slice(0, limits.term),
                            resultCount: listing.totalItems,
                        },
                    }}
                />
            )}
            {listing.totalItems === 0 && state.filters.size === 0 ? (
                <NothingFound term={state.term} />
            ) : (
                <ProductListing path="/search" state={state} listing={listing} />
            )}
        </>
    );
}

async function NothingFound({ term }: { term: string }) {
    const [t, departments] = await Promise.all([getTranslations('search'), fetchDepartments()]);
    return (
        <EmptyState title={t('noneTitle', { term })} text={t('noneText')}>
            {departments.map(department => (
                <Link
                    key={department.id}
                    href={`/collections/${department.slug}`}
                    className={buttonStyle('secondary')}
                >
                    {department.name}
                </Link>
            ))}
        </EmptyState>
    );
}
