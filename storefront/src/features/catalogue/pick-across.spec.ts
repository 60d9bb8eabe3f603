import { describe, expect, it } from 'vitest';
import { pickAcross } from './pick-across';

describe('pickAcross', () => {
    const id = (item: string) => item;

    it('takes turns', () => {
        expect(pickAcross([['a1', 'a2', 'a3'], ['b1'], ['c1', 'c2']], 5, id)).toEqual([
            'a1',
            'b1',
            'c1',
            'a2',
            'c2',
        ]);
    });

    it('takes nothing twice and fills up from what follows', () => {
        expect(
            pickAcross(
                [
                    ['x', 'a2'],
                    ['x', 'b2'],
                ],
                3,
                id,
            ),
        ).toEqual(['x', 'a2', 'b2']);
    });

    it('gives what there is', () => {
        expect(pickAcross([], 4, id)).toEqual([]);
        expect(pickAcross([['a'], []], 4, id)).toEqual(['a']);
    });
});
