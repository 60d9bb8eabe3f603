import { describe, expect, it } from 'vitest';
import type { TrainingSet } from '../model';
import { train } from './train';

const DAY = 86_400_000;
const ITEMS = 12;

interface Act {
    readonly user: number;
    readonly item: number;
    readonly day: number;
    readonly weight: number;
}

function setOf(acts: readonly Act[]): TrainingSet {
    return {
        users: Math.max(...acts.map(({ user }) => user)) + 1,
        items: ITEMS,
        user: Int32Array.from(acts, ({ user }) => user),
        item: Int32Array.from(acts, ({ item }) => item),
        at: Float64Array.from(acts, ({ day }) => day * DAY),
        weight: Float32Array.from(acts, ({ weight }) => weight),
        basket: Int32Array.from(acts, ({ user, day }) => 1000 * user + day),
        until: 100 * DAY,
        content: Array.from({ length: ITEMS }, (_, item) => ({ text: `item ${item}` })),
    };
}

/** People buy an item in the first half of the time and its partner, the next one, in the second. */
const purchases: Act[] = Array.from({ length: 240 }, (_, user) => {
    const item = 2 * (user % (ITEMS / 2));
    return [
        { user, item, day: user % 40, weight: 1 },
        { user, item: item + 1, day: 60 + (user % 40), weight: 1 },
    ];
}).flat();
/** Sessions before the time that is measured: those who look at an item look at its partner too. */
const views: Act[] = Array.from({ length: 600 }, (_, index) => {
    const [user, item] = [240 + index, 2 * (index % (ITEMS / 2))];
    const day = 40 + (index % 15);
    return [
        { user, item, day, weight: 0.1 },
        { user, item: item + 1, day, weight: 0.1 },
    ];
}).flat();
const learn = (acts: readonly Act[]) =>
    train(
        setOf(acts),
        Int32Array.from({ length: ITEMS }, (_, item) => item),
        () => undefined,
    ).findings;
const ndcgOf = ({ scores }: ReturnType<typeof learn>, name: string) =>
    scores.find(score => score.name === name)?.ndcg;

describe('training', () => {
    it('says nothing of events when there are none', () => {
        const findings = learn(purchases);
        expect(findings).toMatchObject({ lines: 480, events: 0, usesEvents: false });
        expect(findings.scores.map(({ name }) => name)).toEqual(['model', 'popularity', 'random']);
    });

    it('learns from views that tell what is bought later, and shows by how much', () => {
        const findings = learn([...purchases, ...views]);
        expect(findings).toMatchObject({ lines: 480, events: 1200, usesEvents: true });
        expect(ndcgOf(findings, 'model')).toBeGreaterThanOrEqual(
            ndcgOf(findings, 'model without events') ?? 1,
        );
    });
});
