import { describe, expect, it } from 'vitest';
import { chooseByScore } from './choice';
import type { Score } from './model-card';

const score = (ndcg: number): Score => ({
    ...{
        name: '',
        precision: 0,
        recall: 0,
        ndcg,
        ndcgFrom: ndcg,
        ndcgTo: ndcg,
        coverage: 0,
        popularityBias: 0,
    },
});
const told = (plain: number, richer?: number) => {
    const { usesEvents, scores } = chooseByScore(
        score(plain),
        richer === undefined ? undefined : score(richer),
    );
    return { usesEvents, scores: scores.map(({ name, ndcg }) => [name, ndcg]) };
};

describe('learning from views and carts', () => {
    it('is done when the model is better or as good with them', () => {
        const without = ['model without events', 0.3];
        expect(told(0.3, 0.4)).toEqual({ usesEvents: true, scores: [['model', 0.4], without] });
        expect(told(0.3, 0.3)).toEqual({ usesEvents: true, scores: [['model', 0.3], without] });
    });

    it('is left when the model is worse with them', () => {
        expect(told(0.3, 0.29)).toEqual({
            usesEvents: false,
            scores: [
                ['model', 0.3],
                ['model with events', 0.29],
            ],
        });
    });

    it('is no question when there are none', () => {
        expect(told(0.3)).toEqual({ usesEvents: false, scores: [['model', 0.3]] });
    });
});
