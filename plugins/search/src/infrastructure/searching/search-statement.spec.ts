import { describe, expect, it } from 'vitest';
import { readTerm } from '../../domain/search-term';
import type { SearchPlan } from './search-plan';
import { searchStatement } from './search-statement';

const NOTHING: SearchPlan['wanted'] = {
    ...{ total: false, items: false, facetValues: false },
    ...{ collections: false, priceRanges: false, priceBuckets: false },
};

const plan: SearchPlan = {
    scope: {
        channelId: 1,
        currencyCode: 'EUR',
        languageCode: 'en',
        defaultLanguage: 'de',
        configurations: ['english'],
        enabledOnly: true,
    },
    filters: { facetValueGroups: [], collectionGroups: [], slugGroups: [] },
    inOneField: true,
    inStockFirst: false,
    grouped: true,
    sort: {},
    take: 12,
    skip: 0,
    wanted: NOTHING,
    weights: { sku: 1, productName: 1, variantName: 1, description: 1 },
    priceInterval: 1_000,
};

const wanted: ReadonlyArray<Partial<SearchPlan['wanted']>> = [
    { total: true },
    { items: [] },
    { items: ['assets', 'ids', 'texts'], total: true },
    { facetValues: 'ids', collections: true },
    { facetValues: 'rows' },
    { priceRanges: true },
    { priceBuckets: true },
];
const filters: ReadonlyArray<Partial<SearchPlan['filters']>> = [
    {},
    { inStock: true },
    { collectionGroups: [[2]] },
    { slugGroups: [['lamps']] },
    { facetValueGroups: [[1, 2], [3]], collectionGroups: [[4]] },
    { priceWithTax: { min: 1, max: 2 } },
];
const sorts: ReadonlyArray<SearchPlan['sort']> = [{}, { name: 'ASC' }, { price: 'DESC' }];
const terms: ReadonlyArray<Pick<SearchPlan, 'term'>> = [{}, { term: readTerm('desk lamp') }];

const plans = wanted.flatMap(part =>
    filters.flatMap(filter =>
        sorts.flatMap(sort =>
            terms.flatMap(term =>
                [true, false].map((grouped): SearchPlan => ({
                    ...plan,
                    ...term,
                    ...{ sort, grouped },
                    wanted: { ...NOTHING, ...part },
                    filters: { ...plan.filters, ...filter },
                })),
            ),
        ),
    ),
);

describe('the statement of a search', () => {
    it('speaks of each value that goes along with it: PostgreSQL refuses others', () => {
        const wrong = plans.filter(asked => {
            const { text, values } = searchStatement(asked);
            const spokenOf = new Set([...text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)));
            return values.some((_, index) => !spokenOf.has(index + 1));
        });
        expect(plans.length).toBeGreaterThan(400);
        expect(wrong).toEqual([]);
    });
});
