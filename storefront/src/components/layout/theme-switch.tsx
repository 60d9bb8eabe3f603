'use client';

import { clsx } from 'clsx';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

export type Theme = 'system' | 'light' | 'dark';

const choices = [
    { theme: 'system', label: 'themeSystem', Icon: Monitor },
    { theme: 'light', label: 'themeLight', Icon: Sun },
    { theme: 'dark', label: 'themeDark', Icon: Moon },
] as const;

/** The choice is kept in a cookie, so that the server writes it on the page and nothing flashes. */
function apply(theme: Theme): void {
    document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`;
    document.documentElement.dataset['theme'] = theme;
}

export function ThemeSwitch({ initial }: { initial: Theme }) {
    const t = useTranslations('layout');
    const [current, setCurrent] = useState(initial);
    return (
        <fieldset>
            <legend className="mb-3 text-sm font-semibold">{t('theme')}</legend>
            <div className="inline-flex rounded-full border border-edge p-1">
                {choices.map(({ theme, label, Icon }) => (
                    <label
                        key={theme}
                        title={t(label)}
                        className={clsx(
                            'grid h-9 w-11 cursor-pointer place-items-center rounded-full has-focus-visible:outline-2',
                            current === theme ? 'bg-ink text-paper' : 'text-muted hover:text-ink',
                        )}
                    >
                        <input
                            type="radio"
                            name="theme"
                            className="sr-only"
                            checked={current === theme}
                            onChange={() => {
                                setCurrent(theme);
                                apply(theme);
                            }}
                        />
                        <Icon size={17} aria-hidden />
                        <span className="sr-only">{t(label)}</span>
                    </label>
                ))}
            </div>
        </fieldset>
    );
}
