import { describe, expect, it } from 'vitest';
import { againstHabit, habitOf } from './habit';

describe('a habit', () => {
    it('needs enough orders', () => {
        expect(habitOf([10, 20], 3)).toBeUndefined();
        expect(habitOf([10, 20, 30], 3)).toBeDefined();
    });

    it('is the median and how far half of the orders are from it, in logarithms', () => {
        const habit = habitOf([1, 3, 7], 3);
        expect(habit?.median).toBeCloseTo(Math.log(4));
        expect(habit?.deviation).toBeCloseTo(Math.log(2));
        expect(habitOf([1, 3, 7, 15], 3)?.median).toBeCloseTo((Math.log(4) + Math.log(8)) / 2);
    });

    it('does not mind one order that is out of the way', () => {
        const habit = habitOf([20, 21, 22, 23, 9_000], 3);
        expect(habit && againstHabit(22, habit)).toBeCloseTo(0);
        expect(habit && againstHabit(9_000, habit)).toBe(10);
        expect(habit && againstHabit(0, habit)).toBe(-10);
    });
});
