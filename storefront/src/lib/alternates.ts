import 'server-only';
import type { Metadata } from 'next';
import { currentMarket } from './market/current-market';
import { defaultLocale, languageTag, locales, parseLocale } from './market/locale';
import type { Language } from './market/market';

/** Slugs of one page, as the Shop API lists them. */
type Translations = readonly { readonly languageCode: string; readonly slug: string }[];

/**
 * Canonical address and hreflang links of a page: every language in every market.
 *
 * @param path - Without language and market, e.g. `/products/`.
 * @param translations - For a page whose path ends in a slug: the slug of each language.
 */
export async function alternates(path: string, translations?: Translations): Promise<Metadata['alternates']> {
    const { locale } = await currentMarket();
    const addressIn = (target: (typeof locales)[number]) =>
        `/${target}${path}${translations ? slugIn(parseLocale(target).language, translations) : ''}`;
    return {
        canonical: addressIn(locale),
        languages: {
            ...Object.fromEntries(locales.map(target => [languageTag(target), addressIn(target)])),
            'x-default': addressIn(defaultLocale),
        },
    };
}

/** A page that is not translated has the same slug in every language. */
export function slugIn(language: Language, translations: Translations): string {
    const own = translations.find(translation => translation.languageCode === language);
    return (own ?? translations[0])?.slug ?? '';
}
