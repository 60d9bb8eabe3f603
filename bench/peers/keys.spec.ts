import { describe, expect, it } from 'vitest';
import { keysFor, menu, PAGE } from './keys';

describe('what is asked for', () => {
    it('is of a thousand different products and pages at most', () => {
        const keys = keysFor(10_000);
        expect(keys.slugs).toHaveLength(1_000);
        expect(new Set(keys.slugs).size).toBe(1_000);
        expect(keys.pages.length).toBeGreaterThan(800);
        expect(keys.pages.length).toBeLessThanOrEqual(1_000);
    });

    it('is there in a small catalogue, too', () => {
        const keys = keysFor(54);
        expect(keys.slugs).toHaveLength(54);
        expect(keys.pages.every(({ skip }) => skip === 0)).toBe(true);
        expect(keysFor(2_000).pages.some(({ skip }) => skip === PAGE)).toBe(true);
    });

    it('is of words that are there, and mean one thing', () => {
        const { terms } = keysFor(2_000);
        expect(terms).toContain('laptop');
        expect(terms).not.toContain('table');
        expect(keysFor(54).terms.length).toBeLessThan(terms.length);
    });

    it('has a menu of two levels', () => {
        expect(menu.map(({ children }) => children.length)).toEqual([3, 3, 3]);
    });
});
