import { describe, expect, it } from 'vitest';
import { PastItem, TrainingSet } from '../model';
import { blend } from './blend';
import { content } from './content';
import { itemToItem, ItemToItemSettings, rootLogLikelihood } from './item-to-item';
import { popularity } from './popularity';
import { repeats } from './repeats';
import { session } from './session';

const day = 86_400_000;
const now = 1000 * day;
const nothing = { history: [], now };

describe('popularity', () => {
    it('counts half after the half-life and nothing outside the window', () => {
        const set = acts([0, 0, 0], [1, 0, 10], [2, 1, 20], [3, 2, 40]);
        const model = popularity.load(popularity.train(set, { halfLifeDays: 10, windowDays: 30 }));
        expect(Array.from(model.scores(nothing))).toEqual([1.5, 0.25, 0]);
    });

    it('counts a person once, by the latest act, when people are counted', () => {
        const set = acts([0, 0, 20], [0, 0, 10], [1, 1, 0]);
        const model = popularity.load(popularity.train(set, { halfLifeDays: 10, countPeople: true }));
        expect(Array.from(model.scores(nothing))).toEqual([0.5, 1]);
    });
});

describe('item to item', () => {
    // Of four people, three have item 0, two have item 1, and two have both.
    const set = acts([0, 0, 0], [0, 1, 0], [1, 0, 0], [1, 1, 0], [2, 0, 0], [3, 2, 0]);
    const between = (settings: Partial<ItemToItemSettings>) => {
        const all = { within: 'person', halfLifeDays: Infinity, ...settings } as const;
        return itemToItem.load(itemToItem.train(set, all)).similar(0, 5);
    };

    it('is the cosine of who has them', () => {
        expect(between({ similarity: 'cosine' })).toEqual([
            { item: 1, score: Math.fround(2 / Math.sqrt(6)) },
        ]);
    });

    it('is the share of those with either who have both', () => {
        expect(between({ similarity: 'jaccard' })).toEqual([{ item: 1, score: Math.fround(2 / 3) }]);
    });

    it('is how surprising it is that both are there', () => {
        // G² = 2 Σ observed · ln(observed / expected) = 2 (2 ln 4/3 + 1 ln 2/3 + 1 ln 2)
        const ratio = 2 * (2 * Math.log(4 / 3) + Math.log(2 / 3) + Math.log(2));
        expect(rootLogLikelihood(2, 3, 2, 4)).toBeCloseTo(Math.sqrt(ratio), 12);
        expect(between({ similarity: 'log-likelihood' })[0]!.score).toBeCloseTo(Math.sqrt(ratio), 6);
    });

    it('is nothing when the two meet no more often than by chance', () => {
        expect(rootLogLikelihood(1, 2, 2, 4)).toBe(0);
    });

    it('tells which item of the past spoke for another', () => {
        const model = itemToItem.load(itemToItem.train(set, { within: 'person' }));
        const ranked = model.recommend({ history: [past(1, 0)], now }, 5, item => item === 1);
        expect(ranked.map(({ item, because }) => [item, because])).toEqual([[0, 1]]);
    });
});

describe('session', () => {
    it('leads from an item to the one after it, not back', () => {
        const set = acts([0, 0, 7], [0, 1, 0], [1, 0, 7], [1, 1, 0]);
        const model = session.load(session.train(set, { halfLifeDays: 7 }));
        // Two steps of a half each, over √(2 · 2).
        expect(model.similar(0, 5)).toEqual([{ item: 1, score: 0.5 }]);
        expect(model.similar(1, 5)).toEqual([]);
    });

    it('reads only the latest items of the past', () => {
        const set = acts([0, 0, 2], [0, 1, 1], [1, 2, 2], [1, 3, 1]);
        const model = session.load(session.train(set, { latest: 1 }));
        const ranked = model.recommend({ history: [past(0, 50), past(2, 1)], now }, 5);
        expect(ranked.map(({ item }) => item)).toEqual([3]);
    });
});

describe('content', () => {
    it('finds what shares the rarer words and facets, though nobody ever bought it', () => {
        const texts = ['red glass cup', 'red glass plate', 'blue glass lamp', 'blue lamp'];
        const set = { ...acts(), items: 4, content: texts.map(text => ({ text, facets: [] })) };
        const model = content.load(content.train(set));
        expect(model.similar(0, 3).map(({ item }) => item)).toEqual([1, 2]);
        expect(model.recommend({ history: [past(3, 1)], now }, 1, item => item === 3)).toMatchObject([
            { item: 2, because: 3 },
        ]);
    });
});

describe('repeats', () => {
    it('ranks what was bought often and lately', () => {
        const model = repeats.load(repeats.train(acts([0, 0, 0], [0, 1, 0]), { halfLifeDays: 10 }));
        const history = [past(0, 10), past(0, 20), past(1, 0)];
        expect(Array.from(model.scores({ history, now }))).toEqual([0.75, 1]);
    });

    it('knows how many take an item again, held towards one in five', () => {
        const model = repeats.load(repeats.train(acts([0, 0, 9], [0, 0, 1], [1, 0, 1], [1, 1, 1])));
        expect(Array.from(model.again)).toEqual([3 / 12, 2 / 11]);
    });
});

describe('blend', () => {
    it('learns from the last weeks that people buy the same again, or that they never do', () => {
        const history = [past(0, 3), past(0, 10), past(1, 5)];
        const owned = (again: boolean) => {
            const model = blend.load(blend.train(habits(again), { holdBackDays: 14 }));
            const [first] = model.recommend({ history, now }, 1);
            return [0, 1].includes(first!.item);
        };
        expect([owned(true), owned(false)]).toEqual([true, false]);
    });
});

/** 60 people who take something every week for 20 weeks: their own two items again, or each time the next one. */
function habits(again: boolean): TrainingSet {
    return acts(
        ...Array.from({ length: 60 * 20 }, (_, at): [number, number, number] => {
            const [person, week] = [at % 60, Math.floor(at / 60)];
            const item = again ? (person % 20) + (week % 2) : (person + week) % 40;
            return [person, item, 7 * (20 - week)];
        }),
    );
}

/** User, item, age in days. */
function acts(...rows: ReadonlyArray<[number, number, number]>): TrainingSet {
    const most = (values: number[]) => Math.max(-1, ...values) + 1;
    return {
        users: most(rows.map(([user]) => user)),
        items: most(rows.map(([, item]) => item)),
        user: Int32Array.from(rows, ([user]) => user),
        item: Int32Array.from(rows, ([, item]) => item),
        basket: Int32Array.from(rows.keys()),
        at: Float64Array.from(rows, ([, , age]) => now - age * day),
        weight: new Float32Array(rows.length).fill(1),
        until: now,
    };
}

function past(item: number, age: number): PastItem {
    return { item, at: now - age * day, weight: 1 };
}
