import { isLocale, type Locale } from '@/lib/market/locale';

/**
 * How many products stand in one sitemap. sitemaps.org allows 50,000 addresses and 50 MB, of which an address with those of
 * the other languages and markets takes about 1.5 kB: with this many there is room for collections and written pages, too.
 */
export const productsPerFile = 20_000;

/** One sitemap of a language and market, which has several when its catalogue is large. */
interface SitemapFile {
    readonly locale: Locale;
    /** From 1. */
    readonly number: number;
}

/** `de-de.xml`, and for what does not fit into it `de-de-2.xml` and so on. */
export function sitemapFiles(locale: Locale, products: number): string[] {
    const count = Math.max(1, Math.ceil(products / productsPerFile));
    return Array.from({ length: count }, (_, index) =>
        index === 0 ? `${locale}.xml` : `${locale}-${index + 1}.xml`,
    );
}

/** What a name of {@link sitemapFiles} stands for; `undefined` for any other. */
export function parseSitemapFile(file: string): SitemapFile | undefined {
    const [, locale, number = '1'] = /^([a-z]{2}-[a-z]{2})(?:-([2-9]|[1-9]\d{1,3}))?\.xml$/.exec(file) ?? [];
    return isLocale(locale) ? { locale, number: Number(number) } : undefined;
}
