import { describe, expect, it } from 'vitest';
import { parseSitemapFile, productsPerFile, sitemapFiles } from './sitemap-files';

describe('sitemap files', () => {
    it('are as many as the products need, and one where there are none', () => {
        expect(sitemapFiles('de-de', 0)).toEqual(['de-de.xml']);
        expect(sitemapFiles('de-de', productsPerFile)).toEqual(['de-de.xml']);
        expect(sitemapFiles('de-de', 2 * productsPerFile + 1)).toEqual([
            'de-de.xml',
            'de-de-2.xml',
            'de-de-3.xml',
        ]);
    });

    it('are told by their names', () => {
        const names = sitemapFiles('fr-us', 11 * productsPerFile);
        expect(names.map(name => parseSitemapFile(name)?.number)).toEqual([
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
        ]);
        expect(parseSitemapFile('fr-us-2.xml')).toEqual({ locale: 'fr-us', number: 2 });
    });

    it.each([
        'de-de',
        'xx-yy.xml',
        'de-de-1.xml',
        'de-de-0.xml',
        'de-de-02.xml',
        'de-de-.xml',
        '../de-de.xml',
    ])('are not at %s', file => {
        expect(parseSitemapFile(file)).toBeUndefined();
    });
});
