import { describe, expect, it } from 'vitest';
import { assess, assessWithoutScore, type Scorer, toScore } from './assessment';
import type { FeatureVector } from './features';
import { defaultPolicy } from './policy';
import type { ReadyRule, Rule } from './rule';
import { plainText } from './text';

const features = { itemCount: 3 } as FeatureVector;
const policy = { ...defaultPolicy, stepUpFrom: 30, reviewFrom: 60, blockFrom: 90 };

function rule(
    points: number,
    atLeast: Rule['atLeast'] = null,
    condition: ReadyRule['condition'] = () => true,
): ReadyRule {
    const one = {
        code: `r${points}`,
        version: 1,
        name: plainText('Because'),
        expression: '',
        points,
        atLeast,
    };
    return { rule: one, condition };
}

describe('an assessment', () => {
    it('says so when nothing is unusual', () => {
        const { score, verdict, factors, basis } = assess(features, [], undefined, policy, undefined);
        expect({ score, verdict, basis }).toEqual({ score: 0, verdict: 'allow', basis: 'scored' });
        expect(factors.map(({ code }) => code)).toEqual(['nothing']);
    });

    it('adds the points of the rules that fire to the odds', () => {
        const { probability, fired } = assess(
            features,
            [rule(5.3), rule(2, null, () => false), rule(3, null, () => undefined)],
            undefined,
            policy,
            undefined,
        );
        expect(probability).toBeCloseTo(0.5, 1);
        expect(fired).toEqual([{ code: 'r5.3', version: 1 }]);
    });

    it('is at least what a rule demands, and more if the score says so', () => {
        expect(assess(features, [rule(0, 'review')], undefined, policy, undefined).verdict).toBe('review');
        expect(assess(features, [rule(9, 'review')], undefined, policy, undefined).verdict).toBe('block');
    });

    it('names the strongest factors first, whichever way they point', () => {
        const { factors } = assess(features, [rule(1), rule(-4), rule(2)], undefined, policy, undefined);
        expect(factors.map(({ weight }) => weight)).toEqual([-4, 2, 1]);
    });

    it('follows the lists whatever the score is, and says so first', () => {
        const allowed = assess(features, [rule(9, 'block')], undefined, policy, 'allow');
        expect(allowed).toMatchObject({ verdict: 'allow', basis: 'listed', score: 97 });
        expect(allowed.factors[0].code).toBe('list:allow');
        expect(assess(features, [], undefined, policy, 'block').verdict).toBe('block');
    });

    it('takes the probability of a model that knows what the rules say', () => {
        const scorer: Scorer = {
            score: (_features, ruleOdds) => ({
                probability: ruleOdds < 0 ? 0.7 : 0.1,
                contributions: [{ feature: 'itemCount', weight: 2 }],
            }),
        };
        const { score, verdict, factors } = assess(features, [], scorer, policy, undefined);
        expect({ score, verdict }).toEqual({ score: 70, verdict: 'review' });
        expect(factors[0].text).toEqual({
            en: 'Pieces in the order: 3',
            de: 'Stückzahl der Bestellung: 3',
            fr: 'Nombre de pièces : 3',
        });
    });

    it('goes by the amount when there is no score', () => {
        const unscored = { ...policy, unscoredAllowUpTo: 100, unscoredAbove: 'review' } as const;
        expect(assessWithoutScore(100, unscored, 'late')).toMatchObject({
            verdict: 'allow',
            score: undefined,
        });
        expect(assessWithoutScore(101, unscored, 'failed')).toMatchObject({
            verdict: 'review',
            basis: 'failed',
            factors: [{ code: 'unscored:failed' }],
        });
    });

    it.each([
        [0, 0],
        [0.129, 12],
        [0.999, 99],
        [1, 99],
    ])('shows a probability of %d as %i', (probability, score) => {
        expect(toScore(probability)).toBe(score);
    });
});
