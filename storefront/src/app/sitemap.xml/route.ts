import { countProducts } from '@/features/catalogue/sitemap-entries';
import { storefrontEnv } from '@/lib/env';
import { sitemapFiles } from '@/lib/found/sitemap-files';
import { sitemapIndex } from '@/lib/found/sitemap-xml';
import { locales } from '@/lib/market/locale';

export const dynamic = 'force-dynamic';

/** Where the sitemaps of each language and market are. */
export async function GET(): Promise<Response> {
    const { storefrontUrl } = storefrontEnv();
    const files = await Promise.all(
        locales.map(async locale => sitemapFiles(locale, await countProducts(locale))),
    );
    const addresses = files.flat().map(file => `${storefrontUrl}/sitemaps/${file}`);
    return new Response(sitemapIndex(addresses), { headers: { 'content-type': 'application/xml' } });
}
