import { SlidersHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonStyle } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/i18n/navigation';
import { FacetPanel } from './facet-panel';
import { isFiltered, listingQuery, withoutFilters, type ListingState } from './listing-state';
import { Pagination } from './pagination';
import { ProductGrid } from './product-grid';
import type { Listing } from './search-products';
import { SortMenu } from './sort-menu';

interface Props {
    /** Path of the page, without language and market. */
    readonly path: string;
    readonly state: ListingState;
    readonly listing: Listing;
}

/** Products with facets beside them, or above them on a small screen. */
export function ProductListing({ path, state, listing }: Props) {
    const t = useTranslations('listing');
    const unsorted = listingQuery({ ...state, sort: 'relevance', page: 1 });
    const facets = <FacetPanel path={path} state={state} facets={listing.facets} prices={listing.prices} />;
    return (
        <div className="lg:grid lg:grid-cols-[14rem_1fr] lg:gap-12">
            <aside aria-label={t('filters')} className="hidden lg:block">
                {facets}
            </aside>
            <div>
                <div className="mb-6 flex min-h-11 items-center justify-between gap-4">
                    <h2 className="font-sans text-[0.95rem] font-normal tracking-normal text-muted">
                        <span role="status">{t('results', { count: listing.totalItems })}</span>
                    </h2>
                    <SortMenu path={path} current={state.sort} kept={[...new URLSearchParams(unsorted)]} />
                </div>
                <details className="mb-8 rounded-xl border border-line lg:hidden" open={isFiltered(state)}>
                    <summary className="flex min-h-12 items-center gap-3 px-4 text-[0.95rem] font-medium">
                        <SlidersHorizontal size={18} aria-hidden />
                        {t('filters')}
                    </summary>
                    <div className="border-t border-line p-4">{facets}</div>
                </details>
                {listing.products.length > 0 ? (
                    <ProductGrid products={listing.products} first />
                ) : (
                    <EmptyState title={t('emptyTitle')} text={t('emptyText')}>
                        <Link href={path + listingQuery(withoutFilters(state))} className={buttonStyle()}>
                            {t('clear')}
                        </Link>
                    </EmptyState>
                )}
                <Pagination path={path} state={state} totalItems={listing.totalItems} />
            </div>
        </div>
    );
}
