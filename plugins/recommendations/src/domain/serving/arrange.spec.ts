import { describe, expect, it } from 'vitest';
import { arrange, type Arrangement } from './arrange';
import type { Candidate, ProductFacts } from './candidate';
import type { Rule, RuleTerms } from './rule';

const facts = (productId: number, known: Partial<ProductFacts> = {}): ProductFacts => ({
    ...{ productId, variantId: 100 + productId, price: 1000, category: undefined },
    ...known,
});
const factsOf = (...all: ProductFacts[]) => new Map(all.map(one => [one.productId, one]));
const candidates = (...ids: number[]): Candidate[] =>
    ids.map((productId, place) => ({ productId, score: 9 - place, reason: { code: 'POPULAR' } }));
const rule = (id: number, terms: Partial<RuleTerms>): Rule => ({
    ...{ id, action: 'BOOST', target: 'PRODUCT', targetId: null, placement: null, amount: 1 },
    ...{ startsAt: null, endsAt: null, enabled: true },
    ...terms,
});
const arrangement = (...rules: Rule[]): Arrangement => ({
    ...{ take: 4, rules, mostOfOneCategory: 4, without: new Set(), newcomers: [] },
});
const ids = (list: readonly Candidate[]) => list.map(({ productId }) => productId);
const four = factsOf(facts(1), facts(2), facts(3), facts(4));

describe('a list', () => {
    it('has only what is known to be on sale, and remembers the model’s order', () => {
        const list = arrange(candidates(1, 5, 2), four, arrangement());
        expect(list).toMatchObject([
            { productId: 1, modelRank: 1, score: 9, ruleIds: [], isCostMissing: false },
            { productId: 2, modelRank: 2, score: 7 },
        ]);
    });

    it('raises by margin what earns more, in proportion to it', () => {
        const products = factsOf(facts(1, { margin: 0 }), facts(2, { margin: 0.5 }), facts(3, { margin: 1 }));
        const byMargin = rule(7, { action: 'MARGIN', target: 'EVERYTHING', amount: 3.5 });
        // 1 · 1, ½ · 2.25, ⅓ · 3.5
        const list = arrange(candidates(1, 2, 3), products, arrangement(byMargin));
        expect(ids(list)).toEqual([3, 2, 1]);
        expect(list[0]).toMatchObject({ modelRank: 3, ruleIds: [7], isCostMissing: false });
    });

    it('is as without the rule by margin for products whose cost is not known, and says so', () => {
        const products = factsOf(facts(1), facts(2), facts(3, { margin: -2 }));
        const byMargin = rule(7, { action: 'MARGIN', target: 'EVERYTHING', amount: 10 });
        const list = arrange(candidates(1, 2, 3), products, arrangement(byMargin));
        expect(list.map(({ productId, isCostMissing }) => [productId, isCostMissing])).toEqual([
            [1, true],
            [2, true],
            [3, false],
        ]);
    });

    it('has no more of one category than a rule of diversity allows, as long as there are others', () => {
        const shoes = { category: 5 };
        const products = factsOf(facts(1, shoes), facts(2, shoes), facts(3, shoes), facts(4));
        const diverse = rule(1, { action: 'DIVERSIFY', target: 'EVERYTHING', amount: 1 });
        expect(ids(arrange(candidates(1, 2, 3, 4), products, arrangement()))).toEqual([1, 2, 3, 4]);
        expect(ids(arrange(candidates(1, 2, 3, 4), products, arrangement(diverse)))).toEqual([1, 4, 2, 3]);
    });

    it('tells which rules pinned, boosted and buried, and shows nothing that is excluded', () => {
        const rules = [
            rule(1, { action: 'PIN', targetId: 4, amount: 1 }),
            rule(2, { action: 'BOOST', targetId: 3, amount: 10 }),
            rule(3, { action: 'BURY', targetId: 1 }),
            rule(4, { action: 'EXCLUDE', targetId: 2 }),
        ];
        const list = arrange(candidates(1, 2, 3), four, arrangement(...rules));
        expect(list.map(({ productId, modelRank, ruleIds }) => [productId, modelRank, ruleIds])).toEqual([
            [4, null, [1]],
            [3, 2, [2]],
            [1, 1, [3]],
        ]);
    });
});
