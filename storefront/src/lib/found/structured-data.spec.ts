import { describe, expect, it } from 'vitest';
import { breadcrumbList, shopAndSearch } from './structured-data';

const home = 'https://shop.example/de-de';

describe('structured data', () => {
    it('says the way to a page in order, each step but the last with its address', () => {
        const steps = [
            { name: 'Start', href: '/' },
            { name: 'Lampen', href: '/collections/lampen' },
            { name: 'Stehlampe' },
        ];
        expect(breadcrumbList(steps, home).itemListElement).toEqual([
            { '@type': 'ListItem', position: 1, name: 'Start', item: home },
            { '@type': 'ListItem', position: 2, name: 'Lampen', item: `${home}/collections/lampen` },
            { '@type': 'ListItem', position: 3, name: 'Stehlampe' },
        ]);
    });

    it('says who sells here and where to search', () => {
        const shop = { name: 'Shop', description: 'Things', origin: 'https://shop.example', home };
        const [organisation, site] = shopAndSearch(shop)['@graph'];
        expect(site).toMatchObject({ publisher: { '@id': organisation?.['@id'] }, url: home });
        expect(JSON.stringify(site)).toContain(`${home}/search?q={search_term_string}`);
    });
});
