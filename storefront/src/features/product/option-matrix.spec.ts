import { describe, expect, it } from 'vitest';
import {
    chooseOption,
    chosenVariant,
    initialVariant,
    optionState,
    selectionOf,
    variantWith,
} from './option-matrix';

function variant(id: string, size: string, colour: string, stockLevel = 'IN_STOCK') {
    return {
        id,
        stockLevel,
        options: [
            { id: size, groupId: 'size' },
            { id: colour, groupId: 'colour' },
        ],
    };
}

/** Large comes in red only, small blue is sold out. */
const variants = [
    variant('1', 'small', 'blue', 'OUT_OF_STOCK'),
    variant('2', 'small', 'red'),
    variant('3', 'large', 'red', 'LOW_STOCK'),
    variant('4', 'medium', 'blue'),
];

describe('option matrix', () => {
    const largeRed = { size: 'large', colour: 'red' };

    it('finds the variant of a complete selection only', () => {
        expect(chosenVariant(variants, largeRed)?.id).toBe('3');
        expect(chosenVariant(variants, { size: 'large' })).toBeUndefined();
        expect(chosenVariant(variants, { size: 'large', colour: 'blue' })).toBeUndefined();
    });

    it('tells what can be had, what is sold out and what is not made', () => {
        expect(optionState(variants, largeRed, 'size', 'small')).toBe('available');
        expect(optionState(variants, largeRed, 'colour', 'blue')).toBe('impossible');
        expect(optionState(variants, { size: 'small', colour: 'red' }, 'colour', 'blue')).toBe('soldOut');
    });

    it('keeps the other choices where it can', () => {
        expect(chooseOption(variants, largeRed, 'size', 'small')).toEqual({ size: 'small', colour: 'red' });
    });

    it('moves on to what is offered, and in stock, where it must', () => {
        expect(chooseOption(variants, largeRed, 'colour', 'blue')).toEqual({
            size: 'medium',
            colour: 'blue',
        });
    });

    it('says which variant an option leads to', () => {
        expect(variantWith(variants, largeRed, 'size', 'large')?.id).toBe('3');
        expect(variantWith(variants, largeRed, 'size', 'small')?.id).toBe('2');
        expect(variantWith(variants, largeRed, 'colour', 'blue')?.id).toBe('4');
        expect(variantWith([], {}, 'size', 'small')).toBeUndefined();
    });

    it('ignores an option that no variant has', () => {
        expect(chooseOption(variants, largeRed, 'size', 'huge')).toEqual(largeRed);
    });

    it('begins with what the address names, else with what can be bought', () => {
        expect(initialVariant(variants, '3')?.id).toBe('3');
        expect(initialVariant(variants, 'nonsense')?.id).toBe('2');
        expect(initialVariant([variant('9', 'a', 'b', 'OUT_OF_STOCK')], undefined)?.id).toBe('9');
        expect(initialVariant([], undefined)).toBeUndefined();
    });

    it('takes a product without options', () => {
        const only = { id: '1', stockLevel: 'IN_STOCK', options: [] };
        expect(chosenVariant([only], selectionOf(only))).toBe(only);
    });
});
