import { describe, expect, it } from 'vitest';
import { nearestWord, plainWord } from './spelling';

describe('the word that was meant', () => {
    const words = ['laptop', 'lamp', 'desktop', 'keyboard', 'camera', 'cameras', 'etagere'];

    it.each([
        ['latpop', 'laptop'],
        ['laptp', 'laptop'],
        ['lapttop', 'laptop'],
        ['laptip', 'laptop'],
        ['lamo', 'lamp'],
        ['keybaord', 'keyboard'],
        ['kyebaord', 'keyboard'],
        ['camera', 'camera'],
    ])('by %s is %s', (typed, meant) => {
        expect(nearestWord(typed, words)).toBe(meant);
    });

    it('is none when too much is wrong, or the word is too short to tell', () => {
        expect(nearestWord('lptp', words)).toBeUndefined();
        expect(nearestWord('keybrdoa', words)).toBeUndefined();
        expect(nearestWord('lam', words)).toBeUndefined();
        expect(nearestWord('laptop', [])).toBeUndefined();
    });

    it('is looked for without accents', () => {
        expect(plainWord('Étagère')).toBe('etagere');
        expect(nearestWord(plainWord('Étagére'), words)).toBe('etagere');
    });
});
