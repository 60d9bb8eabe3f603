import { fetchCollectionEntries, fetchProductEntries } from '@/features/catalogue/sitemap-entries';
import { fetchPageList } from '@/features/content/content-queries';
import { legalPageNames, legalTextsUpdated } from '@/features/legal/legal-page';
import { slugIn } from '@/lib/alternates';
import { storefrontEnv } from '@/lib/env';
import { parseSitemapFile } from '@/lib/found/sitemap-files';
import { sitemap, type SitemapPage } from '@/lib/found/sitemap-xml';
import { languageTag, locales, parseLocale, type Locale } from '@/lib/market/locale';

interface Entry {
    readonly path: string;
    /** Of a page whose path ends in a slug. */
    readonly translations?: Parameters<typeof slugIn>[1];
    /** ISO 8601. */
    readonly updatedAt?: string;
}

/**
 * Products of one language and market, each with its address in the others; in its first file the home page, collections,
 * legal and written pages, too.
 */
export async function GET(
    _request: Request,
    { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
    const file = parseSitemapFile((await params).file);
    if (!file) {
        return new Response(null, { status: 404 });
    }
    const { locale, number } = file;
    const [others, products] = await Promise.all([
        number === 1 ? fetchOthers(locale) : [],
        fetchProductEntries(locale, number),
    ]);
    const entries: readonly Entry[] = [...others, ...products];
    if (entries.length === 0) {
        return new Response(null, { status: 404 });
    }
    const pages = entries.map(entry => pageOf(locale, entry));
    return new Response(sitemap(pages), { headers: { 'content-type': 'application/xml' } });
}

/** All that is no product. */
async function fetchOthers(locale: Locale): Promise<Entry[]> {
    const [collections, { landing, legal }] = await Promise.all([
        fetchCollectionEntries(locale),
        fetchPageList(locale),
    ]);
    // What merchandisers wrote stands in place of the shop's own text.
    const legalPages = new Map<string, string>([
        ...legalPageNames.map(name => [name, legalTextsUpdated.toISOString()] as const),
        ...legal.map(({ code, updatedAt }) => [code, updatedAt] as const),
    ]);
    return [
        { path: '' },
        ...collections,
        ...landing.map(({ slugs, updatedAt }) => ({ path: '/pages/', translations: slugs, updatedAt })),
        ...[...legalPages].map(([name, updatedAt]) => ({ path: `/legal/${name}`, updatedAt })),
    ];
}

function pageOf(locale: Locale, { path, translations, updatedAt }: Entry): SitemapPage {
    const { storefrontUrl } = storefrontEnv();
    const addressIn = (target: Locale) =>
        `${storefrontUrl}/${target}${path}${translations ? slugIn(parseLocale(target).language, translations) : ''}`;
    return {
        address: addressIn(locale),
        alternates: locales.map(target => [languageTag(target), addressIn(target)]),
        changed: updatedAt,
    };
}
