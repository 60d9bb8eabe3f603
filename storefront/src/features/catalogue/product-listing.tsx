import { ChevronDown, SlidersHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonStyle } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/i18n/navigation';
import { FacetPanel } from './facet-panel';
import { emptiness, isFiltered, listingQuery, withoutFilters, type ListingState } from './listing-state';
import { Pagination } from './pagination';
import { ProductGrid } from './product-grid';
import type { Listing } from './search-products';
import { SortMenu } from './sort-menu';

interface Props {
    /** Path of the page, without language and market. */
    readonly path: string;
    readonly state: ListingState;
    readonly listing: Listing;
    /** Where to look when there is nothing at all here: what the listing is a part of, from the outermost. */
    readonly above?: readonly Above[];
}

interface Above {
    readonly name: string;
    readonly href: string;
}

/** Products with facets beside them, or above them on a small screen. */
export function ProductListing({ path, state, listing, above = [] }: Props) {
    const t = useTranslations('listing');
    const unsorted = listingQuery({ ...state, sort: 'relevance', page: 1 });
    const facets = <FacetPanel path={path} state={state} facets={listing.facets} prices={listing.prices} />;
    return (
        <div className="lg:grid lg:grid-cols-[14rem_1fr] lg:gap-12">
            <section aria-label={t('filters')} className="hidden lg:block">
                {facets}
            </section>
            <div>
                <div className="mb-6 flex min-h-11 items-center justify-between gap-4">
                    <h2 className="font-sans text-[0.95rem] font-normal tracking-normal text-muted">
                        <span role="status">{t('results', { count: listing.totalItems })}</span>
                    </h2>
                    <SortMenu path={path} current={state.sort} kept={[...new URLSearchParams(unsorted)]} />
                </div>
                <details
                    className="group/filters mb-8 rounded-xl border border-line lg:hidden"
                    open={isFiltered(state)}
                >
                    <summary className="flex min-h-12 items-center gap-3 px-4 text-[0.95rem] font-medium">
                        <SlidersHorizontal size={18} aria-hidden />
                        {t('filters')}
                        <ChevronDown
                            size={18}
                            aria-hidden
                            className="ml-auto text-muted transition-transform group-open/filters:rotate-180"
                        />
                    </summary>
                    <div className="border-t border-line p-4">{facets}</div>
                </details>
                {listing.products.length > 0 ? (
                    <ProductGrid products={listing.products} first />
                ) : (
                    <Nothing path={path} state={state} totalItems={listing.totalItems} above={above} />
                )}
                <Pagination path={path} state={state} totalItems={listing.totalItems} />
            </div>
        </div>
    );
}

interface NothingProps {
    readonly path: string;
    readonly state: ListingState;
    readonly totalItems: number;
    readonly above: readonly Above[];
}

/** Says why there is nothing, and leads to where there is something. */
function Nothing({ path, state, totalItems, above }: NothingProps) {
    const t = useTranslations();
    switch (emptiness(state, totalItems)) {
        case 'beyondLastPage':
            return (
                <EmptyState title={t('listing.noPageTitle')} text={t('listing.noPageText')}>
                    <Link href={path + listingQuery({ ...state, page: 1 })} className={buttonStyle()}>
                        {t('listing.firstPage')}
                    </Link>
                </EmptyState>
            );
        case 'nothingMatches':
            return (
                <EmptyState title={t('listing.emptyTitle')} text={t('listing.emptyText')}>
                    <Link href={path + listingQuery(withoutFilters(state))} className={buttonStyle()}>
                        {t('listing.clear')}
                    </Link>
                </EmptyState>
            );
        case 'nothingThere':
            return (
                <EmptyState title={t('listing.nothingTitle')} text={t('listing.nothingText')}>
                    {[{ name: t('layout.home'), href: '/' }, ...above]
                        .reverse()
                        .map(({ name, href }, index) => (
                            <Link
                                key={href}
                                href={href}
                                className={buttonStyle(index === 0 ? 'primary' : 'secondary')}
                            >
                                {name}
                            </Link>
                        ))}
                </EmptyState>
            );
    }
}
