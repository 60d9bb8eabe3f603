import type { MetadataRoute } from 'next';
import { fetchCatalogueEntries } from '@/features/catalogue/sitemap-entries';
import { slugIn } from '@/lib/alternates';
import { storefrontEnv } from '@/lib/env';
import { defaultLocale, languageTag, locales, parseLocale, type Locale } from '@/lib/market/locale';

export const dynamic = 'force-dynamic';

/** The home page, collections and products, each with its address in every language and market. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
    const entries = await fetchCatalogueEntries();
    return [
        page(locale => `/${locale}`),
        ...entries.map(({ path, translations, updatedAt }) => ({
            ...page(locale => `/${locale}${path}${slugIn(parseLocale(locale).language, translations)}`),
            lastModified: updatedAt,
        })),
    ];
}

function page(pathIn: (locale: Locale) => string) {
    const { storefrontUrl } = storefrontEnv();
    return {
        url: storefrontUrl + pathIn(defaultLocale),
        alternates: {
            languages: Object.fromEntries(
                locales.map(locale => [languageTag(locale), storefrontUrl + pathIn(locale)]),
            ),
        },
    };
}
