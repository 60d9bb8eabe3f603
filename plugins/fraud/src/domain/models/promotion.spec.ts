import { describe, expect, it } from 'vitest';
import { decidePromotion } from './promotion';
import { seededRandom } from './random';

const random = seededRandom(5);
const label = Uint8Array.from({ length: 2000 }, () => (random() < 0.05 ? 1 : 0));
const noisy = (skill: number) => Float64Array.from(label, fraud => skill * fraud + random());
const [weak, good, better] = [noisy(0.2), noisy(0.6), noisy(1)];
const resampling = () => ({ random: seededRandom(1), replicates: 200 });

describe('promotion', () => {
    it('goes to a first model that beats the rules', () => {
        const decision = decidePromotion({ label, candidate: good, rules: weak }, resampling());
        expect(decision.promote).toBe(true);
        expect(decision.overRules!.from).toBeGreaterThan(0);
        expect(decision.reason).toMatch(/^Better than rules alone: PR-AUC 0\.\d+ higher/);
    });

    it('is refused to a model that the rules beat', () => {
        const decision = decidePromotion({ label, candidate: weak, rules: good }, resampling());
        expect([decision.promote, decision.reason.split(':')[0]]).toEqual([
            false,
            'Not better than rules alone',
        ]);
    });

    it('is refused to one that is as good as the one in place', () => {
        const contest = { label, candidate: good, rules: weak, inPlace: good };
        const decision = decidePromotion(contest, resampling());
        expect([decision.promote, decision.overInPlace]).toEqual([false, { value: 0, from: 0, to: 0 }]);
    });

    it('goes to one that beats both', () => {
        const contest = { label, candidate: better, rules: weak, inPlace: good };
        expect(decidePromotion(contest, resampling()).promote).toBe(true);
    });

    it('waits for enough frauds to measure on', () => {
        const few = { label: new Uint8Array(2000), candidate: better, rules: weak };
        expect(decidePromotion(few, resampling()).reason).toBe(
            'Only 0 frauds were held back to measure on; 30 are needed.',
        );
    });
});
