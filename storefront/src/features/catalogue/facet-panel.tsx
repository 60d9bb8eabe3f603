import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Link } from '@/i18n/navigation';
import { classes } from '@/lib/classes';
import type { FacetGroup } from './facet-groups';
import { isFiltered, listingQuery, toggleFilter, withoutFilters, type ListingState } from './listing-state';
import type { PriceBounds } from './price-filter';
import { PricePanel } from './price-panel';

interface Props {
    /** Path of the listing, without language and market. */
    readonly path: string;
    readonly state: ListingState;
    readonly facets: readonly FacetGroup[];
    readonly prices: PriceBounds | undefined;
}

/** The facets of a listing and its prices. Each value is a link to the listing with it, so it works without scripts. */
export function FacetPanel({ path, state, facets, prices }: Props) {
    const t = useTranslations('listing');
    // A listing has the panel twice, for each width.
    const panel = useId();
    return (
        <div className="grid gap-8">
            {isFiltered(state) && (
                <Link
                    href={path + listingQuery(withoutFilters(state))}
                    scroll={false}
                    className="inline-flex min-h-11 items-center text-sm underline underline-offset-4"
                >
                    {t('clear')}
                </Link>
            )}
            {prices && <PricePanel path={path} state={state} prices={prices} />}
            {facets.map(group => (
                <section key={group.id} aria-labelledby={`${panel}-${group.id}`}>
                    <h2 id={`${panel}-${group.id}`} className="mb-2 text-sm font-semibold capitalize">
                        {group.name}
                    </h2>
                    <ul>
                        {group.values.map(value => (
                            <li key={value.id}>
                                <Link
                                    href={path + listingQuery(toggleFilter(state, group.id, value.id))}
                                    scroll={false}
                                    rel="nofollow"
                                    className="flex min-h-11 items-center gap-3 py-1.5 text-[0.95rem] hover:underline"
                                >
                                    <span
                                        aria-hidden
                                        className={classes(
                                            'grid size-5 shrink-0 place-items-center rounded border',
                                            value.chosen
                                                ? 'border-accent bg-accent text-on-accent'
                                                : 'border-edge',
                                        )}
                                    >
                                        {value.chosen && <Check size={14} strokeWidth={3} />}
                                    </span>
                                    <span className="capitalize">{value.name}</span>
                                    {value.chosen && <span className="sr-only">({t('chosen')})</span>}
                                    <span className="ml-auto text-sm text-muted tabular-nums">
                                        {value.count}
                                    </span>
                                </Link>
                            </li>
                        ))}
                    </ul>
                </section>
            ))}
        </div>
    );
}
