import { describe, expect, it } from 'vitest';
import {
    emptiness,
    facetValueFilters,
    isFiltered,
    listingQuery,
    parseListingState,
    toggleFilter,
    withoutFilters,
} from './listing-state';

describe('listing state', () => {
    it('reads what it wrote', () => {
        const query = '?q=red+lamp&filter=1.10%7E1.11%7E2.20&sort=price-asc&page=3';
        const state = parseListingState(Object.fromEntries(new URLSearchParams(query)));
        expect(state).toMatchObject({ term: 'red lamp', sort: 'price-asc', page: 3 });
        expect([...state.filters]).toEqual([
            ['1', ['10', '11']],
            ['2', ['20']],
        ]);
        expect(listingQuery(state)).toBe(query);
    });

    it('keeps a range of prices, which counts as a filter', () => {
        const state = parseListingState({ min: '10', max: '49,95' });
        expect(state.price).toEqual({ min: 1000, max: 4995 });
        expect(listingQuery(state)).toBe('?min=10&max=49.95');
        expect(isFiltered(state)).toBe(true);
        expect(listingQuery(withoutFilters(state))).toBe('');
        expect(isFiltered(withoutFilters(state))).toBe(false);
    });

    it('keeps that a term is meant as it is', () => {
        const state = parseListingState({ q: 'camra', exact: '1' });
        expect(state.exact).toBe(true);
        expect(listingQuery(state)).toBe('?q=camra&exact=1');
        expect(parseListingState({ q: 'camra', exact: 'yes' }).exact).toBe(false);
    });

    it.each(['0', '-2', '1.5', 'x', '', '9'.repeat(40)])('takes page "%s" as the first', page => {
        expect(parseListingState({ page }).page).toBe(1);
    });

    it('leaves out what makes no sense', () => {
        const state = parseListingState({ sort: 'drop table', filter: '1.10~1.10~x~.~2."', q: [' a ', 'b'] });
        expect(state).toMatchObject({ sort: 'relevance', term: 'a' });
        expect([...state.filters]).toEqual([['1', ['10']]]);
    });

    it.each(['0', '-1', '1.5', '99999999999', 'two'])('takes page %s for the first', page => {
        expect(parseListingState({ page }).page).toBe(1);
    });

    it('writes nothing for the defaults', () => {
        expect(listingQuery(parseListingState({}))).toBe('');
    });

    it('adds and takes away a filter, from the first page on', () => {
        const before = parseListingState({ page: '4', filter: '1.10' });
        const added = toggleFilter(before, '1', '11');
        expect(listingQuery(added)).toBe('?filter=1.10%7E1.11');
        expect(listingQuery(toggleFilter(toggleFilter(added, '1', '10'), '1', '11'))).toBe('');
        expect(withoutFilters(added).filters.size).toBe(0);
        expect([...before.filters]).toEqual([['1', ['10']]]);
    });

    it('asks for any value within a facet and for every facet', () => {
        const state = parseListingState({ filter: '1.10~1.11~2.20' });
        expect(facetValueFilters(state)).toEqual([{ or: ['10', '11'] }, { or: ['20'] }]);
        expect(facetValueFilters(state, '1')).toEqual([{ or: ['20'] }]);
    });

    it('tells why it shows nothing: no such page, the filters, or nothing there at all', () => {
        const page = parseListingState({ page: '99' });
        expect(emptiness(page, 30)).toBe('beyondLastPage');
        expect(emptiness(parseListingState({ page: '99', min: '10' }), 30)).toBe('beyondLastPage');
        expect(emptiness(parseListingState({ filter: '1.10' }), 0)).toBe('nothingMatches');
        expect(emptiness(parseListingState({ page: '99', max: '10' }), 0)).toBe('nothingMatches');
        expect(emptiness(page, 0)).toBe('nothingThere');
    });
});
