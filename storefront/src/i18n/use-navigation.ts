import { usePathname as useNextPathname, useRouter as useNextRouter } from 'next/navigation';
import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import { changesInPlace } from '@/lib/in-place';
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
            push: (href: string, options?: { scroll?: boolean }) => {
                const path = getPathname({ href, locale });
                if (options?.scroll === false) {
                    changesInPlace(path);
                }
                router.push(path, options);
            },
        }),
        [router, locale],
    );
}
