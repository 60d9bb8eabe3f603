import { describe, expect, it } from 'vitest';
import { readParts } from './read-parts';
import type { SearchPlan } from './search-plan';
import type { SearchFilters } from './search-query';

const NO_FILTERS: SearchFilters = { facetValueGroups: [], collectionGroups: [], slugGroups: [] };

const plan: SearchPlan = {
    scope: {
        channelId: 1,
        currencyCode: 'EUR',
        languageCode: 'en',
        defaultLanguage: 'en',
        configurations: ['english'],
        enabledOnly: true,
    },
    filters: NO_FILTERS,
    inOneField: true,
    inStockFirst: false,
    grouped: true,
    sort: {},
    take: 12,
    skip: 0,
    wanted: {
        total: true,
        items: [],
        facetValues: false,
        collections: false,
        priceRanges: false,
        priceBuckets: false,
    },
    weights: { sku: 1, productName: 1, variantName: 1, description: 1 },
    priceInterval: 1_000,
};

function partsOf(changes: Partial<SearchPlan>, table = 'efi_search_item', slugged: number[] = []): string[] {
    const read = readParts({ ...plan, ...changes }, { items: [{ productId: 7 }, { productId: 7 }], slugged });
    return [...(read.find(({ table: name }) => name === table)?.parts ?? [])];
}

const filtered = (filters: Partial<SearchFilters>) => ({ filters: { ...NO_FILTERS, ...filters } });

describe('what a search read of the index', () => {
    it('is what it shows, and which products there are', () => {
        expect(partsOf({})).toEqual(['1 EUR shown 7', '1 EUR facts all']);
        expect(partsOf({}, 'efi_search_product')).toEqual(partsOf({}));
        expect(partsOf({}, 'efi_search_text')).toEqual(['en shown 7']);
    });

    it('is of the narrowest filter, as each result has one of its ids', () => {
        const filters = filtered({ facetValueGroups: [[1, 2], [3]], collectionGroups: [[4, 5]] });
        expect(partsOf(filters)).toEqual(['1 EUR shown 7', '1 EUR facts f3']);
        expect(partsOf(filtered({ collectionGroups: [[4, 5]] }))).toEqual([
            '1 EUR shown 7',
            '1 EUR facts c4',
            '1 EUR facts c5',
        ]);
    });

    it('is of the collections that slugs stand for, or of none where they stand for none', () => {
        const filters = filtered({ slugGroups: [['lamps']] });
        expect(partsOf(filters, undefined, [9])).toEqual(['1 EUR shown 7', '1 EUR facts c9']);
        expect(partsOf(filters, undefined, [])).toEqual(['1 EUR shown 7']);
    });

    it.each<[string, Partial<SearchPlan>]>([
        ['sorted', { sort: { price: 'ASC' } }],
        ['filtered', filtered({ price: { min: 1, max: 2 } })],
        ['filtered with tax', filtered({ priceWithTax: { min: 1, max: 2 } })],
        ['counted', { wanted: { ...plan.wanted, priceBuckets: true } }],
        ['shown as a range', { wanted: { ...plan.wanted, priceRanges: true } }],
    ])('is of all prices where these are %s', (_, changes) => {
        expect(partsOf(changes)).toContain('1 EUR price all');
    });

    it.each<[string, Partial<SearchPlan>]>([
        ['filtered', filtered({ inStock: false })],
        ['sorted', { inStockFirst: true }],
    ])('is of all stock where it is %s', (_, changes) => {
        expect(partsOf(changes)).toContain('1 EUR stock all');
    });

    it('is of all names where these are sorted, and of all texts with a term', () => {
        expect(partsOf({ sort: { name: 'ASC' } }, 'efi_search_text')).toEqual(['en shown 7', 'en names']);
        const term = { words: ['lamp'], anywhere: `'lamp':*`, inOneField: `'lamp':*` };
        expect(partsOf({ term }, 'efi_search_text')).toEqual(['en shown 7', 'en words']);
    });
});
