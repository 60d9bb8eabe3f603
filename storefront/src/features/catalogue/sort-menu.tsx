'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { useRouter } from '@/i18n/use-navigation';
import { sortings, type Sorting } from './listing-state';

interface Props {
    readonly current: Sorting;
    /** Address of the listing in each order. */
    readonly hrefs: Readonly<Record<Sorting, string>>;
}

export function SortMenu({ current, hrefs }: Props) {
    const t = useTranslations('listing');
    const router = useRouter();
    const [pending, startTransition] = useTransition();
    return (
        <div className="flex items-center gap-3" aria-busy={pending}>
            <label htmlFor="sort" className="sr-only text-sm text-muted sm:not-sr-only">
                {t('sort')}
            </label>
            <select
                id="sort"
                value={current}
                onChange={event => {
                    const sort = sortings.find(candidate => candidate === event.target.value);
                    if (sort) {
                        startTransition(() => router.push(hrefs[sort], { scroll: false }));
                    }
                }}
                className="h-11 rounded-full border border-edge bg-paper px-4 text-[0.95rem] hover:border-ink"
            >
                {sortings.map(sort => (
                    <option key={sort} value={sort}>
                        {t(`sort_${sort}`)}
                    </option>
                ))}
            </select>
        </div>
    );
}
