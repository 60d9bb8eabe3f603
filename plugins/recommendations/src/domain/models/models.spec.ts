import { describe, expect, it } from 'vitest';
import { decodeArtefact, encodeArtefact } from '../artefact';
import { Artefact, ModelKind, Query, TrainingSet } from '../model';
import { historiesOf } from '../time-split';
import { als } from './als';
import { blend } from './blend';
import { content } from './content';
import { ease } from './ease';
import { itemToItem } from './item-to-item';
import { popularity } from './popularity';
import { seededRandom } from './random';
import { repeats } from './repeats';
import { session } from './session';

const day = 86_400_000;
const set = someSet(3);
const histories = historiesOf(set);

interface Contender {
    readonly name: string;
    train(set: TrainingSet): Artefact;
    load: ModelKind<object>['load'];
}

const contenders: Contender[] = [popularity, repeats, itemToItem, session, content, ease, als, blend];

describe.each(contenders)('$name', kind => {
    const artefact = kind.train(set);
    const model = kind.load(artefact);
    const queries: Query[] = [
        { history: [], now: set.until },
        ...[...histories.values()].map(history => ({ history, now: set.until })),
    ];

    it('scores every item with a finite number', () => {
        for (const query of queries) {
            const scores = model.scores(query);
            expect(scores.length).toBe(set.items);
            expect(scores.every(Number.isFinite)).toBe(true);
        }
    });

    it('ranks by its scores, each item once, nothing excluded, no more than asked for', () => {
        for (const query of queries) {
            const scores = model.scores(query);
            const ranked = model.recommend(query, 5, item => item % 3 === 0);
            expect(ranked.length).toBeLessThanOrEqual(5);
            expect(new Set(ranked.map(({ item }) => item)).size).toBe(ranked.length);
            expect(ranked.filter(({ item }) => item % 3 === 0)).toEqual([]);
            expect(ranked.map(({ score }) => score)).toEqual(
                Array.from(scores)
                    .filter((score, item) => item % 3 !== 0 && score > 0)
                    .sort((a, b) => b - a)
                    .slice(0, 5),
            );
        }
    });

    it('gives reasons out of the past only', () => {
        for (const query of queries) {
            const past = new Set(query.history.map(({ item }) => item));
            const reasons = model.recommend(query, 10).flatMap(({ because }) => because ?? []);
            expect(reasons.filter(item => !past.has(item))).toEqual([]);
        }
    });

    it('never calls an item similar to itself', () => {
        for (let item = 0; item < set.items; item++) {
            const similar = model.similar(item, 4);
            expect(similar.length).toBeLessThanOrEqual(4);
            expect(similar.map(other => other.item)).not.toContain(item);
        }
    });

    it('says the same after it was stored and loaded', () => {
        const loaded = kind.load(decodeArtefact(encodeArtefact(artefact)));
        for (const query of queries) {
            expect(loaded.recommend(query, 10)).toEqual(model.recommend(query, 10));
        }
    });

    it('is the same when trained again on the same', () => {
        expect(encodeArtefact(kind.train(set))).toEqual(encodeArtefact(artefact));
    });

    it('trains on nothing at all', () => {
        const nothing = kind.load(kind.train(someSet(3, 0)));
        const { history } = queries[1]!;
        expect(nothing.scores({ history, now: set.until }).every(Number.isFinite)).toBe(true);
    });

    it('refuses the artefact of another kind', () => {
        expect(() => kind.load({ ...artefact, kind: 'other' })).toThrow("can't be loaded as");
    });
});

/** 40 people, 12 items, bought in two circles of taste. */
function someSet(seed: number, acts = 400): TrainingSet {
    const random = seededRandom(seed);
    const user = Int32Array.from({ length: acts }, () => Math.floor(40 * random()));
    const at = Float64Array.from({ length: acts }, () => Math.floor(200 * random()) * day);
    return {
        users: 40,
        items: 12,
        user,
        item: user.map(person => (person % 2) * 5 + Math.floor(7 * random() ** 2)),
        basket: Int32Array.from(user.keys()),
        at,
        weight: new Float32Array(acts).fill(1),
        until: 200 * day,
        content: Array.from({ length: 12 }, (_, item) => ({
            text: `${item % 2 ? 'red' : 'blue'} ${['cup', 'plate', 'lamp'][item % 3]}`,
            facets: [`room-${item % 4}`],
        })),
    };
}
