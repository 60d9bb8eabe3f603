import { defineRouting } from 'next-intl/routing';
import { defaultLocale, locales } from '@/lib/market/locale';

/** Every page lives under its language and market, e.g. `/en-us/cart`. */
export const routing = defineRouting({
    locales,
    defaultLocale,
    localePrefix: 'always',
    // Remembers a choice made by hand, for the next visit to `/`.
    localeCookie: { name: 'efi_locale', maxAge: 60 * 60 * 24 * 365 },
    // Slugs differ per language, so pages name their alternates themselves.
    alternateLinks: false,
    // proxy.ts reads Accept-Language, which knows markets.
    localeDetection: false,
});
