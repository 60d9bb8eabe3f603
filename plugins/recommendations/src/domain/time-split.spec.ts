import { expect, it } from 'vitest';
import { evaluate } from './evaluation/evaluate';
import { Query, RecommenderModel, TrainingSet } from './model';
import { splitByTime } from './time-split';

// Person 0 takes items 0 and 1, later 1 and 2; person 1 comes later only, person 2 earlier only; 3 is new to all.
const set: TrainingSet = {
    users: 3,
    items: 4,
    user: Int32Array.of(0, 0, 2, 0, 0, 1, 0),
    item: Int32Array.of(0, 1, 2, 1, 2, 0, 3),
    basket: Int32Array.of(0, 0, 1, 2, 2, 3, 4),
    at: Float64Array.of(1, 1, 2, 10, 10, 11, 12),
    weight: new Float32Array(7).fill(1),
    until: 12,
};

it('parts past from future, and asks for people and items that were there before', () => {
    const { past, cases } = splitByTime(set, 10);
    expect([...past.item]).toEqual([0, 1, 2]);
    expect(past.until).toBe(10);
    expect(cases.map(({ user, later }) => [user, [...later]])).toEqual([[0, [1, 2]]]);
    expect(cases[0]!.history.map(({ item, at }) => [item, at])).toEqual([
        [0, 1],
        [1, 1],
    ]);
});

it('ends where it is told to, and counts unseen items when asked', () => {
    expect([...splitByTime(set, 10, { unseen: true }).cases[0]!.later]).toEqual([1, 2, 3]);
    expect(splitByTime(set, 11, { end: 12 }).cases).toEqual([]);
});

it('judges a model on what it may recommend', () => {
    const { past, cases } = splitByTime(set, 10);
    const all = evaluate(inOrder, past, cases, 'repeats-allowed', 2);
    const fresh = evaluate(inOrder, past, cases, 'new-only', 2);
    expect([all.recall.mean, all.precision.mean, all.coverage]).toEqual([0.5, 0.5, 2 / 3]);
    expect([fresh.recall.mean, fresh.precision.mean, fresh.coverage]).toEqual([1, 0.5, 1 / 3]);
});

/** Ranks by index. */
const inOrder: RecommenderModel = {
    name: 'in order',
    items: 3,
    scores: () => Float64Array.of(3, 2, 1),
    recommend: (_query: Query, n, exclude) =>
        [0, 1, 2]
            .filter(item => !exclude?.(item))
            .slice(0, n)
            .map(item => ({ item, score: 3 - item })),
    reasons: () => new Map(),
    similar: () => [],
};
