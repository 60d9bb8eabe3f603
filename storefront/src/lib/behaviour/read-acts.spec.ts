import { describe, expect, it } from 'vitest';
import { limits, type Act } from './act';
import { readActs } from './read-acts';

const everyKind: readonly Act[] = [
    { productViewed: { productId: '12' } },
    { searched: { term: 'lamp', resultCount: 0 } },
    { recommendationShown: { recommendationId: 'a.SIMILAR.1.2..', productIds: ['1', '2'] } },
    { recommendationClicked: { recommendationId: 'a.SIMILAR.1.2..', productId: '2' } },
];

describe('acts from a browser', () => {
    it('are read as they were sent', () => {
        expect(readActs(JSON.stringify(everyKind))).toEqual(everyKind);
    });

    it.each([
        ['no JSON', '{'],
        ['nothing', '[]'],
        ['too many', JSON.stringify(Array.from({ length: limits.acts + 1 }, () => everyKind[0]))],
        ['two in one', JSON.stringify([{ ...everyKind[0], ...everyKind[1] }])],
        ['more than is asked for', '[{"productViewed":{"productId":"1","customerId":"2"}}]'],
        ['an id that is none', '[{"productViewed":{"productId":"1) { x }"}}]'],
        ['a number for an id', '[{"productViewed":{"productId":1}}]'],
        ['a novel for a term', JSON.stringify([{ searched: { term: 'x'.repeat(101), resultCount: 1 } }])],
        ['half a result', '[{"searched":{"term":"x","resultCount":0.5}}]'],
        ['no products', '[{"recommendationShown":{"recommendationId":"a","productIds":[]}}]'],
    ])('are refused when they are %s', (_what, text) => {
        expect(readActs(text)).toBeUndefined();
    });
});
