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

interface LinkProps extends ComponentProps<'a'> {
    readonly href: string;
    /** Whether the next page begins at its top, with the focus on its heading. Default: `true`. */
    readonly scroll?: boolean;
}

/**
 * A link that stays in the current language and market. `FollowLinks` in the frame has the browser go on without loading
 * the page anew. Next.js has a component of its own for each link, which the server and the browser would make fifty times
 * a page; here it is what it looks like.
 *
 * Nothing is fetched beforehand: every page is made when it is asked for, so the server would be asked twice for each link
 * in sight and no page would come sooner.
 */
export function Link({ href, scroll = true, ...props }: LinkProps) {
    const path = getPathname({ href, locale: useLocale() });
    return <a {...props} href={path} data-goes={scroll ? 'on' : 'in-place'} />;
}

export function redirect(target: Target): never {
    nextRedirect(getPathname(target));
}

export function permanentRedirect(target: Target): never {
    nextPermanentRedirect(getPathname(target));
}
