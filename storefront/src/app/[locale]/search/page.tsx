import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ReportAct } from '@/components/behaviour/report-act';
import { buttonStyle } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageTitle } from '@/components/ui/page-title';
import { SearchForm } from '@/components/search/search-form';
import { fetchDepartments } from '@/features/catalogue/collections';
import {
    isFiltered,
    listingQuery,
    parseListingState,
    type ListingState,
    type SearchParams,
} from '@/features/catalogue/listing-state';
import { ProductListing } from '@/features/catalogue/product-listing';
import { RecentlyViewed } from '@/features/catalogue/recently-viewed';
import { searchProducts } from '@/features/catalogue/search-products';
import { Rail } from '@/features/recommendations/rail';
import { Link } from '@/i18n/navigation';
import { limits } from '@/lib/behaviour/act';
import { currentConsent } from '@/lib/consent/current-consent';

interface Props {
    readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
    const [t, params] = await Promise.all([getTranslations(), searchParams]);
    const { page } = parseListingState(params);
    const title = t('search.title');
    return {
        // A further page is announced by its title.
        title: page > 1 ? t('listing.titleOfPage', { title, page }) : title,
        // Every search is a page of its own; search engines should not walk through them all.
        robots: { index: false, follow: true },
    };
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
            {/* Not streamed: what comes late stays hidden from a browser without scripts. */}
            <Results state={state} />
            <RecentlyViewed />
        </div>
    );
}

async function Results({ state }: { state: ListingState }) {
    const [listing, consent] = await Promise.all([searchProducts(state), currentConsent()]);
    // Filters and further pages are the same search still.
    const isNewSearch = state.term !== '' && !state.exact && !isFiltered(state) && state.page === 1;
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
            {listing.correctedTerm !== undefined && (
                <Corrected state={state} correctedTerm={listing.correctedTerm} />
            )}
            {listing.totalItems === 0 && !isFiltered(state) ? (
                <NothingFound term={state.term} />
            ) : (
                <ProductListing path="/search" state={state} listing={listing} />
            )}
        </>
    );
}

async function Corrected({ state, correctedTerm }: { state: ListingState; correctedTerm: string }) {
    const t = await getTranslations('search');
    const asTyped = listingQuery({ ...state, exact: true, page: 1 });
    return (
        <p className="mb-8 max-w-prose rounded-2xl bg-surface px-5 py-3">
            {t.rich('corrected', {
                term: state.term,
                corrected: correctedTerm,
                link: words => (
                    <Link
                        href={`/search${asTyped}`}
                        rel="nofollow"
                        className="inline-block py-2.5 underline underline-offset-4"
                    >
                        {words}
                    </Link>
                ),
            })}
        </p>
    );
}

/** No dead end: there is a way into each department, and what others buy. */
async function NothingFound({ term }: { term: string }) {
    const [t, departments] = await Promise.all([getTranslations('search'), fetchDepartments()]);
    return (
        <>
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
            <Rail placement="TRENDING" />
        </>
    );
}
