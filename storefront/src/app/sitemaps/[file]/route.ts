import { fetchCatalogueEntries } from '@/features/catalogue/sitemap-entries';
import { slugIn } from '@/lib/alternates';
import { storefrontEnv } from '@/lib/env';
import { sitemap, type SitemapPage } from '@/lib/found/sitemap-xml';
import { isLocale, languageTag, locales, parseLocale, type Locale } from '@/lib/market/locale';

/** The home page, collections and products of one language and market, each with its address in the others. */
export async function GET(
    _request: Request,
    { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
    const { file } = await params;
    const locale = file.replace(/\.xml$/, '');
    if (!file.endsWith('.xml') || !isLocale(locale)) {
        return new Response(null, { status: 404 });
    }
    const entries = await fetchCatalogueEntries(locale);
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
