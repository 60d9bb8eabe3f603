import { describe, expect, it } from 'vitest';
import type { PricingRule } from '../rules/rule';
import type { VariantFacts } from '../rules/variant-facts';
import { factsInWeek, momentOf, whyNotReplayable } from './past-facts';

const facts: VariantFacts = {
    ...{ variantId: 1, productId: 1, collectionIds: [], facetValueIds: [] },
    ...{ currentPrice: 900, listPrice: 1000, dayStartPrice: 900, cost: 400, stock: 5, ageDays: 5 },
    ...{ demand: null, competitors: [], componentPrices: {}, bestPrice: null },
};

const weeks = Array.from({ length: 10 }, (_, at) => ({ week: 100 + at, price: 1000, units: 10 + at }));

describe('facts of a past week', () => {
    it('begin from the list price, and compare its sales with the eight weeks before', () => {
        const then = factsInWeek(facts, weeks, weeks[8]!);
        expect(then).toMatchObject({ currentPrice: 1000, dayStartPrice: 1000 });
        expect(then.demand).toEqual({ sold: 18, expected: 13.5 });
    });

    it('know no demand where there are no eight weeks before', () => {
        expect(factsInWeek(facts, weeks, weeks[7]!).demand).toBeNull();
    });

    it('stand for a moment of the rule’s own time', () => {
        const [startsAt, endsAt, now] = [new Date(1000), new Date(3000), new Date(9)];
        const rule = { startsAt, endsAt } as PricingRule;
        expect(momentOf(rule, 0.5, now)).toEqual(new Date(2000));
        expect(momentOf({ ...rule, endsAt: null }, 0.5, now)).toBe(now);
    });

    it('are not on record for every kind of rule', () => {
        expect(whyNotReplayable('flash-sale')).toBeNull();
        expect(whyNotReplayable('competitor')).toBe('inputs-not-on-record');
        expect(whyNotReplayable('customer-group')).toBe('only-some-shoppers');
    });
});
