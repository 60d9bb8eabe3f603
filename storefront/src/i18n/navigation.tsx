import NextLink from 'next/link';
import { permanentRedirect as nextPermanentRedirect, redirect as nextRedirect } from 'next/navigation';
import { useLocale } from 'next-intl';
import type { ComponentProps } from 'react';
import type { Locale } from '@/lib/market/locale';

interface Target {
    /** An address without language and market, like `/cart`. */
    readonly href: string;
    readonly locale: Locale;
}

/** Where a page lives in a language and market: `/` is `/en-us`, `/cart` is `/en-us/cart`. */
export function getPathname({ href, locale }: Target): string {
    if (!href.startsWith('/')) {
        return href;
    }
    return href === '/' ? `/${locale}` : `/${locale}${href}`;
}

type LinkProps = Omit<ComponentProps<typeof NextLink>, 'href' | 'locale'> & { readonly href: string };

/**
 * A link that stays in the current language and market. next-intl has one of its own, which knows addresses of other
 * shapes too; every page here has its language in front, and what the others need would be loaded by every page.
 *
 * Nothing is fetched beforehand: every page is made when it is asked for, so Next.js would ask the server twice for each
 * link in sight and get no page of it.
 */
export function Link({ href, ...props }: LinkProps) {
    return <NextLink prefetch={false} {...props} href={getPathname({ href, locale: useLocale() })} />;
}

export function redirect(target: Target): never {
    nextRedirect(getPathname(target));
}

export function permanentRedirect(target: Target): never {
    nextPermanentRedirect(getPathname(target));
}
