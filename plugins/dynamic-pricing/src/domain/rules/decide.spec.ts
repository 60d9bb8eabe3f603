import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultGuards, type GuardSettings, type VariantGuards } from '../guards/guards';
import { roundings } from '../guards/rounding';
import { decide, decideByRule } from './decide';
import type { PricingRule, RuleEffect } from './rule';
import type { VariantFacts } from './variant-facts';

const NOW = new Date('2030-05-01T12:00:00Z');

const facts: VariantFacts = {
    variantId: 1,
    productId: 1,
    collectionIds: [],
    facetValueIds: [],
    currentPrice: 10_000,
    listPrice: 10_000,
    dayStartPrice: 10_000,
    cost: 5000,
    stock: 10,
    ageDays: 100,
    demand: { sold: 10, expected: 10 },
    competitors: [],
    componentPrices: {},
    bestPrice: null,
};

const free: VariantGuards = { floor: null, ceiling: null, manufacturerPrice: null, isLocked: false };
const wide: GuardSettings = { ...defaultGuards, maxChangePercentPerRun: 90, maxChangePercentPerDay: 90 };

function rule(effect: RuleEffect, rest: Partial<PricingRule> = {}): PricingRule {
    return {
        id: 1,
        name: 'rule',
        priority: 0,
        startsAt: null,
        endsAt: null,
        scope: {},
        effect,
        mayLower: true,
        mayRaise: true,
        combines: false,
        ...rest,
    };
}

const clearOut = (changePercent: number, rest: Partial<PricingRule> = {}) =>
    rule({ kind: 'stock', stockAtLeast: 5, changePercent }, rest);

describe('decide', () => {
    it('lets the rule of the highest priority set the price, and the older one among equals', () => {
        const rules = [
            clearOut(-10, { id: 3 }),
            clearOut(-20, { id: 2, priority: 5 }),
            clearOut(-30, { id: 1 }),
        ];
        const { price, fired, lost } = decide(facts, rules, wide, free, NOW);
        expect(price).toBe(8000);
        expect(fired.map(({ ruleId }) => ruleId)).toEqual([2]);
        expect(lost).toMatchObject([
            { ruleId: 1, reason: 'outranked' },
            { ruleId: 3, reason: 'outranked' },
        ]);
    });

    it('lets a rule that combines work on what the rules before it made', () => {
        const rules = [clearOut(-10, { priority: 9 }), clearOut(-10, { id: 2, combines: true })];
        expect(decide(facts, rules, wide, free, NOW).price).toBe(8100);
    });

    it('goes back to the list price when no rule speaks', () => {
        const off = { ...facts, currentPrice: 9000 };
        expect(decide(off, [], wide, free, NOW)).toMatchObject({ price: 10_000, basis: 'list-price' });
    });

    it('keeps the last good price when competitors are stale, and says so', () => {
        const stale = {
            ...facts,
            currentPrice: 9000,
            competitors: [{ competitor: 'A', price: 7000, ageHours: 49 }],
        };
        const match = rule({
            kind: 'competitor',
            target: 'lowest',
            offsetPercent: 0,
            maxAgeHours: 48,
            minCompetitors: 1,
            weights: {},
        });
        expect(decide(stale, [match], wide, free, NOW)).toMatchObject({
            price: 9000,
            basis: 'held-for-want-of-data',
            lost: [{ reason: 'competitors-too-few-or-stale' }],
        });
    });

    it('weighs competitors', () => {
        const seen = {
            ...facts,
            competitors: [
                { competitor: 'A', price: 9000, ageHours: 1 },
                { competitor: 'B', price: 11_000, ageHours: 1 },
                { competitor: 'dumper', price: 1000, ageHours: 1 },
            ],
        };
        const match = rule({
            kind: 'competitor',
            target: 'weighted-mean',
            offsetPercent: -1,
            maxAgeHours: 48,
            minCompetitors: 2,
            weights: { A: 3, dumper: 0 },
        });
        expect(decide(seen, [match], wide, free, NOW).price).toBe(Math.round(9500 * 0.99));
    });

    it('does nothing that the rule may not do', () => {
        expect(decide(facts, [clearOut(-10, { mayLower: false })], wide, free, NOW)).toMatchObject({
            price: 10_000,
            lost: [{ reason: 'may-not-lower' }],
        });
    });

    it('lets the floor win over the ceiling, movement and rounding, and logs what gave way', () => {
        const variant = { ...free, ceiling: 9000, floor: 12_345 };
        const settings: GuardSettings = { ...defaultGuards, rounding: 'charm' };
        const { price, cuts } = decide(facts, [clearOut(-40)], settings, variant, NOW);
        expect(price).toBe(12_345);
        expect(cuts).toEqual(
            expect.arrayContaining([
                expect.objectContaining({ guard: 'floor', over: 'ceiling' }),
                expect.objectContaining({ guard: 'floor', over: 'movement' }),
            ]),
        );
    });

    it('moves a season from one end to the other', () => {
        const season = rule(
            { kind: 'end-of-season', fromPercent: 0, toPercent: -40 },
            { startsAt: new Date('2030-04-21T12:00:00Z'), endsAt: new Date('2030-05-11T12:00:00Z') },
        );
        expect(decide(facts, [season], wide, free, NOW).price).toBe(8000);
    });

    it('adds up a bundle, and knows no price for one with an unknown part', () => {
        const set = rule({
            kind: 'bundle',
            components: [
                { variantId: 2, quantity: 2 },
                { variantId: 3, quantity: 1 },
            ],
            changePercent: -10,
        });
        const known = { ...facts, componentPrices: { 2: 3000, 3: 4000 } };
        expect(decide(known, [set], wide, free, NOW).price).toBe(9000);
        expect(decide(facts, [set], wide, free, NOW).basis).toBe('held-for-want-of-data');
    });
});

const percentages = fc.oneof(fc.double(), fc.integer({ min: -1000, max: 1000 }));
const amounts = fc.integer({ min: 1, max: 2_000_000_000 });
const maybeAmount = fc.option(fc.oneof(amounts, fc.integer({ min: 1, max: 20_000 })));
const anyNumber = fc.oneof(fc.double(), amounts, fc.constantFrom(0, -1, NaN, Infinity, -Infinity));

const anyEffect: fc.Arbitrary<RuleEffect> = fc.oneof(
    fc.record({ kind: fc.constant('stock' as const), stockAtLeast: anyNumber, changePercent: percentages }),
    fc.record({ kind: fc.constant('demand' as const), ratioAtLeast: anyNumber, changePercent: percentages }),
    fc.record({ kind: fc.constant('flash-sale' as const), changePercent: percentages }),
    fc.record({ kind: fc.constant('cost-plus' as const), markupPercent: percentages }),
    fc.record({
        kind: fc.constant('end-of-season' as const),
        fromPercent: percentages,
        toPercent: percentages,
    }),
    fc.record({ kind: fc.constant('elasticity' as const) }),
    fc.record({
        kind: fc.constant('bundle' as const),
        components: fc.array(
            fc.record({
                variantId: fc.integer({ min: 1, max: 3 }),
                quantity: fc.integer({ min: 0, max: 9 }),
            }),
            { maxLength: 3 },
        ),
        changePercent: percentages,
    }),
    fc.record({
        kind: fc.constant('competitor' as const),
        target: fc.constantFrom('lowest' as const, 'weighted-mean' as const),
        offsetPercent: percentages,
        maxAgeHours: anyNumber,
        minCompetitors: fc.integer({ min: 0, max: 3 }),
        weights: fc.dictionary(fc.constantFrom('A', 'B'), anyNumber),
    }),
);

const anyRule: fc.Arbitrary<PricingRule> = fc.record({
    id: fc.nat(100),
    name: fc.constant('any'),
    priority: fc.integer(),
    startsAt: fc.constantFrom(null, new Date('2030-04-01'), new Date('2031-01-01')),
    endsAt: fc.constantFrom(null, new Date('2030-06-01')),
    scope: fc.constantFrom({}, { productIds: [1] }, { variantIds: [2] }),
    effect: anyEffect,
    mayLower: fc.boolean(),
    mayRaise: fc.boolean(),
    combines: fc.boolean(),
});

const anyFacts: fc.Arbitrary<VariantFacts> = fc.record({
    variantId: fc.constant(1),
    productId: fc.constant(1),
    collectionIds: fc.constant([]),
    facetValueIds: fc.constant([]),
    currentPrice: amounts,
    listPrice: amounts,
    dayStartPrice: amounts,
    cost: fc.option(fc.oneof(amounts, fc.nat(20_000))),
    stock: fc.option(anyNumber),
    ageDays: fc.option(anyNumber),
    demand: fc.option(fc.record({ sold: anyNumber, expected: anyNumber })),
    competitors: fc.array(
        fc.record({ competitor: fc.constantFrom('A', 'B', 'C'), price: anyNumber, ageHours: anyNumber }),
        { maxLength: 4 },
    ),
    componentPrices: fc.dictionary(fc.constantFrom('1', '2', '3'), anyNumber),
    bestPrice: fc.option(anyNumber),
});

const anySettings: fc.Arbitrary<GuardSettings> = fc.record({
    minMarginPercent: fc.double({ min: 0, max: 95, noNaN: true }),
    floorPercentOfList: fc.double({ min: 0, max: 100, noNaN: true }),
    ceilingPercentOfList: fc.double({ min: 100, max: 1000, noNaN: true }),
    maxChangePercentPerRun: fc.double({ min: 0, max: 100, noNaN: true }),
    maxChangePercentPerDay: fc.double({ min: 0, max: 100, noNaN: true }),
    rounding: fc.constantFrom(...roundings),
});

const anyVariant: fc.Arbitrary<VariantGuards> = fc.record({
    floor: maybeAmount,
    ceiling: maybeAmount,
    manufacturerPrice: maybeAmount,
    isLocked: fc.boolean(),
});

/** The guards by arithmetic of their own, not the code's. */
function limits(data: VariantFacts, settings: GuardSettings, variant: VariantGuards) {
    const floor = Math.max(
        data.cost === null ? 0 : data.cost / (1 - settings.minMarginPercent / 100),
        data.listPrice * (settings.floorPercentOfList / 100),
        variant.floor ?? 0,
    );
    const ceiling = Math.min(
        data.listPrice * (settings.ceilingPercentOfList / 100),
        variant.ceiling ?? Infinity,
        variant.manufacturerPrice ?? Infinity,
    );
    return {
        floor: Math.min(floor, 2_147_483_647),
        ceiling,
        run: data.currentPrice * (settings.maxChangePercentPerRun / 100),
        day: data.dayStartPrice * (settings.maxChangePercentPerDay / 100),
    };
}

describe('whatever rules, feeds and data there are', () => {
    const check = (
        price: number,
        cuts: readonly { readonly guard: string; readonly over?: string }[],
        data: VariantFacts,
        settings: GuardSettings,
        variant: VariantGuards,
    ) => {
        expect(Number.isInteger(price)).toBe(true);
        expect(price).toBeGreaterThan(0);
        if (variant.isLocked) {
            expect(price).toBe(data.currentPrice);
            return;
        }
        const { floor, ceiling, run, day } = limits(data, settings, variant);
        const gaveWay = (guard: string) => cuts.some(({ over }) => over === guard);
        // Reckoned in another order, so a last binary digit apart.
        const hair = 1e-5 + floor * 1e-12;
        expect(price).toBeGreaterThanOrEqual(floor - hair);
        expect(
            price <= Math.max(1, ceiling + hair) || (gaveWay('ceiling') && price <= Math.ceil(floor + hair)),
        ).toBe(true);
        const isMoveAllowed =
            Math.abs(price - data.currentPrice) <= run + hair &&
            Math.abs(price - data.dayStartPrice) <= day + hair;
        expect(isMoveAllowed || gaveWay('movement')).toBe(true);
    };

    it('no price is below its floor, above its ceiling, zero, negative, no number, or moved more than allowed', () => {
        fc.assert(
            fc.property(
                anyFacts,
                fc.array(anyRule, { maxLength: 8 }),
                anySettings,
                anyVariant,
                (data, rules, settings, variant) => {
                    const { price, cuts } = decide(data, rules, settings, variant, NOW);
                    check(price, cuts, data, settings, variant);
                },
            ),
            { numRuns: 5000 },
        );
    });

    it('the same holds for a sale', () => {
        fc.assert(
            fc.property(anyFacts, anyRule, anySettings, anyVariant, (data, sale, settings, variant) => {
                const trace = decideByRule(data, sale, settings, variant, NOW);
                if (trace) {
                    check(trace.price, trace.cuts, data, settings, variant);
                }
            }),
            { numRuns: 2000 },
        );
    });

    it('movement gives way only to the floor, to the ceiling, or where a hand moved the price today', () => {
        fc.assert(
            fc.property(
                anyFacts,
                fc.array(anyRule),
                anySettings,
                anyVariant,
                (data, rules, settings, variant) => {
                    const untouched = { ...data, dayStartPrice: data.currentPrice };
                    const { price, cuts, bounds } = decide(untouched, rules, settings, variant, NOW);
                    for (const { guard, over } of cuts) {
                        if (over === 'movement') {
                            expect(price).toBe(guard === 'floor' ? bounds.floor : bounds.ceiling);
                        }
                    }
                },
            ),
            { numRuns: 2000 },
        );
    });

    it('the order in which rules are given does not matter', () => {
        const unique = fc.uniqueArray(anyRule, { selector: ({ id }) => id, maxLength: 8 });
        fc.assert(
            fc.property(anyFacts, unique, anySettings, anyVariant, (data, rules, settings, variant) => {
                expect(decide(data, [...rules].reverse(), settings, variant, NOW)).toEqual(
                    decide(data, rules, settings, variant, NOW),
                );
            }),
        );
    });
});
