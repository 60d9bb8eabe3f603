import { describe, expect, it } from 'vitest';
import { askedTerm, lineAfter, noSuggestions, optionsOf } from './suggestions';

describe('askedTerm', () => {
    it('is the same for everybody who means the same', () => {
        expect(askedTerm('  Desk \t LAMP ')).toBe('desk lamp');
    });

    it.each(['', '  ', 'ab', ' a  '])('is empty for too little: "%s"', typed => {
        expect(askedTerm(typed)).toBe('');
    });

    it('has a bound', () => {
        expect(askedTerm('x'.repeat(5_000))).toHaveLength(100);
    });
});

describe('optionsOf', () => {
    it('puts help with spelling first and the search itself last', () => {
        const options = optionsOf(
            {
                products: [{ name: 'Instant Camera', slug: 'instant-camera' }],
                collections: [{ name: 'Camera & Photo', slug: 'camera-photo' }],
                correctedTerm: 'camera',
            },
            'camra & more',
        );
        expect(options.map(({ kind, href }) => [kind, href])).toEqual([
            ['correction', '/search?q=camera'],
            ['collection', '/collections/camera-photo'],
            ['product', '/products/instant-camera'],
            ['all', '/search?q=camra+%26+more'],
        ]);
    });

    it('is empty where nothing is known', () => {
        expect(optionsOf(noSuggestions, 'xyz')).toEqual([]);
    });
});

describe('lineAfter', () => {
    it('goes from the field through all lines and back to the field', () => {
        const way = (key: 'ArrowDown' | 'ArrowUp') => {
            const steps = [-1];
            for (let step = 0; step < 3; step++) {
                steps.push(lineAfter(steps.at(-1) ?? -1, key, 2));
            }
            return steps;
        };
        expect(way('ArrowDown')).toEqual([-1, 0, 1, -1]);
        expect(way('ArrowUp')).toEqual([-1, 1, 0, -1]);
    });

    it('stays in the field when there are no lines', () => {
        expect(lineAfter(-1, 'ArrowDown', 0)).toBe(-1);
    });
});
