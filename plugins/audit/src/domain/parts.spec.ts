import { describe, expect, it } from 'vitest';
import { inParts } from './parts';

describe('many things that were changed at once', () => {
    it('are told of twenty at a time', () => {
        const things = Array.from({ length: 45 }, (_, n) => n);
        const parts = inParts(things, () => 100);
        expect(parts.map(part => part.length)).toEqual([20, 20, 5]);
        expect(parts.flat()).toEqual(things);
    });

    it('are fewer at a time when much of each changed, and one alone however much', () => {
        expect(inParts([1, 2, 3, 4], n => (n === 4 ? 500_000 : 25_000))).toEqual([[1, 2], [3], [4]]);
    });

    it('are one part, also when there are none', () => {
        expect(inParts([], () => 1)).toEqual([[]]);
    });
});
