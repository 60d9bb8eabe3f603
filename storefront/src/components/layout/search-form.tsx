'use client';

import { Search } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useSearchParams } from 'next/navigation';
import { getPathname } from '@/i18n/navigation';

/** A plain form, so that a search works before any script has loaded. */
export function SearchForm({ id }: { id: string }) {
    const t = useTranslations('search');
    const locale = useLocale();
    const term = useSearchParams().get('q') ?? '';
    return (
        <form action={getPathname({ href: '/search', locale })} role="search" className="relative">
            <label htmlFor={id} className="sr-only">
                {t('label')}
            </label>
            <input
                key={term}
                id={id}
                name="q"
                type="search"
                defaultValue={term}
                placeholder={t('placeholder')}
                maxLength={200}
                className="h-11 w-full rounded-full border border-transparent bg-surface pr-12 pl-5 text-[0.95rem] transition-colors placeholder:text-muted hover:border-edge"
            />
            <button
                type="submit"
                aria-label={t('submit')}
                className="absolute inset-y-0 right-0 grid w-12 place-items-center text-muted hover:text-ink"
            >
                <Search size={18} aria-hidden />
            </button>
        </form>
    );
}
