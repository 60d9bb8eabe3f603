'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState, type ComponentType } from 'react';
import { Icon } from '@/components/ui/icon';
import { getPathname } from '@/i18n/navigation';
import type { OpenList, SuggestionBoxProps } from './suggestion-box';

/**
 * A plain form, so that a search works before any script has loaded; with scripts a combo box that suggests while one
 * types. What suggests is loaded when somebody goes to the field; when it can't be, the form stays a plain one.
 */
export function SearchForm({ id }: { id: string }) {
    const t = useTranslations('search');
    const locale = useLocale();
    const searched = useSearchParams().get('q') ?? '';
    const [Box, setBox] = useState<ComponentType<SuggestionBoxProps>>();
    const [field, setField] = useState<HTMLInputElement>();
    const [list, setList] = useState<OpenList>();
    const input = useRef<HTMLInputElement>(null);
    const listId = `${id}-suggestions`;

    function prepare(focused: HTMLInputElement) {
        setField(focused);
        import('./suggestion-box').then(
            ({ SuggestionBox }) => setBox(() => SuggestionBox),
            () => undefined,
        );
    }

    useEffect(() => {
        if (input.current && input.current === document.activeElement) {
            // Somebody was there before React was.
            prepare(input.current);
        }
    }, []);

    return (
        <form action={getPathname({ href: '/search', locale })} role="search" className="relative">
            <label htmlFor={id} className="sr-only">
                {t('label')}
            </label>
            <input
                key={searched}
                ref={input}
                id={id}
                name="q"
                type="search"
                defaultValue={searched}
                placeholder={t('placeholder')}
                maxLength={200}
                autoComplete="off"
                role="combobox"
                aria-autocomplete="list"
                aria-expanded={list !== undefined}
                aria-controls={listId}
                aria-activedescendant={list?.activeId}
                onFocus={({ currentTarget }) => prepare(currentTarget)}
                className="h-11 w-full rounded-full border border-transparent bg-surface pr-12 pl-5 text-[0.95rem] transition-colors placeholder:text-muted hover:border-edge"
            />
            <button
                type="submit"
                aria-label={t('submit')}
                className="absolute inset-y-0 right-0 grid w-12 place-items-center text-muted hover:text-ink"
            >
                <Icon name="search" size={18} />
            </button>
            {Box && field && <Box id={listId} field={field} onChange={setList} />}
        </form>
    );
}
