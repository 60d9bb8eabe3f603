import { describe, expect, it } from 'vitest';
import { limits, readActs, type ReportedAct } from './read-acts';

const isId = (id: unknown) => /^\d+$/.test(String(id));
const problemOf = (...acts: ReportedAct[]) => {
    const read = readActs(acts, isId);
    return read.ok ? undefined : read.problem;
};

describe('what a client reports', () => {
    it('becomes acts, in order', () => {
        expect(
            readActs(
                [
                    { productViewed: { productId: '7' } },
                    { searched: { term: 'Lamp', resultCount: 3 } },
                    { recommendationShown: { recommendationId: 'r.1-a_b', productIds: ['1', '2'] } },
                    { recommendationClicked: { recommendationId: 'r', productId: '2' } },
                ],
                isId,
            ),
        ).toEqual({
            ok: true,
            acts: [
                { type: 'product-viewed', productId: '7' },
                { type: 'searched', term: 'Lamp', resultCount: 3 },
                { type: 'recommendation-shown', recommendationId: 'r.1-a_b', productIds: ['1', '2'] },
                { type: 'recommendation-clicked', recommendationId: 'r', productId: '2' },
            ],
        });
    });

    it.each<[string, ReportedAct, string]>([
        ['nothing', {}, 'exactly one of its fields set, not 0'],
        ['null', { searched: null }, 'exactly one of its fields set, not 0'],
        [
            'two things',
            { productViewed: { productId: '1' }, searched: { term: '', resultCount: 0 } },
            'exactly one of its fields set, not 2',
        ],
        ['an id that is none', { productViewed: { productId: "1'; DROP" } }, 'form of an id'],
        ['a long term', { searched: { term: 'x'.repeat(101), resultCount: 0 } }, 'at most 100 characters'],
        ['less than no results', { searched: { term: 'x', resultCount: -1 } }, '0 or more'],
        [
            'a recommendation without an id',
            { recommendationClicked: { recommendationId: '', productId: '1' } },
            'recommendationId',
        ],
        [
            'a recommendation id with a space',
            { recommendationShown: { recommendationId: 'a b', productIds: ['1'] } },
            'recommendationId',
        ],
        [
            'a recommendation of nothing',
            { recommendationShown: { recommendationId: 'r', productIds: [] } },
            '1 to 24 products',
        ],
        [
            'a recommendation of too much',
            { recommendationShown: { recommendationId: 'r', productIds: Array<string>(25).fill('1') } },
            '1 to 24 products',
        ],
    ])('is refused when it is %s', (_, act, problem) => {
        expect(problemOf({ productViewed: { productId: '1' } }, act)).toContain(problem);
    });

    it('is refused when it is more than a page can do', () => {
        const act = { productViewed: { productId: '1' } };
        expect(problemOf(...Array<ReportedAct>(limits.acts).fill(act))).toBeUndefined();
        expect(problemOf(...Array<ReportedAct>(limits.acts + 1).fill(act))).toContain('At most 20 acts');
    });
});
