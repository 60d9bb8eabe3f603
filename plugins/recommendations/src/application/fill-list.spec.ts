import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange, type Arrangement } from '../domain/serving/arrange';
import type { Candidate, ProductFacts } from '../domain/serving/candidate';
import type { Rule } from '../domain/serving/rule';
import { fillList } from './fill-list';

const PRODUCTS = 60;
const productId = fc.integer({ min: 1, max: PRODUCTS });
const candidates = fc
    .uniqueArray(productId, { maxLength: PRODUCTS })
    .map(ids =>
        ids.map((id, at): Candidate => ({ productId: id, score: 1 / (1 + at), reason: { code: 'NEW' } })),
    );
const rule = fc.record<Rule>({
    id: fc.integer({ min: 1, max: 9 }),
    action: fc.constantFrom('PIN', 'BOOST', 'BURY', 'EXCLUDE', 'MARGIN', 'DIVERSIFY'),
    target: fc.constantFrom('PRODUCT', 'PRODUCT', 'FACET_VALUE', 'EVERYTHING'),
    targetId: fc.oneof(fc.constant(1), productId),
    amount: fc.integer({ min: 1, max: 10 }),
    ...{ placement: fc.constant(null), startsAt: fc.constant(null), endsAt: fc.constant(null) },
    enabled: fc.constant(true),
});
const arrangement = fc.record<Arrangement>({
    take: fc.integer({ min: 1, max: 8 }),
    rules: fc.oneof(fc.constant([]), fc.array(rule, { maxLength: 3 })),
    mostOfOneCategory: fc.integer({ min: 1, max: 4 }),
    without: fc.uniqueArray(productId, { maxLength: 5 }).map(ids => new Set(ids)),
    newcomers: fc.uniqueArray(productId, { maxLength: 3 }),
    newcomerDraw: fc.constantFrom(0, 0.5, 0.99),
    priceBand: fc.constantFrom({ from: 0, to: 9 }, { from: 0, to: 5 }),
});
/** Of each product; undefined for what can't be bought. */
const shop = fc.array(
    fc.option(
        fc.record({
            price: fc.integer({ min: 0, max: 9 }),
            category: fc.constantFrom(undefined, 1, 2, 3),
            facetValue: fc.constantFrom(1, 2),
            margin: fc.constantFrom(0, 0.5, 1),
        }),
        { nil: undefined, freq: 3 },
    ),
    { minLength: PRODUCTS, maxLength: PRODUCTS },
);

describe('a list that looks at few candidates', () => {
    it('is the one that all of them would make', async () => {
        let [settledEarly, lists] = [0, 0];
        await fc.assert(
            fc.asyncProperty(candidates, arrangement, shop, async (all, terms, products) => {
                const facts = new Map<number, ProductFacts>();
                products.forEach((product, at) => {
                    if (product) {
                        const { facetValue, ...known } = product;
                        const memberships = {
                            facetValueIds: new Set([facetValue]),
                            collectionIds: new Set<number>(),
                        };
                        facts.set(at + 1, { productId: at + 1, variantId: at, ...known, memberships });
                    }
                });
                const asked: number[] = [];
                const list = await fillList(all, terms, ids => {
                    asked.push(...ids);
                    return Promise.resolve(
                        new Map(ids.flatMap(id => (facts.has(id) ? [[id, facts.get(id)!] as const] : []))),
                    );
                });
                expect(list).toEqual(arrange(all, facts, terms));
                expect(new Set(asked).size).toBe(asked.length);
                lists += 1;
                settledEarly += all.some(candidate => !asked.includes(candidate.productId)) ? 1 : 0;
            }),
            { numRuns: 1_000, seed: 20_261_127 },
        );
        // One that always looks at everything would pass too.
        expect(settledEarly / lists).toBeGreaterThan(0.1);
        expect(settledEarly).toBeLessThan(lists);
    });
});
