import { describe, expect, it } from 'vitest';
import { mayMove } from './collection-filters.plugin';

describe('a product that was written', () => {
    it.each([
        ['a price', [{ id: 1, price: 100 }]],
        ['stock', [{ id: 1, stockLevels: [{ stockLocationId: 1, stockOnHand: 3 }] }]],
        ['whether it is for sale', { id: 1, enabled: false }],
    ])('stays in its collections when %s is new', (_, input) => {
        expect(mayMove({ type: 'updated', input })).toBe(false);
    });

    it.each([
        ['a facet value', { id: 1, facetValueIds: [2] }],
        [
            'a name, of one of several',
            [
                { id: 1, price: 100 },
                { id: 2, translations: [] },
            ],
        ],
        ['a field of somebody else', [{ id: 1, customFields: {} }]],
        ['nobody says what', undefined],
    ])('may move when %s is new', (_, input) => {
        expect(mayMove({ type: 'updated', input })).toBe(true);
    });

    it.each(['created', 'deleted'] as const)('may move when it is %s', type => {
        expect(mayMove({ type, input: 1 })).toBe(true);
    });
});
