import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { gramOf } from '../gram';
import { fitMixedModel } from '../mixed-model';

interface Reference {
    /** Member, week, price, deal, units. */
    readonly rows: ReadonlyArray<[number, number, number, number, number]>;
    readonly fixed: readonly number[];
    readonly slopeVariance: number;
    readonly between: { level: number; slope: number };
    readonly noise: number;
    readonly deviance: number;
    readonly levels: readonly number[];
    readonly slopes: readonly number[];
    readonly slopeVariances: readonly number[];
}

const reference = JSON.parse(readFileSync(path.join(__dirname, 'reference.json'), 'utf8')) as Reference;
const grams = [...new Set(reference.rows.map(([member]) => member))].map(member => {
    const own = reference.rows.filter(row => row[0] === member);
    return gramOf(
        own.map(([, week, price, deal, units]) => ({ week, price, units, controls: [deal] })),
        [0],
    );
});

describe('beside the same fit by lme4', () => {
    const model = fitMixedModel(grams);
    const close = (actual: readonly number[], expected: readonly number[]) => {
        expect(actual.length).toBe(expected.length);
        actual.forEach((value, at) => expect(value).toBeCloseTo(expected[at]!, 5));
    };

    it('has the same restricted likelihood', () => {
        expect(model.deviance).toBeCloseTo(reference.deviance, 5);
    });

    it('finds the same family, as sure of it', () => {
        close(model.fixed, reference.fixed);
        close([model.slopeVariance, model.noise], [reference.slopeVariance, reference.noise]);
    });

    it('finds members as different', () => {
        const { level, slope } = model.between;
        const expected = reference.between;
        close([level, slope], [expected.level, expected.slope]);
    });

    it('shrinks each member as far', () => {
        close(
            model.members.map(({ level }) => level),
            reference.levels,
        );
        close(
            model.members.map(({ slope }) => slope.mean),
            reference.slopes,
        );
    });

    it('is as sure of each member as a dense solution of the mixed model equations', () => {
        close(
            model.members.map(({ slope }) => slope.variance),
            reference.slopeVariances,
        );
    });
});
