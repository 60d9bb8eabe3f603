/** One address of a sitemap, in the terms of sitemaps.org. */
export interface SitemapPage {
    readonly address: string;
    /** Its addresses in every language and market, by BCP 47 tag. */
    readonly alternates: readonly (readonly [tag: string, address: string])[];
    /** ISO 8601. */
    readonly changed?: string;
}

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** A list of sitemaps. */
export function sitemapIndex(addresses: readonly string[]): string {
    const entries = addresses.map(address => `<sitemap><loc>${escaped(address)}</loc></sitemap>\n`);
    return `${head}<sitemapindex ${namespace}>\n${entries.join('')}</sitemapindex>\n`;
}

export function sitemap(pages: readonly SitemapPage[]): string {
    const links = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"';
    return `${head}<urlset ${namespace} ${links}>\n${pages.map(entryOf).join('')}</urlset>\n`;
}

function entryOf({ address, alternates, changed }: SitemapPage): string {
    const links = alternates.map(
        ([tag, other]) => `<xhtml:link rel="alternate" hreflang="${escaped(tag)}" href="${escaped(other)}"/>`,
    );
    const lastChange = changed === undefined ? '' : `<lastmod>${escaped(changed)}</lastmod>`;
    return `<url><loc>${escaped(address)}</loc>${lastChange}${links.join('')}</url>\n`;
}

function escaped(text: string): string {
    return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
