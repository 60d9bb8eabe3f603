import { storefrontEnv } from '@/lib/env';
import { sitemapIndex } from '@/lib/found/sitemap-xml';
import { locales } from '@/lib/market/locale';

export const dynamic = 'force-dynamic';

/** Where the sitemap of each language and market is. */
export function GET(): Response {
    const { storefrontUrl } = storefrontEnv();
    const addresses = locales.map(locale => `${storefrontUrl}/sitemaps/${locale}.xml`);
    return new Response(sitemapIndex(addresses), { headers: { 'content-type': 'application/xml' } });
}
