import { fetchCatalogueEntries } from '@/features/catalogue/sitemap-entries';
import { fetchLandingPages } from '@/features/content/content-queries';
import { slugIn } from '@/lib/alternates';
import { storefrontEnv } from '@/lib/env';
import { sitemap, type SitemapPage } from '@/lib/found/sitemap-xml';
import { isLocale, languageTag, locales, parseLocale, type Locale } from '@/lib/market/locale';

/** The home page, collections, products and written pages of one language and market, each with its address in the others. */
export async function GET(
    _request: Request,
    { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
    const { file } = await params;
    const locale = file.replace(/\.xml$/, '');
    if (!file.endsWith('.xml') || !isLocale(locale)) {
        return new Response(null, { status: 404 });
    }
    const [catalogue, landingPages] = await Promise.all([
        fetchCatalogueEntries(locale),
        fetchLandingPages(locale),
    ]);
    const entries = [
        ...catalogue,
        ...landingPages.map(({ slugs, updatedAt }) => ({ path: '/pages/', translations: slugs, updatedAt })),
    ];
    const pages = [
        page(locale, target => `/${target}`),
        ...entries.map(({ path, translations, updatedAt }) => ({
            ...page(
                locale,
                target => `/${target}${path}${slugIn(parseLocale(target).language, translations)}`,
            ),
            changed: updatedAt,
        })),
    ];
    return new Response(sitemap(pages), { headers: { 'content-type': 'application/xml' } });
}

function page(locale: Locale, pathIn: (locale: Locale) => string): SitemapPage {
    const { storefrontUrl } = storefrontEnv();
    return {
        address: storefrontUrl + pathIn(locale),
        alternates: locales.map(target => [languageTag(target), storefrontUrl + pathIn(target)]),
    };
}
