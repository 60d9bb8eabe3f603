import { describe, expect, it } from 'vitest';
import { sitemap, sitemapIndex } from './sitemap-xml';

describe('sitemaps', () => {
    it('list their pages with each language beside them', () => {
        const xml = sitemap([
            {
                address: 'https://shop.example/en-us/products/lamp',
                alternates: [['de-DE', 'https://shop.example/de-de/products/lampe']],
                changed: '2026-01-02T03:04:05.000Z',
            },
            { address: 'https://shop.example/en-us', alternates: [] },
        ]);
        expect(xml.match(/<url>.*<\/url>/g)).toEqual([
            '<url><loc>https://shop.example/en-us/products/lamp</loc><lastmod>2026-01-02T03:04:05.000Z</lastmod>' +
                '<xhtml:link rel="alternate" hreflang="de-DE" href="https://shop.example/de-de/products/lampe"/></url>',
            '<url><loc>https://shop.example/en-us</loc></url>',
        ]);
        expect(xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<urlset ')).toBe(true);
    });

    it('end no element early, whatever an address holds', () => {
        const xml = sitemapIndex([`https://shop.example/a?b=1&c="<'>`]);
        expect(xml).toContain('<loc>https://shop.example/a?b=1&#38;c=&#34;&#60;&#39;&#62;</loc>');
    });
});
