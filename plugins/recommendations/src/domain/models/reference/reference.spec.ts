import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Artefact, RecommenderModel, TrainingSet } from '../../model';
import { historiesOf } from '../../time-split';
import { als, AlsSettings } from '../als';
import { ease } from '../ease';

interface Reference {
    readonly users: number;
    readonly items: number;
    /** User, item, age in days. */
    readonly acts: ReadonlyArray<[number, number, number]>;
    readonly halfLifeDays: number;
    readonly ease: { lambda: number; weights: number[][]; scores: number[][] };
    readonly als: { settings: Partial<AlsSettings>; items: number[][]; scores: number[][] };
}

const reference = JSON.parse(readFileSync(path.join(__dirname, 'reference.json'), 'utf8')) as Reference;
const now = Date.UTC(2026, 0, 1);
const set: TrainingSet = {
    users: reference.users,
    items: reference.items,
    user: Int32Array.from(reference.acts, ([user]) => user),
    item: Int32Array.from(reference.acts, ([, item]) => item),
    basket: Int32Array.from(reference.acts.keys()),
    at: Float64Array.from(reference.acts, ([, , age]) => now - age * 86_400_000),
    weight: new Float32Array(reference.acts.length).fill(1),
    until: now,
};

/** Artefacts keep 32-bit floats: seven digits. */
const rounding = 2e-6;

describe('beside the same fit by NumPy', () => {
    it('EASE has the same weights', () => {
        const { lambda, weights } = reference.ease;
        const { halfLifeDays } = reference;
        const artefact = ease.train(set, { lambda, halfLifeDays, neighbours: Infinity });
        expectClose(dense(artefact), weights);
    });

    it('EASE gives everybody the same scores', () => {
        const { lambda, scores } = reference.ease;
        const { halfLifeDays } = reference;
        const model = ease.load(ease.train(set, { lambda, halfLifeDays, neighbours: Infinity }));
        expectClose(scoresOf(model), scores);
    });

    it('ALS finds the same factors of items', () => {
        const { items, settings } = reference.als;
        const artefact = als.train(set, { ...settings, halfLifeDays: reference.halfLifeDays });
        expectClose([Array.from(artefact.arrays.items!)], [items.flat()]);
    });

    it('ALS folds everybody in with the same scores', () => {
        const { scores, settings } = reference.als;
        const artefact = als.train(set, { ...settings, halfLifeDays: reference.halfLifeDays });
        expectClose(scoresOf(als.load(artefact)), scores);
    });
});

function scoresOf(model: RecommenderModel): number[][] {
    const histories = historiesOf(set);
    return Array.from({ length: set.users }, (_, user) => {
        return Array.from(model.scores({ history: histories.get(user) ?? [], now }));
    });
}

function dense({ arrays }: Artefact): number[][] {
    const { start, column, value } = arrays as Record<'start' | 'column' | 'value', Float32Array>;
    return Array.from({ length: set.items }, (_, row) => {
        const weights = new Array<number>(set.items).fill(0);
        for (let entry = start[row]!; entry < start[row + 1]!; entry++) {
            weights[column[entry]!] = value[entry]!;
        }
        return weights;
    });
}

function expectClose(actual: number[][], expected: number[][]): void {
    const differences = actual.flatMap((row, r) => row.map((value, c) => Math.abs(value - expected[r]![c]!)));
    expect(differences.length).toBe(expected.flat().length);
    expect(Math.max(...differences)).toBeLessThan(rounding);
}
