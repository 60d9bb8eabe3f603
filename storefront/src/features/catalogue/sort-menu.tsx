'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useRef, useTransition } from 'react';
import { buttonStyle } from '@/components/ui/button';
import { getPathname } from '@/i18n/navigation';
import { useRouter } from '@/i18n/use-navigation';
import { sortings, type Sorting } from './listing-state';

interface Props {
    /** Path of the listing, without language and market. */
    readonly path: string;
    readonly current: Sorting;
    /** What else is in the listing's URL, and stays there. */
    readonly kept: readonly (readonly [name: string, value: string])[];
}

/** The order of a listing, which changes in place. Without scripts a plain form with a button. */
export function SortMenu({ path, current, kept }: Props) {
    const t = useTranslations();
    const locale = useLocale();
    const router = useRouter();
    const [pending, startTransition] = useTransition();
    const list = useRef<HTMLSelectElement>(null);

    function go(sort: string) {
        const query = new URLSearchParams(kept.map(([name, value]) => [name, value]));
        if (sort !== 'relevance') {
            query.set('sort', sort);
        }
        startTransition(() => router.push(`${path}?${query.toString()}`, { scroll: false }));
    }

    const goEarly = useEffectEvent(() => {
        const chosen = list.current?.value;
        if (chosen !== undefined && chosen !== current) {
            go(chosen);
        }
    });
    // What was chosen before React was there.
    useEffect(() => goEarly(), []);

    return (
        <form
            action={getPathname({ href: path, locale })}
            className="flex min-w-0 items-center gap-3"
            aria-busy={pending}
        >
            {kept.map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
            ))}
            <label htmlFor="sort" className="sr-only text-sm text-muted sm:not-sr-only">
                {t('listing.sort')}
            </label>
            <select
                ref={list}
                id="sort"
                name="sort"
                value={current}
                // A browser that restores what was chosen here once would choose again.
                autoComplete="off"
                onChange={event => go(event.target.value)}
                className="h-11 min-w-0 rounded-full border border-edge bg-paper px-4 text-[0.95rem] hover:border-ink"
            >
                {sortings.map(sort => (
                    <option key={sort} value={sort}>
                        {t(`listing.sort_${sort}`)}
                    </option>
                ))}
            </select>
            <noscript>
                <button type="submit" className={buttonStyle('secondary')}>
                    {t('price.apply')}
                </button>
            </noscript>
        </form>
    );
}
