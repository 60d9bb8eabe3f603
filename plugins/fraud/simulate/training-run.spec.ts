import { describe, expect, it } from 'vitest';
import { accountAgeBand } from '../src/domain/models/fairness';
import { matrixOf } from '../src/domain/models/matrix';
import { seededRandom } from '../src/domain/models/random';
import { runTraining, shortfallOf, type TrainingMaterial } from '../src/domain/models/training-run';
import { setOf } from './experiment';
import { replay } from './replay';
import { makeWorld } from './world';

const labelDelayDays = 45;

/** What a shop of this many people knows in the end. */
function materialOf(shoppers: number, days: number): TrainingMaterial {
    const world = makeWorld({ seed: 21, shoppers, days, trainedOnDay: days });
    const features = replay(world.events);
    const rows = [...world.attempts.keys()];
    return {
        set: setOf(world, features, row => (Number.isFinite(world.reportedAt[row]) ? 1 : 0), rows),
        country: world.attempts.map(({ billing }) => billing.country),
        accountAge: features.map(({ accountAgeDays }) => accountAgeBand(accountAgeDays)),
        labelDelayDays,
    };
}

const run = (material: TrainingMaterial, inPlace?: Parameters<typeof runTraining>[1]) => {
    const steps: number[] = [];
    return {
        steps,
        run: runTraining(material, inPlace, seededRandom(1), done => steps.push(done)),
    };
};

describe('a training', () => {
    it('says in words that there are too few labels', () => {
        const { set } = materialOf(300, 60);
        expect(shortfallOf(set, labelDelayDays)).toMatch(/^Too few labels: .* 45 days old, \d+ of the older/);
    });

    describe('with enough of them', () => {
        const material = materialOf(3_000, 160);
        const { run: first, steps } = run(material);
        if (!first.trained) {
            throw new Error(first.reason);
        }

        it('promotes what is better than rules alone, and tells its progress', () => {
            expect(first.reason).toMatch(/^Better than rules alone: /);
            expect(first.promote).toBe(true);
            expect(first.card.overRules.from).toBeGreaterThan(0);
            expect(Date.parse(first.card.measured.from)).toBeGreaterThanOrEqual(Date.parse(first.card.to));
            expect(steps).toEqual([...steps].sort((a, b) => a - b));
            expect(steps.at(-1)).toBe(1);
        });

        it('does not promote the same again', () => {
            const { run: again } = run(material, first.model);
            expect(again).toMatchObject({ promote: false, model: first.model });
            expect(again.reason).toMatch(/^Not better than the model in place: PR-AUC 0\.000 higher/);
        });

        it('asks a model in place for features by their names', () => {
            const { names, rows } = material.set.matrix;
            const vectors = Array.from({ length: rows.length / names.length }, (_, row) =>
                Object.fromEntries(names.map((name, at) => [name, rows[row * names.length + at]])),
            ) as Array<Record<(typeof names)[number], number | undefined>>;
            const turned = { ...material.set, matrix: matrixOf([...names].reverse(), vectors) };
            const { run: other } = run({ ...material, set: turned }, first.model);
            expect(other).toMatchObject({
                card: { inPlace: { prAuc: { value: first.card.model.prAuc.value } } },
            });
        });
    });
});
