import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EstimatedElasticity } from '../elasticity/elasticity';
import { bestPrice, PriceProposal, PriceQuestion } from './best-price';
import { normalDraw, seededRandom } from './seeded-random';

function elasticity(mean: number, deviation: number, low = 50, high = 500): EstimatedElasticity {
    const slope = { mean, deviation, low: mean - 1.96 * deviation, high: mean + 1.96 * deviation };
    return { kind: 'estimated', basis: 'shared', slope, noise: 0.2, observed: { low, high } };
}

const free = (price: number) => price;

function ask(question: Partial<PriceQuestion>): PriceProposal {
    const plain = {
        elasticity: elasticity(-2, 0),
        unitCost: 100,
        currentPrice: 250,
        taxRate: 0,
        clamp: free,
    };
    return bestPrice({ ...plain, ...question });
}

function proposed(proposal: PriceProposal) {
    if (proposal.kind !== 'proposed') {
        throw new Error(`A proposal was expected, not ${proposal.reason}.`);
    }
    return proposal;
}

describe('the best price', () => {
    it.each([
        [-2, 0, 200],
        [-3, 0, 150],
        [-2, 0.2, 240],
    ])("is Lerner's when nothing is uncertain: elasticity %s, tax %s", (mean, taxRate, price) => {
        const found = proposed(ask({ elasticity: elasticity(mean, 0), taxRate }));
        expect(Math.abs(found.price / price - 1)).toBeLessThan(0.004);
        expect(found.atTheEdge).toBe(false);
        expect(found.chanceToGain).toBe(1);
    });

    it('earns what a hand works out', () => {
        // 200 sells (200 / 250)^−2 = 1.5625 of now; 100 each.
        const found = proposed(ask({ clamp: price => (Math.abs(price - 200) < 30 ? 200 : 250) }));
        expect(found).toMatchObject({ price: 200, marginNow: 150 });
        expect(found.margin.expected).toBeCloseTo(156.25, 9);
    });

    it('takes the mean over the uncertainty, as drawing from it does', () => {
        const found = proposed(
            ask({ elasticity: elasticity(-2.2, 0.4), clamp: price => (price < 225 ? 180 : 250) }),
        );
        const random = seededRandom(1);
        const draws = Array.from({ length: 200_000 }, () => {
            return 80 * Math.exp((-2.2 + 0.4 * normalDraw(random)) * Math.log(180 / 250));
        });
        const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
        expect(found.price).toBe(180);
        expect(found.margin.expected).toBeCloseTo(mean, 0);
        const gains = draws.filter(draw => draw > 150).length / draws.length;
        expect(found.chanceToGain).toBeCloseTo(gains, 2);
    });

    it('stays when it is the best already', () => {
        const found = proposed(ask({ currentPrice: 200 }));
        expect(found.price).toBeCloseTo(200, 9);
        expect(found.chanceToGain).toBe(0);
    });

    it('is a price that the guards leave as it is', () => {
        const clamp = (price: number) => Math.min(Math.max(Math.round(price) - 1 + 0.99, 219.99), 280.99);
        const found = proposed(ask({ clamp }));
        expect(found).toMatchObject({ price: 219.99, atTheEdge: true });
    });
});

describe('a refusal', () => {
    it.each([-0.8, -1, -1.1])('meets demand that may be too steady (%s) without a ceiling', mean => {
        expect(ask({ elasticity: elasticity(mean, 0.1) })).toEqual({
            kind: 'refused',
            reason: 'demand-too-steady',
        });
    });

    it('meets a ceiling above all prices that were observed', () => {
        const proposal = ask({ elasticity: elasticity(-0.8, 0.1), clamp: price => Math.min(price, 501) });
        expect(proposal).toEqual({ kind: 'refused', reason: 'demand-too-steady' });
    });

    it('gives way to a ceiling among them, which is the price', () => {
        const proposal = ask({ elasticity: elasticity(-0.8, 0.1), clamp: price => Math.min(price, 300) });
        expect(proposal).toMatchObject({ kind: 'proposed', price: 300, atTheEdge: true });
    });

    it('meets guards that leave no observed price', () => {
        const proposal = ask({ clamp: price => Math.max(price, 600) });
        expect(proposal).toEqual({ kind: 'refused', reason: 'no-price-within-guards' });
    });

    it.each([
        { unitCost: NaN },
        { unitCost: -1 },
        { currentPrice: 0 },
        { taxRate: -0.1 },
        { beyondObserved: 1 },
    ])('meets a question that is none: %s', question =>
        expect(ask(question)).toEqual({ kind: 'refused', reason: 'no-price-within-guards' }),
    );
});

describe('whatever the question', () => {
    const number = fc.double({ min: -1e4, max: 1e4 });
    const positive = fc.double({ min: 0.01, max: 1e4, noNaN: true });

    it('a proposal is what the guards leave, no further from the observed prices than allowed', () => {
        fc.assert(
            fc.property(
                fc.record({
                    mean: fc.double({ min: -6, max: 2, noNaN: true }),
                    deviation: fc.double({ min: 0, max: 1, noNaN: true }),
                    ends: fc.tuple(positive, positive),
                    guards: fc.tuple(positive, positive),
                    beyondObserved: fc.double({ min: 0, max: 0.5, noNaN: true }),
                    unitCost: number,
                    currentPrice: number,
                    taxRate: fc.double({ min: 0, max: 1 }),
                }),
                ({ mean, deviation, ends, guards, ...question }) => {
                    const [low, high] = ends.toSorted((a, b) => a - b) as [number, number];
                    const [floor, ceiling] = guards.toSorted((a, b) => a - b) as [number, number];
                    const clamp = (price: number) => Math.min(Math.max(price, floor), ceiling);
                    const found = bestPrice({
                        ...question,
                        clamp,
                        elasticity: elasticity(mean, deviation, low, high),
                    });
                    if (found.kind === 'proposed') {
                        const { price, margin } = found;
                        expect(price).toBeGreaterThanOrEqual(
                            Math.max(floor, low * (1 - question.beyondObserved)),
                        );
                        expect(price).toBeLessThanOrEqual(
                            Math.min(ceiling, high * (1 + question.beyondObserved)),
                        );
                        expect(margin.low).toBeLessThanOrEqual(margin.high);
                    }
                },
            ),
        );
    });
});
