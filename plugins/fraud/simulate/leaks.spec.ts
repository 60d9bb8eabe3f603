import { describe, expect, it } from 'vitest';
import { once, ranked, rocAuc } from '../src/domain/models/metrics';
import { seededRandom } from '../src/domain/models/random';
import { probabilities, trainModel } from '../src/domain/models/train-model';
import { cutInTime, type TrainingSet } from '../src/domain/models/training-set';
import { day } from './draw';
import { fraudKinds } from './events';
import { setOf } from './experiment';
import { replay } from './replay';
import { ruleOdds } from './rules';
import { makeWorld } from './world';

const settings = { seed: 21, shoppers: 300, days: 100, trainedOnDay: 60, unseen: 'stolenCard' } as const;
const world = makeWorld(settings);
const features = replay(world.events);
const everything = [...world.attempts.keys()];

describe('no label leaks into features', () => {
    it('they are the same bytes whatever the labels are', () => {
        const random = seededRandom(1);
        const shuffled = everything.map(row => ({ row, by: random() })).sort((a, b) => a.by - b.by);
        const other = {
            ...world,
            truth: shuffled.map(({ row }) => world.truth[row]!),
            reportedAt: Float64Array.from(shuffled, ({ row }) => world.reportedAt[row]!),
        };
        expect(other.truth).not.toEqual(world.truth);
        const sets = [world, other].map(of =>
            setOf(of, replay(of.events), row => (of.truth[row]!.kind === 'good' ? 0 : 1), everything),
        );
        const [one, two] = sets.map(({ matrix }) => Buffer.from(matrix.rows.buffer));
        expect(one!.equals(two!)).toBe(true);
        expect(sets[0]!.label).not.toEqual(sets[1]!.label);
        expect(sets[0]!.ruleOdds).toEqual(sets[1]!.ruleOdds);
    });

    it('those of a moment know nothing of what came later', () => {
        for (const share of [0.2, 0.5, 0.9]) {
            const first = world.events.slice(0, Math.floor(share * world.events.length));
            const some = replay(first);
            expect(some).toEqual(features.slice(0, some.length));
        }
    });

    it('an answer of the provider counts from the next attempt on', () => {
        const last = world.attempts.at(-1)!;
        const before = world.attempts.slice(-200, -1);
        const answered = (declined: boolean) => [...before, { ...last, declined }];
        const [no, yes] = [true, false].map(declined => replay(answered(declined)).at(-1));
        expect(no).toEqual(yes);
        const again = { ...last, at: last.at + 60_000 };
        const after = replay([...answered(true), again]).at(-1)!;
        expect(after.declinesByOrder1h).toBe(1);
        expect(replay([...answered(false), again]).at(-1)!.declinesByOrder1h).toBe(0);
    });

    it('a model that learns from labels by lot ranks no better than chance', () => {
        const random = seededRandom(2);
        const set = setOf(world, features, () => (random() < 0.06 ? 1 : 0), everything);
        const [past, future] = cutInTime(set, 0.7) as [TrainingSet, TrainingSet];
        const model = trainModel(past, { forest: { trees: 10 } }, random);
        const cases = ranked({ score: probabilities(model, future), label: future.label });
        expect(Math.abs(rocAuc(cases, once(cases)) - 0.5)).toBeLessThan(0.2);
    });
});

describe('the world', () => {
    it('is the same for the same seed and another for another', () => {
        expect(makeWorld(settings).events).toEqual(world.events);
        expect(makeWorld({ ...settings, seed: 22 }).events).not.toEqual(world.events);
    });

    it('is in time order, and reports come after what they report', () => {
        world.events.forEach((event, at) => {
            expect(event.at).toBeGreaterThanOrEqual(world.events[at - 1]?.at ?? -Infinity);
        });
        world.attempts.forEach(({ at }, row) => expect(world.reportedAt[row]!).toBeGreaterThan(at));
    });

    it('has every kind of fraud, and one of them only after the training', () => {
        for (const kind of fraudKinds) {
            const rows = everything.filter(row => world.truth[row]!.kind === kind);
            expect(rows.length).toBeGreaterThan(0);
            const before = rows.filter(row => world.attempts[row]!.at < world.from + 60 * day);
            expect(kind === 'stolenCard' ? before.length : 0).toBe(0);
        }
    });

    it('has frauds that nobody reports', () => {
        const frauds = everything.filter(row => world.truth[row]!.kind !== 'good');
        const missed = frauds.filter(row => world.reportedAt[row] === Infinity).length / frauds.length;
        expect(missed).toBeGreaterThan(0);
        expect(missed).toBeLessThan(0.25);
    });

    it('is busy on sale days, when most good orders still pass the rules', () => {
        const onSale = everything.filter(
            row =>
                Math.floor((world.attempts[row]!.at - world.from) / day) === 75 &&
                world.truth[row]!.kind === 'good',
        );
        const usual = everything.length / settings.days;
        expect(onSale.length).toBeGreaterThan(3 * usual);
        const suspected = onSale.filter(row => ruleOdds(features[row]!) > -1);
        expect(suspected.length / onSale.length).toBeLessThan(0.05);
    });
});
