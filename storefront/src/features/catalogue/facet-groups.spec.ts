import { describe, expect, it } from 'vitest';
import { facetGroups, type FacetCount } from './facet-groups';

function entry(facet: string, id: string, count: number): FacetCount {
    return { count, facetValue: { id, name: `${facet} ${id}`, facet: { id: facet, name: facet } } };
}

describe('facetGroups', () => {
    it('groups values by facet, the most frequent first', () => {
        const groups = facetGroups(
            [
                entry('brand', '1', 2),
                entry('colour', '5', 1),
                entry('brand', '2', 7),
                entry('colour', '6', 1),
            ],
            9,
            new Map(),
            new Map(),
        );
        expect(groups.map(group => group.name)).toEqual(['brand', 'colour']);
        expect(groups[0]?.values.map(value => [value.id, value.count])).toEqual([
            ['2', 7],
            ['1', 2],
        ]);
    });

    it('counts the values of a filtered facet as if it were not filtered', () => {
        const [brand] = facetGroups(
            [entry('brand', '1', 2)],
            2,
            new Map([['brand', [entry('brand', '1', 2), entry('brand', '2', 7), entry('colour', '5', 9)]]]),
            new Map([['brand', ['1']]]),
        );
        expect(brand?.values).toEqual([
            { id: '2', name: 'brand 2', count: 7, chosen: false },
            { id: '1', name: 'brand 1', count: 2, chosen: true },
        ]);
    });

    it('leaves out what would not narrow anything, unless it is chosen', () => {
        expect(facetGroups([entry('kind', '1', 2)], 2, new Map(), new Map())).toEqual([]);
        const chosen = facetGroups(
            [],
            2,
            new Map([['kind', [entry('kind', '1', 2)]]]),
            new Map([['kind', ['1']]]),
        );
        expect(chosen[0]?.values).toMatchObject([{ id: '1', chosen: true }]);
    });
});
