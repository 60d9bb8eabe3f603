import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readModel, score } from './fraud-model';
import { logOdds } from './logistic';
import { matrixOf } from './matrix';
import { seededRandom } from './random';
import { probabilities, trainModel } from './train-model';
import { cutInTime, matured, type TrainingSet } from './training-set';

const names = ['declinesByNetwork10m', 'amountLog', 'emailsByDevice7d'] as const;

/** Fraud follows declines, and the amount where the device is not known. */
function simple(seed: number, rows: number): TrainingSet {
    const random = seededRandom(seed);
    const label = new Uint8Array(rows);
    const vectors = Array.from({ length: rows }, (_, row) => {
        const declines = random() < 0.2 ? Math.ceil(random() * 9) : 0;
        const amountLog = 2 + 4 * random();
        const hasDevice = random() < 0.8;
        const odds = -5 + 0.6 * declines + (hasDevice ? 0 : amountLog - 2);
        label[row] = random() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
        const known = { declinesByNetwork10m: declines, amountLog };
        return { ...known, emailsByDevice7d: hasDevice ? 1 : undefined };
    });
    return {
        matrix: matrixOf(names, vectors),
        label,
        at: Float64Array.from({ length: rows }, (_, row) => row * 60_000),
        ruleOdds: Float64Array.from(vectors, of => -4 + 0.5 * of.declinesByNetwork10m),
    };
}

const set = simple(1, 6000);
const models = (['logistic', 'trees'] as const).map(supervised =>
    trainModel(set, { supervised, forest: { trees: 30 } }, seededRandom(2)),
);

describe.each(models.map(model => [model.supervised!.kind, model] as const))(
    'a model with %s',
    (_, model) => {
        const known = fc.option(fc.double({ min: 0, max: 12, noNaN: true }), { nil: undefined });
        const vector = fc.record({ declinesByNetwork10m: known, amountLog: known, emailsByDevice7d: known });
        const rules = fc.option(fc.double({ min: -6, max: 6, noNaN: true }), { nil: undefined });

        it('explains each probability by what adds up to its log-odds', () => {
            fc.assert(
                fc.property(vector, rules, (features, ruleOdds) => {
                    const { probability, base, ofRules, contributions } = score(model, features, ruleOdds);
                    const sum = contributions.reduce((all, { weight }) => all + weight, base + ofRules);
                    expect(sum).toBeCloseTo(logOdds(probability), 6);
                }),
            );
        });

        it('gives the same answer from the stored artefact, to the last bit', () => {
            const stored = readModel(JSON.stringify(model));
            expect(stored.ok).toBe(true);
            fc.assert(
                fc.property(vector, rules, (features, ruleOdds) => {
                    expect(stored.ok && score(stored.model, features, ruleOdds)).toEqual(
                        score(model, features, ruleOdds),
                    );
                }),
            );
        });

        it('finds the reason that was put in', () => {
            const many = { amountLog: 3, emailsByDevice7d: 1, declinesByNetwork10m: 9 };
            const { probability, contributions, calibrated } = score(model, many, undefined);
            expect(calibrated).toBe(true);
            expect(contributions[0]!.feature).toBe('declinesByNetwork10m');
            const none = score(model, { ...many, declinesByNetwork10m: 0 }, undefined);
            expect(none.probability).toBeLessThan(0.05);
            expect(probability).toBeGreaterThan(10 * none.probability);
        });

        it('says of later orders about as much fraud as there is', () => {
            const later = simple(7, 4000);
            const said = probabilities(model, later).reduce((sum, value) => sum + value, 0);
            const was = later.label.reduce((sum, value) => sum + value, 0);
            expect(said / was).toBeGreaterThan(0.75);
            expect(said / was).toBeLessThan(1.33);
        });
    },
);

describe('training', () => {
    it('without enough labels learns what is usual only', () => {
        const model = trainModel({ ...set, label: new Uint8Array(6000) }, {}, seededRandom(1));
        expect(model.supervised).toBeUndefined();
        const usual = score(model, { amountLog: 4, declinesByNetwork10m: 0, emailsByDevice7d: 1 }, -4);
        const odd = score(model, { amountLog: 40, declinesByNetwork10m: 90, emailsByDevice7d: 9 }, -4);
        expect([usual.calibrated, odd.probability > usual.probability]).toEqual([false, true]);
    });

    it('takes the better of both: trees, where only two features together tell', () => {
        const random = seededRandom(6);
        const rows = Float64Array.from({ length: 2000 * 2 }, () => random());
        const label = Uint8Array.from({ length: 2000 }, (_, row) =>
            rows[2 * row]! > 0.5 !== rows[2 * row + 1]! > 0.5 ? 1 : 0,
        );
        const matrix = { names: names.slice(0, 2), rows };
        const both = { matrix, label, at: set.at.slice(0, 2000), ruleOdds: new Float64Array(2000) };
        expect(trainModel(both, { forest: { trees: 10 } }, random).supervised!.kind).toBe('trees');
    });

    it('is the same for the same seed', () => {
        const again = trainModel(set, { supervised: 'trees', forest: { trees: 30 } }, seededRandom(2));
        expect(JSON.stringify(again)).toBe(JSON.stringify(models[1]));
    });

    it('refuses attempts out of order', () => {
        const at = set.at.slice().reverse();
        expect(() => trainModel({ ...set, at }, {}, seededRandom(1))).toThrow('time order');
    });

    it('believes no label that is too young', () => {
        const day = 86_400_000;
        const some = cutInTime(set, 3 / 6000)[0]!;
        const aged = { ...some, at: Float64Array.of(0, 5 * day, 6 * day) };
        expect(Array.from(matured(aged, 50 * day, 45).at)).toEqual([0, 5 * day]);
    });
});

describe('an artefact', () => {
    it('of another version is refused with what to do', () => {
        const old = readModel(JSON.stringify({ ...models[0], version: 0 }));
        expect(old).toEqual({
            ok: false,
            reason: 'The fraud model is of version 0, read is 1: train a new one.',
        });
        expect(readModel('null').ok).toBe(false);
    });
});
