import { afterEach, describe, expect, it, vi } from 'vitest';
import { changesInPlace, wasInPlace } from './in-place';

const at = (path: string) => vi.stubGlobal('window', { location: { href: `https://shop.example${path}` } });

afterEach(() => void vi.unstubAllGlobals());

describe('a change in place', () => {
    it('is told from a move to another page', () => {
        at('/en-us/search');
        expect(wasInPlace()).toBe(false);
        changesInPlace('?sort=name');
        at('/en-us/search?sort=name');
        expect(wasInPlace()).toBe(true);
        expect(wasInPlace()).toBe(true);
    });

    it('is over with the next move, also for who comes back to the same address', () => {
        at('/en-us/search');
        changesInPlace('/en-us/search?sort=name');
        at('/en-us/search?sort=name&page=2');
        expect(wasInPlace()).toBe(false);
        at('/en-us/search?sort=name');
        expect(wasInPlace()).toBe(false);
    });
});
