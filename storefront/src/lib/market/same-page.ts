import { isLocale, type Locale } from './locale';

/**
 * The page that somebody comes from, in another language or market. Its home page for who comes from elsewhere, or does not
 * say from where: some addresses are secrets.
 *
 * @param referrer - As the browser sends it.
 * @param shop - Where the shop is.
 * @returns The path with its query.
 */
export function samePageIn(target: Locale, referrer: string | null, shop: string): string {
    const from = referrer && URL.canParse(referrer) ? new URL(referrer) : undefined;
    const [, locale] = from?.pathname.split('/') ?? [];
    return from?.origin === new URL(shop).origin && isLocale(locale)
        ? from.pathname.replace(`/${locale}`, `/${target}`) + from.search
        : `/${target}`;
}
