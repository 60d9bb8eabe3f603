'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useTransition, type FormEvent } from 'react';
import { buttonStyle } from '@/components/ui/button';
import { getPathname } from '@/i18n/navigation';
import { useRouter } from '@/i18n/use-navigation';

interface Props {
    /** Path of the listing, without language and market. */
    readonly path: string;
    /** What else is in the listing's URL, and stays there. */
    readonly kept: readonly (readonly [name: string, value: string])[];
    /** Each end as it stands in the URL, what it can be at the most, and how that is written. */
    readonly ends: readonly { readonly name: 'min' | 'max'; readonly value: string; readonly hint: string }[];
    readonly currency: string;
}

/** Asks for a range of prices. A plain form, whose address is the listing with that range. */
export function PriceForm({ path, kept, ends, currency }: Props) {
    const t = useTranslations('price');
    const locale = useLocale();
    const router = useRouter();
    const [pending, startTransition] = useTransition();

    function go(event: FormEvent<HTMLFormElement>) {
        event.preventDefault();
        const query = new URLSearchParams();
        for (const [name, value] of new FormData(event.currentTarget)) {
            if (typeof value === 'string' && value.trim() !== '') {
                query.set(name, value.trim());
            }
        }
        startTransition(() => router.push(`${path}?${query.toString()}`, { scroll: false }));
    }

    return (
        <form action={getPathname({ href: path, locale })} onSubmit={go} aria-busy={pending}>
            {kept.map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
            ))}
            <div className="grid grid-cols-2 gap-2.5">
                {ends.map(({ name, value, hint }) => (
                    <label key={name} className="text-sm text-muted">
                        {t(name, { currency })}
                        <input
                            key={value}
                            name={name}
                            defaultValue={value}
                            placeholder={hint}
                            inputMode="decimal"
                            pattern="\s*[0-9]{1,7}([.,][0-9]{1,2})?\s*"
                            title={t('format')}
                            maxLength={12}
                            autoComplete="off"
                            className="mt-1 h-11 w-full rounded-lg border border-edge bg-paper px-3 text-[0.95rem] text-ink tabular-nums placeholder:text-muted hover:border-ink"
                        />
                    </label>
                ))}
            </div>
            <button type="submit" className={buttonStyle('secondary', 'mt-2.5 w-full')}>
                {t('apply')}
            </button>
        </form>
    );
}
