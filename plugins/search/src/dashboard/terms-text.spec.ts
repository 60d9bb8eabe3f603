import { describe, expect, it } from 'vitest';
import { moved, termsIn, textOf } from './terms-text';

describe('terms in a field', () => {
    it('stand on lines or between commas', () => {
        expect(termsIn(' sofa, couch\nset tee;\n\n,')).toEqual(['sofa', 'couch', 'set tee']);
        expect(termsIn(textOf(['tv', 'flat screen']))).toEqual(['tv', 'flat screen']);
        expect(termsIn(' ')).toEqual([]);
    });
});

describe('a list', () => {
    it('has one of its things moved, as far as there is room', () => {
        expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
        expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
        expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
        expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
    });
});
