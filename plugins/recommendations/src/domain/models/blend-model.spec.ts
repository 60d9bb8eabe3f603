import { describe, expect, it } from 'vitest';
import { PastItem, RankedItem, TrainingSet } from '../model';
import { BlendModel } from './blend-model';
import { featuresOf, loadParts, trainParts, widths } from './blend-parts';
import { product, sigmoid } from './logistic';
import { seededRandom } from './random';

const day = 86_400_000;
const random = seededRandom(7);
const set = someSet();
const parts = loadParts(
    trainParts(set, {
        ease: { neighbours: 6 },
        itemToItem: { neighbours: 4 },
        session: {},
        content: {},
        als: { factors: 5, iterations: 2 },
    }),
);
const { own, other } = widths(parts);
const weights = { own: someWeights(own), other: someWeights(other) };
const model = new BlendModel(parts, weights);
const queries = Array.from({ length: 40 }, (_, person) => ({
    history: somePast(person % 8),
    now: set.until,
}));

describe('a blend', () => {
    it('scores as its features and weights say, to the last bit', () => {
        for (const query of queries) {
            const features = featuresOf(parts, query);
            const row = new Float64Array(own);
            const expected = Array.from({ length: set.items }, (_, item) => {
                features.write(item, row, 0);
                return sigmoid(
                    features.owns(item)
                        ? product(weights.own, row)
                        : product(weights.other, row.subarray(0, other)),
                );
            });
            expect(Array.from(model.scores(query))).toEqual(expected);
        }
    });

    it('gives the reason of the first part that knows one when it ranks all items', () => {
        const reasons = queries.map(query => {
            const answers = parts.signals.map(part => {
                return new Map(part.recommend(query, set.items).map(found => [found.item, found.because]));
            });
            const firstOf = ({ item }: RankedItem) =>
                answers.map(answer => answer.get(item)).find(because => because !== undefined);
            const ranked = model.recommend(query, 12);
            expect(ranked.map(({ because }) => because)).toEqual(ranked.map(firstOf));
            return ranked.map(({ because }) => because);
        });
        expect(new Set(reasons.flat()).size).toBeGreaterThan(5);
    });
});

/** 60 people, 31 items; the last three are known by their words alone. */
function someSet(): TrainingSet {
    const acts = 300;
    const user = Int32Array.from({ length: acts }, () => Math.floor(60 * random()));
    return {
        users: 60,
        items: 31,
        user,
        item: user.map(person => (person % 3) * 9 + Math.floor(10 * random() ** 2)),
        basket: Int32Array.from(user, (person, act) => 10 * person + (act % 10)),
        at: Float64Array.from({ length: acts }, () => Math.floor(200 * random()) * day),
        weight: new Float32Array(acts).fill(1),
        until: 200 * day,
        content: Array.from({ length: 31 }, (_, item) => ({
            text: ['red cup', 'blue plate', 'green lamp', 'unlike any'][item % 4]!,
            facets: [`room-${item % 5}`],
        })),
    };
}

function someWeights(length: number): Float64Array {
    return Float64Array.from({ length }, () => 2 * random() - 1);
}

function somePast(length: number): PastItem[] {
    return Array.from({ length }, () => ({
        item: Math.floor(31 * random()),
        at: Math.floor(200 * random()) * day,
        weight: 1,
    }));
}
