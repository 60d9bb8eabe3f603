'use client';

import { useRouter } from 'next/navigation';
import { useTransition, type FormEvent, type ReactNode } from 'react';
import { isLocale } from '@/lib/market/locale';

/** Goes to the language and the market that are chosen in its two fields. */
export function RegionChoice({ children }: { children: ReactNode }) {
    const router = useRouter();
    const [pending, startTransition] = useTransition();

    function go({ currentTarget }: FormEvent<HTMLFieldSetElement>) {
        const chosen = (name: string) =>
            currentTarget.querySelector<HTMLSelectElement>(`select[name=${name}]`)?.value;
        const locale = `${chosen('language')}-${chosen('market')}`;
        if (!isLocale(locale)) {
            return;
        }
        // The proxy remembers it too, but is not asked for a page that the router still has.
        document.cookie = `efi_locale=${locale}; path=/; max-age=31536000; samesite=lax`;
        const path = window.location.pathname.replace(/^\/[^/]*/, `/${locale}`);
        startTransition(() => router.replace(path + window.location.search));
    }

    return (
        <fieldset aria-busy={pending} onChange={go}>
            {children}
        </fieldset>
    );
}
