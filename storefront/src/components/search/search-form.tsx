'use client';

import { Search } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useSearchParams } from 'next/navigation';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { getPathname } from '@/i18n/navigation';
import { lineAfter, optionsOf } from '@/lib/search/suggestions';
import { optionId, SuggestionList } from './suggestion-list';
import { useSuggestions } from './use-suggestions';

/**
 * A plain form, so that a search works before any script has loaded; with scripts a combo box that suggests while one
 * types.
 */
export function SearchForm({ id }: { id: string }) {
    const t = useTranslations();
    const locale = useLocale();
    const searched = useSearchParams().get('q') ?? '';
    const { term, suggestions, ask, forget } = useSuggestions(locale);
    const [active, setActive] = useState(-1);
    const options = useMemo(() => optionsOf(suggestions, term), [suggestions, term]);
    const isOpen = options.length > 0;
    const listId = `${id}-suggestions`;

    function close() {
        setActive(-1);
        forget();
    }

    function leave() {
        close();
        document.getElementById(id)?.closest('dialog')?.close();
    }

    function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
        if (!isOpen || event.nativeEvent.isComposing) {
            return;
        }
        switch (event.key) {
            case 'ArrowDown':
            case 'ArrowUp': {
                event.preventDefault();
                const line = lineAfter(active, event.key, options.length);
                setActive(line);
                document.getElementById(optionId(listId, line))?.scrollIntoView({ block: 'nearest' });
                return;
            }
            case 'Enter':
                if (active >= 0) {
                    event.preventDefault();
                    document.getElementById(optionId(listId, active))?.click();
                }
                return;
            case 'Escape':
                // Closes the list only: neither what was typed nor the menu around the field goes with it.
                event.preventDefault();
                close();
        }
    }

    return (
        <form
            action={getPathname({ href: '/search', locale })}
            role="search"
            className="relative"
            onBlur={event => {
                if (!event.currentTarget.contains(event.relatedTarget)) {
                    close();
                }
            }}
        >
            <label htmlFor={id} className="sr-only">
                {t('search.label')}
            </label>
            <input
                key={searched}
                id={id}
                name="q"
                type="search"
                defaultValue={searched}
                placeholder={t('search.placeholder')}
                maxLength={200}
                autoComplete="off"
                role="combobox"
                aria-autocomplete="list"
                aria-expanded={isOpen}
                aria-controls={listId}
                aria-activedescendant={isOpen && active >= 0 ? optionId(listId, active) : undefined}
                onChange={event => {
                    setActive(-1);
                    ask(event.target.value);
                }}
                onKeyDown={onKeyDown}
                className="h-11 w-full rounded-full border border-transparent bg-surface pr-12 pl-5 text-[0.95rem] transition-colors placeholder:text-muted hover:border-edge"
            />
            <button
                type="submit"
                aria-label={t('search.submit')}
                className="absolute inset-y-0 right-0 grid w-12 place-items-center text-muted hover:text-ink"
            >
                <Search size={18} aria-hidden />
            </button>
            <p role="status" className="sr-only">
                {isOpen && t('suggestions.count', { count: options.length })}
            </p>
            {isOpen && <SuggestionList id={listId} options={options} active={active} onChoose={leave} />}
        </form>
    );
}
