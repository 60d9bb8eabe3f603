'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useSearchParams } from 'next/navigation';
import { useTransition } from 'react';
import { usePathname, useRouter } from '@/i18n/navigation';
import { parseLocale, type Locale } from '@/lib/market/locale';
import { languages, marketCodes } from '@/lib/market/market';

/**
 * Changes language or market and stays on the page. Slugs differ per language; pages that have one redirect to
 * their own when they are asked with another language's.
 */
export function RegionSwitch() {
    const t = useTranslations();
    const { language, market } = parseLocale(useLocale());
    const router = useRouter();
    const pathname = usePathname();
    const query = useSearchParams().toString();
    const [pending, startTransition] = useTransition();

    function go(locale: Locale) {
        startTransition(() => router.replace(query ? `${pathname}?${query}` : pathname, { locale }));
    }

    return (
        <fieldset aria-busy={pending}>
            <legend className="mb-3 text-sm font-semibold">{t('layout.region')}</legend>
            <div className="grid grid-cols-2 gap-3">
                <Choice
                    id="region-market"
                    label={t('layout.market')}
                    value={market.code}
                    options={marketCodes.map(code => ({ value: code, label: t(`markets.${code}`) }))}
                    onChange={code => go(`${language}-${code}`)}
                />
                <Choice
                    id="region-language"
                    label={t('layout.language')}
                    value={language}
                    options={languages.map(code => ({ value: code, label: t(`languages.${code}`) }))}
                    onChange={code => go(`${code}-${market.code}`)}
                />
            </div>
            <p className="mt-2 text-sm text-muted">{t('layout.cartStays')}</p>
        </fieldset>
    );
}

interface ChoiceProps<Value extends string> {
    readonly id: string;
    readonly label: string;
    readonly value: Value;
    readonly options: readonly { value: Value; label: string }[];
    readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ id, label, value, options, onChange }: ChoiceProps<Value>) {
    return (
        <div>
            <label htmlFor={id} className="sr-only">
                {label}
            </label>
            <select
                id={id}
                value={value}
                onChange={event => {
                    const chosen = options.find(option => option.value === event.target.value);
                    if (chosen) {
                        onChange(chosen.value);
                    }
                }}
                className="h-11 w-full rounded-lg border border-edge bg-raised px-3 text-[0.95rem] hover:border-ink"
            >
                {options.map(option => (
                    <option key={option.value} value={option.value}>
                        {option.label}
                    </option>
                ))}
            </select>
        </div>
    );
}
