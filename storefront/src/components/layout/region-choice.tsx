'use client';

import { useRouter } from 'next/navigation';
import { useTransition, type ReactNode, type SubmitEvent } from 'react';
import { isLocale } from '@/lib/market/locale';

/**
 * A form that goes to the language and the market that are chosen in its two fields. Choosing alone leads nowhere: the arrow
 * keys choose one after the other.
 */
export function RegionChoice({ action, children }: { action: string; children: ReactNode }) {
    const router = useRouter();
    const [pending, startTransition] = useTransition();

    function go(event: SubmitEvent<HTMLFormElement>) {
        const form = event.currentTarget;
        const chosen = (name: string) => form.querySelector<HTMLSelectElement>(`select[name=${name}]`)?.value;
        const locale = `${chosen('language')}-${chosen('market')}`;
        if (!isLocale(locale)) {
            return;
        }
        event.preventDefault();
        // The proxy remembers it too, but is not asked for a page that the router still has.
        document.cookie = `efi_locale=${locale}; path=/; max-age=31536000; samesite=lax`;
        const path = window.location.pathname.replace(/^\/[^/]*/, `/${locale}`);
        startTransition(() => router.replace(path + window.location.search));
    }

    return (
        <form action={action} onSubmit={go} aria-busy={pending}>
            {children}
        </form>
    );
}
