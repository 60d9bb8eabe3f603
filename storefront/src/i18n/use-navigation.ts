import { usePathname as useNextPathname, useRouter as useNextRouter } from 'next/navigation';
import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import { getPathname } from './navigation';

/** The page's address without language and market: `/` or `/cart`. */
export function usePathname(): string {
    const path = useNextPathname();
    const prefix = `/${useLocale()}`;
    return path === prefix || path.startsWith(`${prefix}/`) ? path.slice(prefix.length) || '/' : path;
}

/** Next.js' router, whose `push` stays in the current language and market. */
export function useRouter() {
    const router = useNextRouter();
    const locale = useLocale();
    return useMemo(
        () => ({
            refresh: () => router.refresh(),
            push: (href: string, options?: { scroll?: boolean }) =>
                router.push(getPathname({ href, locale }), options),
        }),
        [router, locale],
    );
}
